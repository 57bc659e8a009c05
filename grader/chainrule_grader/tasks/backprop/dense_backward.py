"""What a dense layer hands back: the blame of its inputs, its weights and its biases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.tasks.backprop._network import drawn

Array: TypeAlias = NDArray[Any]
Part: TypeAlias = Callable[[Array, Array, Array], Any]
PARTS = ("grad_X", "grad_W", "grad_b")


def _inputs(rng: Generator) -> Iterator[tuple[Array, Array, Array]]:
    X, W = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, -1.0], [0.0, 2.0]])
    yield np.array([[1.0, 0.0], [2.0, -1.0]]), X, W
    # Square ones first, where products that do not fit elsewhere have wrong numbers and no crash.
    for n, m, k in ((3, 3, 3), (5, 3, 2), (1, 2, 3), (4, 2, 1)):
        yield drawn(rng, n, k), drawn(rng, n, m), drawn(rng, m, k)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for args in _inputs(rng):
        for i, criterion in enumerate(PARTS):
            result = several(subject(*args), 3, "a triple (grad_X, grad_W, grad_b)")
            # The others are looked at for themselves: one wrong gradient does not cost all three.
            alone = tuple(seen if i == j else None for j, seen in enumerate(result))
            yield value(criterion, format_call(subject.name, list(args)), alone)


def _to_inputs(grad_out: Array, _X: Array, W: Array) -> Array:
    return np.asarray(grad_out @ W.T)


def _to_weights(grad_out: Array, X: Array, _W: Array) -> Array:
    return np.asarray(X.T @ grad_out)


def _to_biases(grad_out: Array, _X: Array, _W: Array) -> Array:
    return np.asarray(grad_out.sum(axis=0))


def _triple(x: Part = _to_inputs, w: Part = _to_weights, b: Part = _to_biases) -> Implementation:
    def answer(grad_out: Array, X: Array, W: Array) -> tuple[Any, Any, Any]:
        return x(grad_out, X, W), w(grad_out, X, W), b(grad_out, X, W)

    return answer


_dense_backward = _triple()


def _updates(grad_out: Array, X: Array, W: Array) -> tuple[Array, Array, Array]:
    W -= 0.1 * X.T @ grad_out
    return grad_out @ W.T, X.T @ grad_out, grad_out.sum(axis=0)


def _averages(grad_out: Array, X: Array, W: Array) -> tuple[Array, Array, Array]:
    grad_out /= len(X)
    return grad_out @ W.T, X.T @ grad_out, grad_out.sum(axis=0)


TASK = Task(
    reference=_dense_backward,
    observe=_observe,
    misconceptions=(
        Misconception(
            "averaged",
            _triple(w=lambda g, X, _: X.T @ g / len(g), b=lambda g, _X, _W: g.mean(axis=0)),
            "Weights and biases are averaged over the examples; that is the loss's business.",
        ),
        Misconception(
            "everything-averaged",
            lambda g, X, W: _dense_backward(g / len(g), X, W),
            "Everything is divided by the number of examples; that is the loss's business.",
        ),
        Misconception(
            "averaged-in-place",
            _averages,
            "It divides the incoming gradient by the number of examples, and in place at that.",
        ),
        Misconception(
            "weights-averaged",
            _triple(w=lambda g, X, _: X.T @ g / len(g)),
            "grad_W is divided by the number of examples, and grad_b is not.",
        ),
        Misconception(
            "bias-averaged",
            _triple(b=lambda g, _X, _W: g.mean(axis=0)),
            "grad_b is averaged over the examples, and grad_W is not.",
        ),
        Misconception(
            "bias-kept-axis",
            _triple(b=lambda g, _X, _W: g.sum(axis=0, keepdims=True)),
            "grad_b has an axis too many: broadcasting hides it until something else breaks.",
        ),
        Misconception(
            "bias-averaged-kept-axis",
            _triple(b=lambda g, _X, _W: g.mean(axis=0, keepdims=True)),
            "grad_b is averaged over the examples, and has an axis too many.",
        ),
        Misconception(
            "averaged-kept-axis",
            _triple(
                w=lambda g, X, _: X.T @ g / len(g), b=lambda g, _X, _W: g.mean(0, keepdims=True)
            ),
            "Weights and biases are averaged, which the loss has done; grad_b is misshapen too.",
        ),
        Misconception(
            "bias-one-number",
            _triple(b=lambda g, _X, _W: g.sum()),
            "grad_b is one number: each unit has a bias of its own.",
        ),
        Misconception(
            "bias-not-summed",
            _triple(b=lambda g, _X, _W: g),
            "grad_b still has a row for each example: all examples pull at the same biases.",
        ),
        Misconception(
            "bias-over-units",
            _triple(b=lambda g, _X, _W: g.sum(axis=1)),
            "grad_b adds up the units of each example, where it should add up the examples.",
        ),
        Misconception(
            "bias-ones",
            _triple(b=lambda g, _X, _W: np.ones(g.shape[1])),
            "grad_b is all ones: that is the last factor of the chain alone.",
        ),
        Misconception(
            "bias-of-one-example",
            _triple(b=lambda g, _X, _W: g[0]),
            "grad_b knows the first example only.",
        ),
        Misconception(
            "weights-transposed",
            _triple(w=lambda g, X, _: g.T @ X),
            "grad_W is transposed: it should have the shape of W.",
        ),
        Misconception(
            "X-not-transposed",
            _triple(w=lambda g, X, _: X @ g),
            "In grad_W, X is not transposed: that fits only where everything is square.",
        ),
        Misconception(
            "W-not-transposed",
            _triple(x=lambda g, _, W: g @ W),
            "In grad_X, W is not transposed: that fits only where the layer is square.",
        ),
        Misconception(
            "nothing-transposed",
            _triple(x=lambda g, _, W: g @ W, w=lambda g, X, _: X @ g),
            "Neither X nor W is transposed: that fits only where everything is square.",
        ),
        Misconception(
            "W-first",
            _triple(x=lambda g, _, W: W @ g),
            "In grad_X the factors are the wrong way round: that fits only square layers.",
        ),
        Misconception(
            "input-gradient-transposed",
            _triple(x=lambda g, _, W: W @ g.T),
            "grad_X is transposed: it should have an example in each row, as X has.",
        ),
        Misconception(
            "entry-by-entry",
            _triple(x=lambda g, _, W: g * W, w=lambda g, X, _: X * g),
            "Entries are multiplied with entries, where rows should meet columns.",
        ),
        Misconception(
            "input-gradient-flattened",
            _triple(x=lambda g, _, W: (g @ W.T).ravel()),
            "grad_X is flattened: the layer below needs it in the shape of X.",
        ),
        Misconception(
            "input-gradient-summed",
            _triple(x=lambda g, _, W: (g @ W.T).sum(axis=0)),
            "grad_X is added up over the examples: each has a gradient of its own.",
        ),
        Misconception(
            "weights-first",
            lambda g, X, W: (_to_weights(g, X, W), _to_inputs(g, X, W), _to_biases(g, X, W)),
            "The gradients come in another order: grad_X is asked for first.",
        ),
        Misconception(
            "inputs-last",
            lambda g, X, W: (_to_weights(g, X, W), _to_biases(g, X, W), _to_inputs(g, X, W)),
            "The gradients come in another order: grad_X is asked for first, not last.",
        ),
        Misconception(
            "sign",
            lambda g, X, W: _dense_backward(-g, X, W),
            "All signs are wrong: walking downhill is the optimizer's business.",
        ),
        Misconception(
            "updates",
            _updates,
            "It updates W, and sends the gradient down through the new weights.",
        ),
        Misconception(
            "last-example-only",
            _triple(w=lambda g, X, _: np.outer(X[-1], g[-1]), b=lambda g, _X, _W: g[-1]),
            "Only the last example counts: each overwrites what the ones before it gave.",
        ),
        Misconception(
            "input-gradient-is-W",
            _triple(x=lambda _g, _X, W: W.T),
            "grad_X is the last factor of the chain alone, without the gradient from above.",
        ),
        Misconception(
            "input-gradient-through-X",
            _triple(x=lambda g, X, _: g @ X.T),
            "grad_X goes back through X, where it should go back through the weights.",
        ),
        Misconception(
            "squared",
            lambda g, X, W: _dense_backward(g**2, X, W),
            "The gradient from above is squared.",
        ),
    ),
    hints=(
        "Z = XW + b. Ask of each of X, W and b: where does it enter Z, and with which factor?",
        "grad_X = G Wᵀ, grad_W = Xᵀ G, and grad_b is the sum of G's rows, where G = grad_out.",
        "Let the shapes lead you: each gradient has the shape of what it belongs to. @, .T, sum.",
    ),
)
