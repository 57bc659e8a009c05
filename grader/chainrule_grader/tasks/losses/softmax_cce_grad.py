"""The gradient of softmax and categorical cross-entropy together, with respect to the logits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations, losses
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import FLATTENED, INTEGERS, ROUNDED, TRANSPOSED
from chainrule_grader.tasks.losses._clipping import clipped
from chainrule_grader.tasks.losses._gradients import REVERSED, WITHOUT_SIGN
from chainrule_grader.tasks.losses._inputs import Array, one_hot
from chainrule_grader.tasks.losses._reductions import DOUBLED, EXTRA_AXIS, HALVED, only

_LOSS = losses.CategoricalCrossentropy(from_logits=True)

Part = Callable[[Array], Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one example", np.array([[0.0, 1.0]]), np.array([[0.5, 0.0]])
    yield "one example", np.array([[0, 1, 0]]), np.array([[1, 2, 3]])
    yield "one example", one_hot(rng, 1, 4), rng.normal(scale=2, size=(1, 4)).round(2)
    rows = np.array([[2.0, -1.0, 0.5], [0.0, 1.0, -2.0]])
    yield "several examples", np.array([[1, 0, 0], [0, 0, 1]]), rows
    for n, k in ((4, 3), (2, 4), (3, 3), (5, 2)):
        yield "several examples", one_hot(rng, n, k), rng.normal(scale=2, size=(n, k))
    y = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    yield "large scores", y, np.array([[1000.0, 0.5, 0.0], [-1001.0, -1000.0, -999.0]])
    yield "large scores", y, np.array([[1000.0, 1001.0, 999.5], [-1000.0, 1000.0, 0.0]])
    # Quarters are exact in single precision, also beside 1000.
    scores = rng.permutation([[-1000.0], [0.0], [1000.0]]) + rng.integers(-8, 9, (3, 4)) / 4
    yield "large scores", one_hot(rng, 3, 4), scores


def _largest_of_row(z: Array) -> Any:
    return z.max(axis=1, keepdims=True)


def _sum_of_row(powers: Array) -> Any:
    return powers.sum(axis=1, keepdims=True)


def _make(
    shift: Part = _largest_of_row,
    powers: Part = np.exp,
    total: Part = _sum_of_row,
    derivative: Callable[[Array, Array], Any] = lambda s, y: s - y,
    count: Callable[[Array], Any] = len,
    buffer: Callable[[Any, Array, Array], Any] = lambda g, _y, _z: g,
) -> Implementation:
    """Return a derivative that uses the softmax of the logits, divided by the number of examples.

    `buffer` stores it in an array that is like the targets or like the logits.
    """

    def gradient(y: Array, z: Array) -> Any:
        e = powers(z - shift(z))
        return buffer(derivative(e / total(e), y) / count(y), y, z)

    return gradient


def _no_shift(_z: Array) -> float:
    return 0.0


def _through_softmax(s: Array, upstream: Array) -> Array:
    """Multiply a gradient with respect to the probabilities by the Jacobian of softmax."""
    return np.asarray(s * (upstream - (upstream * s).sum(axis=1, keepdims=True)))


def _as_type(g: Any, like: Array) -> Any:
    return np.asarray(g).astype(like.dtype)


def _softmax_cce_grad(y: Array, logits: Array) -> Any:
    return _LOSS.gradient(y, logits)


TASK = Task(
    reference=_softmax_cce_grad,
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "no-shift",
            "np.exp overflows for large logits; subtract the maximum of the row first.",
            shift=_no_shift,
        ),
        switch(
            "epsilon-in-the-sum",
            "np.exp overflows for large logits, even if you add a small number to the sum.",
            shift=_no_shift,
            total=lambda e: _sum_of_row(e) + 1e-8,
        ),
        switch(
            "one-maximum",
            "You subtract the maximum of the whole array; subtract each row's own maximum.",
            shift=np.max,
        ),
        switch(
            "maximum-of-columns",
            "You subtract the maximum of each column (axis 0); subtract that of each row.",
            shift=lambda z: z.max(axis=0),
        ),
        switch(
            "mean-subtracted",
            "You subtract the mean, so np.exp can still overflow; subtract the row's maximum.",
            shift=lambda z: z.mean(axis=1, keepdims=True),
        ),
        switch(
            "whole-batch",
            "You divide by the sum over the whole array; divide each row by its own sum.",
            total=np.sum,
        ),
        switch(
            "over-the-examples",
            "Your softmax runs along the columns (axis 0); the classes of an example are in a row.",
            shift=lambda z: z.max(axis=0),
            total=lambda e: e.sum(axis=0),
        ),
        switch(
            "sum-of-columns",
            "Your softmax divides by the sum of each column; divide by the sum of each row.",
            total=lambda e: e.sum(axis=0),
        ),
        switch(
            "no-keepdims",
            "The sum of each row loses its axis, so the shapes do not fit; use keepdims=True.",
            total=lambda e: e.sum(axis=1),
        ),
        switch(
            "maximum-without-keepdims",
            "The maximum of each row loses its axis, so the shapes do not fit; use keepdims=True.",
            shift=lambda z: z.max(axis=1),
        ),
        switch(
            "not-normalised",
            "Your softmax does not divide by the sum of the row.",
            total=lambda _e: 1.0,
        ),
        switch(
            "not-divided",
            "You return the gradient of a sum; divide by the number of examples.",
            count=lambda _y: 1,
        ),
        switch(
            "mean-of-all-entries",
            "You divide by the number of all entries; divide by the number of examples (rows).",
            count=np.size,
        ),
        switch(
            "divided-by-classes",
            "You divide by the number of classes; divide by the number of examples.",
            count=lambda y: y.shape[1],
        ),
        switch(
            "divided-twice",
            "You divide by the number of examples twice; divide once.",
            count=lambda y: len(y) ** 2,
        ),
        switch(
            "sum-halved",
            "You always divide by 2; divide by the number of examples.",
            count=lambda _y: 2,
        ),
        switch(
            "precedence",
            "You divide only y by the number of examples; put the difference in brackets.",
            derivative=lambda s, y: s - y / len(y),
            count=lambda _y: 1,
        ),
        switch(
            "precedence-of-the-softmax",
            "You divide only the probabilities by the number of examples; divide the difference.",
            derivative=lambda s, y: s / len(y) - y,
            count=lambda _y: 1,
        ),
        REVERSED,
        switch(
            "target-not-used",
            "Your gradient does not depend on y; subtract the target from the probabilities.",
            derivative=lambda s, y: s + 0 * y,
        ),
        switch(
            "target-k-times",
            "You subtract the target once for each class; subtract it once.",
            derivative=lambda s, y: s - y.shape[1] * y,
        ),
        switch(
            "target-class-only",
            "Only the target's class has a gradient; the other logits change p, too.",
            derivative=lambda s, y: (s - y) * y,
        ),
        switch(
            "diagonal-jacobian",
            "You use only the diagonal of the Jacobian, and you divide by p, which can be 0.",
            derivative=lambda s, y: -y / s * s * (1 - s),
        ),
        switch(
            "through-the-quotient",
            "You divide by p, which is 0 for some large logits; simplify the chain rule first.",
            derivative=lambda s, y: _through_softmax(s, -y / s),
        ),
        switch(
            "through-the-clipped-quotient",
            "You divide by the clipped p, so the gradient is lost where p is almost 0.",
            derivative=lambda s, y: _through_softmax(s, -y / clipped(s)),
        ),
        switch(
            "at-the-probabilities",
            "You return the gradient with respect to the probabilities; continue to the logits.",
            derivative=lambda s, y: -y / clipped(s),
        ),
        switch(
            "at-the-probabilities-unclipped",
            "You return the gradient with respect to the probabilities; continue to the logits.",
            derivative=lambda s, y: -y / s,
        ),
        switch(
            "times-the-derivative",
            "You multiply by s · (1 − s) as well; softmax's derivative is included already.",
            derivative=lambda s, y: (s - y) * s * (1 - s),
        ),
        switch(
            "derivative-of-the-softmax",
            "You return s · (1 − s), without the loss and its target.",
            derivative=lambda s, y: s * (1 - s) + 0 * y,
        ),
        switch(
            "of-the-squared-error",
            "You differentiate the squared error; the loss here is the cross-entropy.",
            derivative=lambda s, y: 2 * (s - y) * s * (1 - s),
        ),
        switch(
            "softmax-twice",
            "You apply softmax twice; apply it once.",
            derivative=lambda s, y: activations.softmax(s) - y,
        ),
        switch(
            "softmax-of-the-target",
            "You apply softmax to y, which holds probabilities already.",
            derivative=lambda s, y: s - activations.softmax(y * 1.0),
        ),
        switch(
            "class-number-subtracted",
            "You subtract the number of the target's class from each entry; y is one-hot already.",
            derivative=lambda s, y: s - y.argmax(axis=1)[:, np.newaxis],
        ),
        switch(
            "one-subtracted-everywhere",
            "You subtract 1 from every class; subtract it at the target's class only.",
            derivative=lambda s, y: s - 1 + 0 * y,
        ),
        switch(
            "smoothed",
            "You use label smoothing; the task has none.",
            derivative=lambda s, y: s - 0.9 * y - 0.1 / y.shape[1],
        ),
        switch(
            "added",
            "You add probabilities and target; subtract the target.",
            derivative=lambda s, y: s + y,
        ),
        switch(
            "squared",
            "You square the difference; the gradient has no square.",
            derivative=lambda s, y: (s - y) ** 2,
        ),
        switch(
            "logarithms",
            "You subtract y from the logarithms of softmax; subtract it from softmax itself.",
            derivative=lambda s, y: np.log(clipped(s)) - y,
        ),
        switch(
            "terms-of-the-loss",
            "You return the terms of the loss; return their derivatives.",
            derivative=lambda s, y: -y * np.log(clipped(s)),
        ),
        switch(
            "largest-only",
            "You set the largest probability to 1 and the others to 0; use the probabilities.",
            derivative=lambda s, y: (s == s.max(axis=1, keepdims=True)) - y,
        ),
        switch(
            "integer-buffer",
            "You store the gradient in an array like y; integers in y remove the decimals.",
            buffer=lambda g, y, _z: _as_type(g, y),
        ),
        switch(
            "integer-buffer-of-the-logits",
            "You store the gradient in an array like the logits; integers remove the decimals.",
            buffer=lambda g, _y, z: _as_type(g, z),
        ),
        switch(
            "times-the-logits",
            "You multiply by the logits, which are not part of this gradient.",
            buffer=lambda g, _y, z: g * z,
        ),
        switch(
            "clipped-at-one",
            "You clip the logits at 1, so larger ones become equal; subtract the maximum.",
            arguments=lambda y, z: (y, np.clip(z, -1, 1)),
        ),
        switch(
            "clipped-at-ten",
            "You clip the logits at 10, so larger ones become equal; subtract the maximum.",
            arguments=lambda y, z: (y, np.clip(z, -10, 10)),
        ),
        switch(
            "clipped-at-a-hundred",
            "You clip the logits at 100, so larger ones become equal; subtract the maximum.",
            arguments=lambda y, z: (y, np.clip(z, -100, 100)),
        ),
        switch(
            "arguments-exchanged",
            "You exchange y and the logits: softmax is for the logits.",
            arguments=lambda y, z: (z, y),
        ),
        switch(
            "no-softmax",
            "You subtract y from the logits; apply softmax to them first.",
            shift=_no_shift,
            powers=lambda z: z * 1.0,
            total=lambda _e: 1.0,
        ),
        switch(
            "sigmoid",
            "You apply the sigmoid to each logit; softmax normalises each row.",
            shift=_no_shift,
            powers=activations.sigmoid,
            total=lambda _e: 1.0,
        ),
        WITHOUT_SIGN,
        switch(
            "one-number",
            "You return one number; return one derivative for each logit.",
            result=np.sum,
        ),
        switch(
            "for-each-class",
            "You add up the gradient over the examples; return one row for each example.",
            result=lambda g: g.sum(axis=0),
        ),
        switch(
            "for-each-example",
            "You return one number for each example; return one for each of its logits.",
            derivative=lambda s, y: ((s - y) * y).sum(axis=1),
        ),
        switch(
            "first-example-only",
            "Your gradient is 0 except for the first example; compute it for all examples.",
            result=only(slice(1)),
        ),
        switch(
            "without-the-last-example",
            "In your gradient the last example is 0; check where the loop ends.",
            result=only(slice(-1)),
        ),
        TRANSPOSED,
        FLATTENED,
        HALVED,
        DOUBLED,
        EXTRA_AXIS,
        INTEGERS,
        *ROUNDED,
        Misconception(
            "scores-as-probabilities",
            lambda y, z: -y / np.clip(z, 1e-7, 1 - 1e-7) / len(y),
            "You use the logits as probabilities; apply softmax first.",
        ),
        Misconception(
            "the-loss",
            _LOSS,
            "You return the loss; return its gradient.",
        ),
    ),
    hints=(
        "If one logit rises, the probability of its own class grows and all others shrink.",
        "The target's class gets (p − 1)/n and every other class p/n; n is the number of rows.",
        "Compute a stable softmax of each row, subtract y, divide the difference by len(y).",
    ),
)
