"""The backward pass of a dense layer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Observation, Task, switch
from chainrule_grader.tasks.backprop._network import drawn

Array: TypeAlias = NDArray[Any]
Change: TypeAlias = Callable[[Any], Any]
PARTS = ("grad_X", "grad_W", "grad_b")


def _inputs(rng: Generator) -> Iterator[tuple[Array, Array, Array]]:
    X, W = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, -1.0], [0.0, 2.0]])
    yield np.array([[1.0, 0.0], [2.0, -1.0]]), X, W
    # Square ones first, where products that do not fit elsewhere have wrong numbers and no crash.
    for n, m, k in ((3, 3, 3), (5, 3, 2), (1, 2, 3), (4, 2, 1)):
        yield drawn(rng, n, k), drawn(rng, n, m), drawn(rng, m, k)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for args in _inputs(rng):
        result = several(subject(*args), 3, "a triple (grad_X, grad_W, grad_b)")
        call = format_call(subject.name, list(args))
        for i, criterion in enumerate(PARTS):
            # Each part is a criterion, so one wrong gradient does not cost all points.
            alone = tuple(seen if i == j else None for j, seen in enumerate(result))
            yield value(criterion, call, alone)


def _unchanged(value: Any) -> Any:
    return value


def _make(
    x: Callable[[Array, Array, Array], Any] = lambda g, _X, W: g @ W.T,
    x_shape: Change = _unchanged,
    x_scale: Callable[[int], float] = lambda _n: 1.0,
    w: Callable[[Array, Array], Any] = lambda g, X: X.T @ g,
    w_scale: Callable[[int], float] = lambda _n: 1.0,
    b: Callable[[Array], Any] = lambda g: g.sum(axis=0),
    b_shape: Change = _unchanged,
    b_scale: Callable[[int], float] = lambda _n: 1.0,
) -> Implementation:
    """Return a backward pass; a scale depends on the number of examples."""

    def dense_backward(grad_out: Array, X: Array, W: Array) -> tuple[Any, Any, Any]:
        n = len(grad_out)
        return (
            x_shape(x(grad_out, X, W) * x_scale(n)),
            w(grad_out, X) * w_scale(n),
            b_shape(b(grad_out) * b_scale(n)),
        )

    return dense_backward


def _inverse(n: int) -> float:
    return 1 / n


def _negative(_n: int) -> float:
    return -1.0


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    parts=PARTS,
    misconceptions=(
        switch(
            "averaged",
            "You divide grad_W and grad_b by the number of examples; the loss did that already.",
            w_scale=_inverse,
            b_scale=_inverse,
        ),
        switch(
            "weights-averaged",
            "You divide grad_W by the number of examples; the loss did that already.",
            w_scale=_inverse,
        ),
        switch(
            "bias-averaged",
            "You divide grad_b by the number of examples; the loss did that already.",
            b_scale=_inverse,
        ),
        switch(
            "inputs-averaged",
            "You divide grad_X by the number of examples; the loss did that already.",
            x_scale=_inverse,
        ),
        switch(
            "everything-averaged",
            "You divide grad_out by the number of examples; the loss did that already.",
            arguments=lambda g, X, W: (g / len(g), X, W),
        ),
        switch(
            "bias-kept-axis",
            "grad_b has shape (1, k); it needs shape (k,) like b.",
            b_shape=np.atleast_2d,
        ),
        switch(
            "bias-as-column",
            "grad_b has shape (k, 1); it needs shape (k,) like b.",
            b_shape=lambda b: np.reshape(b, (-1, 1)),
        ),
        switch(
            "bias-one-number",
            "grad_b is a single number; each unit has its own bias.",
            b=np.sum,
        ),
        switch(
            "bias-mean-of-all",
            "grad_b is the mean of all entries; add up the examples for each unit.",
            b=np.mean,
        ),
        switch(
            "bias-not-summed",
            "grad_b has one row for each example; add up the examples.",
            b=lambda g: g * 1.0,
        ),
        switch(
            "bias-over-units",
            "In grad_b you add up the units of each example; add up the examples.",
            b=lambda g: g.sum(axis=1),
        ),
        switch(
            "bias-ones",
            "grad_b does not depend on grad_out; add up the rows of grad_out.",
            b=lambda g: np.ones(g.shape[1]),
        ),
        switch(
            "bias-zero",
            "grad_b is 0; add up the rows of grad_out.",
            b=lambda g: np.zeros(g.shape[1]),
        ),
        switch(
            "bias-of-the-first-example",
            "grad_b uses only the first example; add up all examples.",
            b=lambda g: g[0],
        ),
        switch(
            "bias-of-the-last-example",
            "grad_b uses only the last example; add up all examples.",
            b=lambda g: g[-1],
        ),
        switch(
            "bias-sign",
            "grad_b has the wrong sign.",
            b_scale=_negative,
        ),
        switch(
            "weights-transposed",
            "grad_W is transposed; it needs the shape of W.",
            w=lambda g, X: g.T @ X,
        ),
        switch(
            "X-not-transposed",
            "In grad_W, X is not transposed.",
            w=lambda g, X: X @ g,
        ),
        switch(
            "weights-factors-exchanged",
            "In grad_W the factors are in the wrong order.",
            w=lambda g, X: g @ X.T,
        ),
        switch(
            "weights-entry-by-entry",
            "In grad_W you multiply entry by entry; use a matrix product.",
            w=lambda g, X: X * g,
        ),
        switch(
            "weights-of-the-last-example",
            "grad_W uses only the last example; add up all examples.",
            w=lambda g, X: np.outer(X[-1], g[-1]),
        ),
        switch(
            "weights-for-each-example",
            "grad_W has one matrix for each example; add up the examples.",
            w=lambda g, X: X[:, :, np.newaxis] * g[:, np.newaxis],
        ),
        switch(
            "weights-sign",
            "grad_W has the wrong sign.",
            w_scale=_negative,
        ),
        switch(
            "W-not-transposed",
            "In grad_X, W is not transposed.",
            x=lambda g, _X, W: g @ W,
        ),
        switch(
            "W-first",
            "In grad_X the factors are in the wrong order.",
            x=lambda g, _X, W: W @ g,
        ),
        switch(
            "input-gradient-transposed",
            "grad_X is transposed; it needs the shape of X.",
            x=lambda g, _X, W: W @ g.T,
        ),
        switch(
            "inputs-entry-by-entry",
            "In grad_X you multiply entry by entry; use a matrix product.",
            x=lambda g, _X, W: g * W,
        ),
        switch(
            "input-gradient-is-W",
            "grad_X does not depend on grad_out.",
            x=lambda _g, _X, W: W.T,
        ),
        switch(
            "input-gradient-through-X",
            "In grad_X you multiply by X; multiply by the weights.",
            x=lambda g, X, _W: g @ X.T,
        ),
        switch(
            "input-gradient-through-updated-weights",
            "grad_X uses W after an update; use the weights of the forward pass.",
            x=lambda g, X, W: g @ (W - 0.1 * X.T @ g).T,
        ),
        switch(
            "input-gradient-flattened",
            "grad_X is flat; it needs the shape of X.",
            x_shape=np.ravel,
        ),
        switch(
            "input-gradient-summed",
            "In grad_X you add up the examples; each example has its own row.",
            x_shape=lambda x: x.sum(axis=0),
        ),
        switch(
            "integers",
            "You convert the gradients to integers, which removes the decimals; return floats.",
            result=lambda t: tuple(map(np.trunc, t)),
        ),
        switch(
            "weights-first",
            "You return grad_W first; the order is grad_X, grad_W, grad_b.",
            result=lambda t: (t[1], t[0], t[2]),
        ),
        switch(
            "inputs-last",
            "You return grad_X last; the order is grad_X, grad_W, grad_b.",
            result=lambda t: (t[1], t[2], t[0]),
        ),
        switch(
            "sign",
            "All your gradients have the wrong sign; the optimizer subtracts them later.",
            arguments=lambda g, X, W: (-g, X, W),
        ),
        switch(
            "squared",
            "You square grad_out; use it as it is.",
            arguments=lambda g, X, W: (g**2, X, W),
        ),
        switch(
            "relu-inside",
            "You set entries of grad_out to 0 as for relu; a dense layer has no activation here.",
            arguments=lambda g, X, W: (g * (g > 0), X, W),
        ),
    ),
    hints=(
        "Z = XW + b. Where do X, W and b enter Z, and with which factor?",
        "An entry of W acts on every example, so grad_W adds up x · grad_out over the examples.",
        "grad_out @ W.T, X.T @ grad_out, and the sum of grad_out along axis 0, in this order.",
    ),
)
