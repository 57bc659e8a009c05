"""A new head on frozen features: softmax regression, which needs few examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from chainrule_worker.handles import Seed
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import check_property, numbers, several
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task

Array: TypeAlias = NDArray[Any]

ENOUGH = 0.93
"""The accuracy that is asked for; the classes lie so far apart that 0.995 is to be had."""
AROUND = np.array([[2.0, 2, 0, 0], [-2, 1, 2, 0], [0, -2, -2, 1]])
"""Where the classes of a first problem lie: on all sides of zero."""
ONE_SIDE = np.array([[1.0, 1, 1], [3, 3, 3]])
"""Where those of a second do: in one direction, near and far."""


def _observe(transfer: Subject, rng: Generator) -> Iterator[Observation]:
    for criterion, around in {
        "classes on all sides": AROUND,
        "classes on one side": ONE_SIDE,
    }.items():
        seed, centres = int(rng.integers(10**6)), _turned(around, rng)
        yield from _look(
            transfer, criterion, _blobs(centres, 30, rng), _blobs(centres, 200, rng), seed
        )


def _turned(centres: Array, rng: Generator) -> Array:
    """Turn centres in any direction, among up to nine more features, so that no stored head fits.

    Distances stay the same, and so does the difficulty.
    """
    m = centres.shape[1]
    directions = np.linalg.qr(rng.normal(size=(m + int(rng.integers(10)), m)))[0]
    return np.asarray(rng.permutation(centres) @ directions.T)


def _blobs(centres: Array, each: int, rng: Generator) -> tuple[Array, Array]:
    """Draw so many examples of each class around its centre, in any order."""
    y = rng.permutation(np.repeat(np.arange(len(centres)), each))
    return centres[y] + rng.normal(scale=0.35, size=(len(y), centres.shape[1])), y


def _look(
    transfer: Subject,
    criterion: str,
    train: tuple[Array, Array],
    new: tuple[Array, Array],
    seed: int,
) -> Iterator[Observation]:
    m, k = train[0].shape[1], int(train[1].max()) + 1
    W, b = several(transfer(*train, Seed(seed)), 2, "a pair (W, b)")
    W, b = numbers(W, "W").astype(float), numbers(b, "b").astype(float)
    what = f"transfer(features of shape {train[0].shape}, y, rng)"

    def so(condition: Any, message: str) -> Observation:
        return check_property(criterion, what, condition, message)

    yield so(W.shape != (k, m), "Your W is transposed; it needs one row for each feature.")
    yield so(W.shape != (m, 10), "W has ten columns, where there are fewer classes in y.")
    yield so(W.shape == (m, k), f"W is of shape {W.shape}, where {(m, k)} is needed.")
    yield so(b.shape != (1, k), f"b is a table with one row, where shape {(k,)} is needed.")
    yield so(b.shape in {(k,), (1, k)}, f"b is of shape {b.shape}, where {(k,)} is needed.")
    if W.shape != (m, k) or b.shape not in {(k,), (1, k)}:
        return
    sane = bool((np.abs(W) < 1e100).all() and (np.abs(b) < 1e100).all())
    yield so(sane, "The weights are not finite: the steps are too long, or a power overflows.")
    if sane:
        yield so(np.ptp(W) > 0, "All entries of W are the same: nothing was learned.")
        yield so(_accuracy(W, b, *train) > 0.25, "The head is wrong even more often than by guess.")
        fits = _accuracy(W, b, *train) >= ENOUGH
        without = "You never update b; train it like W."
        yield so(fits or np.ptp(b) > 1e-9, without)
        yield so(fits, "The head does not fit the examples that it was trained on.")
        yield so(_accuracy(W, b, *new) >= ENOUGH, "The head is often wrong on new examples.")


def _accuracy(W: Array, b: Array, features: Array, y: Array) -> float:
    return float(np.mean(np.argmax(features @ W + b, axis=1) == y))


def _fit(
    features: Array, y: Array, *, rate: float = 0.5, steps: int = 300, bias: bool = True
) -> tuple[Array, Array]:
    k = int(y.max()) + 1
    W, b, Y = np.zeros((features.shape[1], k)), np.zeros(k), np.eye(k)[y.astype(int)]
    for _ in range(steps):
        z = features @ W + b
        e = np.exp(z - z.max(axis=1, keepdims=True))
        error = (e / e.sum(axis=1, keepdims=True) - Y) / len(y)
        W = W - rate * features.T @ error
        b = b - rate * error.sum(axis=0) * bias
    return W, b


def _transfer(features: Array, y: Array, rng: Generator) -> tuple[Array, Array]:  # noqa: ARG001  zeros do
    return _fit(features, y)


def _untrained(features: Array, y: Array, rng: Generator) -> tuple[Array, Array]:  # noqa: ARG001  that is the mistake
    k = int(y.max()) + 1
    return np.zeros((features.shape[1], k)), np.zeros(k)


def _no_bias(features: Array, y: Array, rng: Generator) -> tuple[Array, Array]:  # noqa: ARG001  zeros do
    return _fit(features, y, bias=False)


def _uphill(features: Array, y: Array, rng: Generator) -> tuple[Array, Array]:
    W, b = _transfer(features, y, rng)
    return -W, -b


def _transposed(features: Array, y: Array, rng: Generator) -> tuple[Array, Array]:
    W, b = _transfer(features, y, rng)
    return W.T, b


def _row(features: Array, y: Array, rng: Generator) -> tuple[Array, Array]:
    W, b = _transfer(features, y, rng)
    return W, b[np.newaxis]


def _ten(features: Array, y: Array, rng: Generator) -> tuple[Array, Array]:
    W, b = _transfer(features, y, rng)
    return np.pad(W, ((0, 0), (0, 10 - W.shape[1]))), np.pad(b, (0, 10 - len(b)))


TASK = Task(
    reference=_transfer,
    observe=_observe,
    misconceptions=(
        Misconception(
            "untrained", _untrained, "Your W and b are still at their start; train the head."
        ),
        Misconception(
            "no-bias",
            _no_bias,
            "You never update b; train it like W.",
        ),
        Misconception("uphill", _uphill, "Your steps increase the loss; subtract the gradient."),
        Misconception(
            "transposed", _transposed, "Your W is transposed; it needs one row for each feature."
        ),
        Misconception(
            "bias-as-a-table", _row, "Your b has the shape (1, k); it must have the shape (k,)."
        ),
        Misconception("always-ten", _ten, "You always use ten classes; count the classes in y."),
    ),
    hints=(
        "Features stand still; only W and b move. Begin at zero and walk down the cross-entropy.",
        "E = (softmax(F W + b) − Y) / n, then W ← W − η Fᵀ E and b ← b − η Σ E over the examples.",
        "Y = np.eye(k)[y] with k = y.max() + 1; a rate of 0.5 and 300 steps over all of F will do.",
    ),
)
