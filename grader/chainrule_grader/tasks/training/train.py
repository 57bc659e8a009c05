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
from chainrule_grader.judging.task import Implementation, Observation, Task, switch
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
        [_simulate(order * epochs, X, y, w) for order in _orders((0, 1, 2, 3, 4, 5))]
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


def _simulate(order: Order, X: Array, y: Array, w: Array) -> Array:
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
    output_gradient: Callable[[Array, Array, int, int], Array] = _no_mistakes,
    activation: Callable[[Array], Array] = activations.sigmoid,
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
        batch_losses: list[list[float]] = []
        once = batches(X, y, batch_size, rng) if mistakes.get("once") else None
        for _ in range(mistakes.get("epochs", epochs)):
            before.append(_loss(X, y, w, b))
            batch_losses.append([])
            for X_b, y_b in once or batches(X, y, batch_size, rng):
                p = activation(X_b @ w + b)
                n = len(X) if mistakes.get("of_all") else len(y_b)
                delta = output_gradient(p - y_b, p, n, batch_size)
                w = w - learning_rate * X_b.T @ delta
                b = b - learning_rate * mistakes.get("bias", np.sum)(delta)
                batch_losses[-1].append(_loss(X_b, y_b, w, b))
            after.append(_loss(X, y, w, b))
        return w, b, losses(before, after, batch_losses)

    return train


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
    make=_train,
    observe=_observe,
    misconceptions=(
        switch(
            "nominal-size",
            "You divide the gradients of a small last batch by batch_size; divide by its own size.",
            output_gradient=lambda error, _p, _n, size: error / size,
        ),
        switch(
            "divided-by-all",
            "You divide the gradients by the number of all examples; divide by the batch's size.",
            of_all=True,
        ),
        switch(
            "summed",
            "You add up the gradients of a batch; return their mean over the batch.",
            output_gradient=lambda error, _p, _n, _size: error,
        ),
        switch(
            "bias-summed",
            "The gradient of b is a sum over the batch; it must be a mean, as for w.",
            bias=lambda delta: np.sum(delta) * len(delta),
        ),
        switch(
            "bias-averaged-twice",
            "You divide the gradient of b by the batch size twice; divide once.",
            bias=np.mean,
        ),
        switch(
            "bias-from-one-example",
            "The gradient of b uses one example of the batch; use their mean.",
            bias=lambda delta: delta[-1],
        ),
        switch(
            "bias-uphill",
            "You add the gradient to b; subtract it.",
            bias=lambda delta: -np.sum(delta),
        ),
        switch(
            "bias-stays",
            "You never update b; update it like w.",
            bias=lambda _delta: 0.0,
        ),
        switch(
            "uphill",
            "Your weights move along the gradient; move against it, with p − y in the gradient.",
            output_gradient=lambda error, _p, n, _size: -error / n,
        ),
        switch(
            "doubled",
            "Your gradient has a factor of 2, which belongs to the squared error.",
            output_gradient=lambda error, _p, n, _size: 2 * error / n,
        ),
        switch(
            "sigmoid-slope-twice",
            "You multiply p − y by p (1 − p); the derivative of the sigmoid is included already.",
            output_gradient=lambda error, p, n, _size: error * p * (1 - p) / n,
        ),
        switch(
            "squared-error",
            "You use the gradient of the squared error; logistic regression uses cross-entropy.",
            output_gradient=lambda error, p, n, _size: 2 * error * p * (1 - p) / n,
        ),
        switch(
            "no-sigmoid",
            "You compute the prediction without the sigmoid, as in linear regression.",
            activation=activations.linear,
        ),
        switch(
            "starts-at-zero",
            "You start from zero; start from the w and b that are given.",
            start=0.0,
        ),
        switch(
            "loss-before",
            "You compute each loss before its epoch; compute it after the epoch.",
            losses=lambda before, _a, _i: before,
        ),
        switch(
            "loss-with-start",
            "You return one loss too many: the one before the first epoch.",
            losses=lambda before, after, _i: [*before[:1], *after],
        ),
        switch(
            "loss-of-last-batch",
            "You compute the loss of the last batch; compute it over all of X.",
            losses=lambda _b, _a, batch_losses: [one[-1] for one in batch_losses],
        ),
        switch(
            "mean-of-batches",
            "You average the losses of batches; compute the loss over all of X after the epoch.",
            losses=lambda _b, _a, batch_losses: [float(np.mean(one)) for one in batch_losses],
        ),
        switch(
            "sum-of-batches",
            "You add up the losses of batches; compute the loss over all of X after the epoch.",
            losses=lambda _b, _a, batch_losses: [float(np.sum(one)) for one in batch_losses],
        ),
        switch(
            "loss-of-every-batch",
            "You return one loss for each batch; return one for each epoch.",
            losses=lambda _b, _a, batch_losses: list(itertools.chain(*batch_losses)),
        ),
        switch(
            "last-loss-only",
            "You return the last loss only; return a list with one loss for each epoch.",
            losses=lambda _b, after, _i: after[-1],
        ),
        switch(
            "negative-loss",
            "Your losses are negative; the cross-entropy has a minus before the mean.",
            losses=lambda _b, after, _i: [-loss for loss in after],
        ),
        switch(
            "one-epoch",
            "You train for one epoch only; check whether return stands inside the loop.",
            epochs=1,
        ),
        switch(
            "not-shuffled",
            "The examples have the same order in every epoch; shuffle them.",
            batches=_in_order,
        ),
        switch(
            "shuffled-once",
            "You shuffle the examples once; shuffle them again in every epoch.",
            once=True,
        ),
        switch(
            "last-lost",
            "You leave out the last batch if it is smaller than batch_size; use all examples.",
            batches=_without_last,
        ),
        switch(
            "all-at-once",
            "Every step uses all examples; use batches of batch_size examples.",
            batches=_all,
        ),
        switch(
            "targets-apart",
            "You shuffle X and y separately; each row of X must keep its target.",
            batches=_apart,
        ),
    ),
    uses=("training/minibatches",),
    hints=(
        "Two loops: over the epochs, and inside over new batches. Each batch gives one step.",
        "p = σ(X_b w + b); w ← w − η X_bᵀ (p − y_b) / B; b ← b − η mean(p − y_b); B = len(y_b).",
        "After the inner loop, append the mean cross-entropy over all of X with the new w and b.",
    ),
)
