"""Logistic regression by mini-batches.

Where the order of the examples makes no difference, because there is one batch, or because all
examples are alike, the numbers themselves are compared. Elsewhere the result must be one that some
order leads to. Six examples in batches of two have 90 orders; that a right answer meets the same
one under six seeds, or repeats it in the second epoch of each, happens once in 90⁵ and in 90⁶.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from chainrule import activations
from chainrule_worker.handles import Seed
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import check_property, numbers, several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.tasks.training.minibatches import minibatches

Array: TypeAlias = NDArray[Any]
Order: TypeAlias = tuple[tuple[int, ...], ...]
TRIPLE = "a triple (w, b, losses)"

ONCE = "Some examples count twice in an epoch and others never, or a batch is not averaged."
SHUFFLED = "The batches come in the same order whatever the generator: nothing is shuffled."
AFTER = "The last loss is not that of the weights that come back, over all of X."
ANEW = "All epochs have the same batches: they should be shuffled anew each time."


class Seen(NamedTuple):
    """What a training gave."""

    w: Array
    b: Array
    losses: Array


def _trained(result: Any, m: int, epochs: int) -> Seen:
    w, b, losses = several(result, 3, TRIPLE)
    return Seen(numbers(w, "w", (m,)), numbers(b, "b", ()), numbers(losses, "losses", (epochs,)))


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    seed = Seed(int(rng.integers(2**32)))
    X, w = rng.normal(size=(6, 2)).round(3), np.array([0.5, -1.0])
    y = np.array([1.0, 0.0, 1.0, 1.0, 0.0, 0.0])
    same = np.tile(X[:1], (7, 1)), np.ones(7)
    for criterion, (rows, targets), rate, epochs, size in (
        ("all at once", (X, y), 0.5, 3, 6),
        ("all at once", (X[:5], y[:5]), 0.8, 2, 12),
        ("batches", same, 0.6, 2, 3),
        ("batches", (X, y), 0.0, 2, 4),
    ):
        n = len(rows)
        alike = ", all of them alike" if n == 7 else ""
        what = f"train(X, y, w, b, {rate}, {epochs}, {size}, rng) with {n} examples{alike}"
        result = several(subject(rows, targets, w, 0.25, rate, epochs, size, seed), 3, TRIPLE)
        yield value(criterion, what, tuple(result))
    yield from _observe_batches(subject, rng)


def _observe_batches(subject: Subject, rng: Generator) -> Iterator[Observation]:
    case = int(rng.integers(2**32))
    X, y, w, once, twice = _possible(case)
    what = "train(X, y, w, b, 0.7, {}, 2, rng) with 6 examples"
    ends: list[int] = []
    repeated: list[int] = []
    right: list[bool] = []
    for seed in np.random.default_rng(case).integers(2**32, size=6):
        for epochs, possible, found in ((1, once, ends), (2, twice, repeated)):
            result = subject(X, y, w, 0.25, 0.7, epochs, 2, Seed(int(seed)))
            seen = _trained(result, 2, epochs)
            found.append(_which(seen, possible))
            loss = _loss(X, y, seen.w, float(seen.b))
            right.append(abs(loss - float(seen.losses[-1])) < 1e-5)
    yield check_property("batches", what.format(1), -1 not in ends, ONCE)
    yield check_property("batches", what.format(1), len(set(ends)) > 1, SHUFFLED)
    yield check_property("batches", what.format(1), all(right), AFTER)
    yield check_property("batches", what.format(2), -1 in repeated, ANEW)


def _which(seen: Seen, possible: Array) -> int:
    """Return which of the possible ends that is, or −1."""
    end = np.append(seen.w, seen.b).astype(float)
    near = np.abs(possible - end).max(axis=1) < 1e-5
    return int(near.argmax()) if near.any() else -1


@functools.lru_cache(maxsize=64)
def _possible(case: int) -> tuple[Array, Array, Array, Array, Array]:
    """Draw examples and follow all orders, for one epoch, and for two that are alike."""
    rng = np.random.default_rng(case)
    X, w = rng.normal(size=(6, 2)).round(3), rng.normal(size=2).round(3)
    y = np.array([1.0, 0.0, 1.0, 1.0, 0.0, 0.0])
    ends = [
        [_follow(order * epochs, X, y, w) for order in _orders((0, 1, 2, 3, 4, 5))]
        for epochs in (1, 2)
    ]
    return X, y, w, np.array(ends[0]), np.array(ends[1])


def _orders(rows: tuple[int, ...]) -> Iterator[Order]:
    """Yield every way to deal the rows out in pairs."""
    if not rows:
        yield ()
    for pair in itertools.combinations(rows, 2):
        for rest in _orders(tuple(row for row in rows if row not in pair)):
            yield (pair, *rest)


def _follow(order: Order, X: Array, y: Array, w: Array) -> Array:
    b = 0.25
    for rows in map(list, order):
        error = activations.sigmoid(X[rows] @ w + b) - y[rows]
        w, b = w - 0.7 * X[rows].T @ error / 2, b - 0.7 * float(error.mean())
    return np.append(w, b)


def _loss(X: Array, y: Array, w: Array, b: float) -> float:
    p = np.clip(activations.sigmoid(X @ w + b), 1e-7, 1 - 1e-7)
    return float(-np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))


def _no_mistakes(error: Array, _p: Array, n: int, _size: int) -> Array:
    return error / n


def _train(
    slope: Callable[[Array, Array, int, int], Array] = _no_mistakes,
    bend: Callable[[Array], Array] = activations.sigmoid,
    batches: Implementation = minibatches,
    losses: Callable[[list[float], list[float], list[list[float]]], Any] = lambda _b, a, _i: a,
    **mistakes: Any,
) -> Implementation:
    """Return a training loop with mistakes; `losses` selects when a loss is recorded."""

    def train(
        X: Array,
        y: Array,
        w: Array,
        b: float,
        learning_rate: float,
        epochs: int,
        batch_size: int,
        rng: Generator,
    ) -> tuple[Array, Any, Any]:
        w, b = w * mistakes.get("start", 1.0), b * mistakes.get("start", 1.0)
        before, after = [], []
        inside: list[list[float]] = []
        once = batches(X, y, batch_size, rng) if mistakes.get("once") else None
        for _ in range(mistakes.get("epochs", epochs)):
            before.append(_loss(X, y, w, b))
            inside.append([])
            for X_b, y_b in once or batches(X, y, batch_size, rng):
                p = bend(X_b @ w + b)
                n = len(X) if mistakes.get("of_all") else len(y_b)
                delta = slope(p - y_b, p, n, batch_size)
                w = w - learning_rate * X_b.T @ delta
                b = b - learning_rate * mistakes.get("bias", np.sum)(delta)
                inside[-1].append(_loss(X_b, y_b, w, b))
            after.append(_loss(X, y, w, b))
        return w, b, losses(before, after, inside)

    return train


def _in_place(
    X: Array, y: Array, w: Array, b: float, rate: float, epochs: int, size: int, rng: Generator
) -> Any:
    trained = _train()(X, y, w, b, rate, epochs, size, rng)
    w[:] = trained[0]
    return trained


def _in_order(X: Array, y: Array, size: int, _rng: Generator) -> Any:
    return [(X[i : i + size], y[i : i + size]) for i in range(0, len(X), size)]


def _without_last(X: Array, y: Array, size: int, rng: Generator) -> Any:
    return [batch for batch in minibatches(X, y, size, rng) if len(batch[0]) >= min(size, len(X))]


def _all(X: Array, y: Array, _size: int, _rng: Generator) -> Any:
    return [(X, y)]


def _apart(X: Array, y: Array, size: int, rng: Generator) -> Any:
    return minibatches(X, rng.permutation(y), size, rng)


TASK = Task(
    reference=_train(),
    observe=_observe,
    misconceptions=tuple(
        Misconception(name, wrong, message)
        for name, wrong, message in (
            (
                "nominal-size",
                _train(lambda e, _p, _n, size: e / size),
                "A small last batch is divided by batch_size, and not by its own size.",
            ),
            (
                "divided-by-all",
                _train(of_all=True),
                "A batch's gradients are divided by the number of all examples, not of its own.",
            ),
            (
                "summed",
                _train(lambda e, _p, _n, _size: e),
                "A batch's gradients are added up, where they should be averaged.",
            ),
            (
                "bias-summed",
                _train(bias=lambda delta: np.sum(delta) * len(delta)),
                "The bias's gradient is added up over the batch, and that of w is averaged.",
            ),
            (
                "bias-averaged-twice",
                _train(bias=np.mean),
                "The bias's gradient is averaged twice, and that of w once.",
            ),
            (
                "uphill",
                _train(lambda e, _p, n, _size: -e / n),
                "The weights run uphill: the sign of the step, or of the difference, is wrong.",
            ),
            (
                "doubled",
                _train(lambda e, _p, n, _size: 2 * e / n),
                "The gradient has a factor of 2, which belongs to the squared error.",
            ),
            (
                "sigmoid-slope-twice",
                _train(lambda e, p, n, _size: e * p * (1 - p) / n),
                "The sigmoid's slope is in p − y already; you multiply it in again.",
            ),
            (
                "squared-error",
                _train(lambda e, p, n, _size: 2 * e * p * (1 - p) / n),
                "The steps follow the squared error; logistic regression has another loss.",
            ),
            (
                "no-sigmoid",
                _train(bend=activations.linear),
                "The prediction has no sigmoid: that is linear regression.",
            ),
            (
                "bias-stays",
                _train(bias=lambda _delta: 0.0),
                "The bias is not trained: it comes back as it went in.",
            ),
            (
                "starts-at-zero",
                _train(start=0.0),
                "Training starts at zero: the w and b that were given are not used.",
            ),
            (
                "in-place",
                _in_place,
                "It trains its input w itself, so that the caller's first weights are lost.",
            ),
            (
                "loss-before",
                _train(losses=lambda before, _a, _i: before),
                "Each loss is taken before its epoch, and not after it.",
            ),
            (
                "loss-with-start",
                _train(losses=lambda before, after, _i: [*before[:1], *after]),
                "There is a loss too many: the one from before the first epoch.",
            ),
            (
                "loss-of-last-batch",
                _train(losses=lambda _b, _a, inside: [one[-1] for one in inside]),
                "The loss is that of the last batch alone; the task wants it over all of X.",
            ),
            (
                "mean-of-batches",
                _train(losses=lambda _b, _a, inside: [float(np.mean(one)) for one in inside]),
                "The loss is the mean of what the batches saw on the way, while w still changed.",
            ),
            (
                "loss-of-every-batch",
                _train(losses=lambda _b, _a, inside: list(itertools.chain(*inside))),
                "There is a loss for each batch; the task wants one for each epoch.",
            ),
            (
                "last-loss-only",
                _train(losses=lambda _b, after, _i: after[-1]),
                "There is only one loss, where each epoch should have its own.",
            ),
            (
                "negative-loss",
                _train(losses=lambda _b, after, _i: [-loss for loss in after]),
                "The losses are negative: the minus before the mean is missing.",
            ),
            (
                "one-epoch",
                _train(epochs=1),
                "There is one epoch and no more: does the return stand inside the loop?",
            ),
            (
                "not-shuffled",
                _train(batches=_in_order),
                "The examples come in the same order in every epoch: nothing is shuffled.",
            ),
            (
                "shuffled-once",
                _train(once=True),
                "The examples are shuffled once, and not anew in every epoch.",
            ),
            (
                "last-lost",
                _train(batches=_without_last),
                "Examples that do not fill a whole batch are never learned from.",
            ),
            (
                "all-at-once",
                _train(batches=_all),
                "Every step sees all the examples: batch_size is not used.",
            ),
            (
                "targets-apart",
                _train(batches=_apart),
                "X and y are shuffled apart: each row learns another one's target.",
            ),
        )
    ),
    uses=("training/minibatches",),
    hints=(
        "Two loops: over the epochs, and in each of them over fresh batches. One step a batch.",
        "p = σ(X_b w + b); w ← w − η X_bᵀ (p − y_b) / B; b ← b − η mean(p − y_b); B = len(y_b).",
        "After the inner loop append the mean cross-entropy over all of X, with the new w and b.",
    ),
)
