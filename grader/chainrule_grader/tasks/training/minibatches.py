"""All examples, shuffled, a few at a time.

What is drawn at random is judged by what holds for any draw. The chance that a right one fails: of
40 or more shuffled examples, half or more stand beside a neighbour of before (below 1e-12); all
batches are stretches of the original order (below 1e-20); some place holds the same example under
eight seeds (40 · 40⁻⁷ < 1e-9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from chainrule_worker.calls.call import Outcome
from chainrule_worker.handles import Seed
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import type_in_words
from chainrule_grader.judging.observation import check_property, numbers, reject, several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task

Array: TypeAlias = NDArray[Any]
Batches: TypeAlias = list[tuple[Array, Array]]
Order: TypeAlias = Callable[[int, int, Generator], list[Array]]

SIZES = "The batches have wrong sizes; count them, and look at the last one."
LENGTHS = "In a batch, X_b and y_b have different lengths."
ONCE = "Some examples are missing or occur twice; every example must occur once."
TOGETHER = "A row of X_b has the target of another example; shuffle X and y together."
MIXED_X = "The rows of X are in their old order; shuffle them."
MIXED_Y = "The targets are in their old order; shuffle them like X."
ACROSS = "Only neighbouring examples come into the same batch; shuffle before you divide."
DIFFERENT = "The order is the same for every seed; draw it from rng."
AGAIN = "The same seed gives different orders; draw from rng only."
PLACES = "One example is always at the same place; shuffle all examples."


@dataclass(frozen=True)
class Seen:
    """Batches, taken apart; the examples are known by their numbers."""

    X: list[Array]
    y: list[Array]

    @property
    def rows(self) -> Array:
        return np.concatenate(self.X) if self.X else np.empty((0, 1))

    @property
    def targets(self) -> Array:
        return np.concatenate(self.y) if self.y else np.empty(0)

    @property
    def of_rows(self) -> Array:
        return np.round(self.rows[:, 0])

    @property
    def of_targets(self) -> Array:
        targets = self.targets
        return np.round((targets if targets.ndim == 1 else targets[:, 0]) / 10)


def _seen(result: Any, X: Array, y: Array) -> Seen:
    if not isinstance(result, (list, tuple)):
        reject(f"gives {type_in_words(result)} where a batch (X_b, y_b) after the other is needed")
    pairs = [several(pair, 2, "a pair (X_b, y_b) for each batch") for pair in result]
    both = Seen([numbers(p[0], "X_b") for p in pairs], [numbers(p[1], "y_b") for p in pairs])
    for name, batches, whole in (("X_b", both.X, X), ("y_b", both.y, y)):
        for batch in batches:
            if batch.ndim != whole.ndim or batch.shape[1:] != whole.shape[1:]:
                reject(f"gives {name} of shape {batch.shape}: all but the first axis should stay")
    return both


def _data(rng: Generator, n: int, outputs: int) -> tuple[Array, Array]:
    X, y = rng.normal(size=(n, 3)).round(3), 10.0 * np.arange(n)
    X[:, 0] = np.arange(n)
    return X, np.stack([y, -y], axis=1) if outputs == 2 else y


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for criterion, n, size, outputs in (
        ("batches of one size", 12, 4, 1),
        ("batches of one size", 11, 1, 1),
        ("a small last batch", 10, 4, 2),
        ("a small last batch", 13, 3, 1),
        ("one batch for all", 9, 16, 1),
        ("one batch for all", 14, 14, 2),
    ):
        X, y = _data(rng, n, outputs)
        what = f"minibatches(X, y, {size}, rng) with {n} examples"
        seen = _seen(subject(X, y, size, Seed(int(rng.integers(2**32)))), X, y)
        sizes = [len(batch) for batch in seen.X]
        yield Observation(criterion, what, Outcome(sizes), message=SIZES)
        yield check_property(criterion, what, sizes == [len(batch) for batch in seen.y], LENGTHS)
        whole = [_whole(order, n) for order in (seen.of_rows, seen.of_targets)]
        yield check_property(criterion, what, all(whole), ONCE)
        yield check_property(
            criterion, what, np.array_equal(seen.of_rows, seen.of_targets), TOGETHER
        )
        yield value(
            criterion, f"X of {what}", seen.rows[np.argsort(seen.of_rows)] if whole[0] else None
        )
        targets = seen.targets[np.argsort(seen.of_targets)] if whole[1] else None
        yield value(criterion, f"y of {what}", targets)
    yield from _observe_order(subject, rng)


def _whole(order: Array, n: int) -> bool:
    return np.array_equal(np.sort(order), np.arange(n))


def _observe_order(subject: Subject, rng: Generator) -> Iterator[Observation]:
    n, size = int(rng.integers(40, 80)), 10
    X, y = _data(rng, n, 1)
    seeds = [Seed(int(seed)) for seed in rng.integers(2**32, size=8)]
    all_seen = [_seen(subject(X, y, size, seed), X, y) for seed in (*seeds, seeds[0])]
    orders = [seen.of_rows for seen in all_seen]
    first, again = orders[0], orders.pop()
    whole = all(order.shape == (n,) for order in orders)
    what = f"minibatches(X, y, {size}, rng) with {n} examples"
    yield check_property("order", what, _mixed(first), MIXED_X)
    yield check_property("order", what, _mixed(all_seen[0].of_targets), MIXED_Y)
    yield check_property(
        "order", what, not all(np.ptp(b[:, 0]) < size for b in all_seen[0].X if len(b)), ACROSS
    )
    yield check_property(
        "order", what, whole and not all((o == first).all() for o in orders), DIFFERENT
    )
    yield check_property("order", what, np.array_equal(first, again), AGAIN)
    yield check_property("order", what, whole and not (np.ptp(orders, axis=0) == 0).any(), PLACES)


def _mixed(order: Array) -> bool:
    return len(order) > 1 and int((np.abs(np.diff(order)) == 1).sum()) < len(order) / 2


def _cut(order: Array, size: int) -> list[Array]:
    return [order[start : start + size] for start in range(0, len(order), size)]


def _by(order: Order) -> Implementation:
    """Make batches of the rows that `order(n, batch_size, rng)` chooses."""

    def minibatches(X: Array, y: Array, batch_size: int, rng: Generator) -> Batches:
        return [(X[rows], y[rows]) for rows in order(len(X), batch_size, rng)]

    return minibatches


def minibatches(X: Array, y: Array, batch_size: int, rng: Generator) -> Batches:
    """Return the batches in a list."""
    order = rng.permutation(len(X))
    return [(X[rows], y[rows]) for rows in _cut(order, batch_size)]


def _apart(X: Array, y: Array, size: int, rng: Generator) -> Batches:
    rows, targets = (_cut(rng.permutation(len(X)), size) for _ in range(2))
    return [(X[i], y[j]) for i, j in zip(rows, targets, strict=True)]


def _one_stays(*, rows: bool) -> Implementation:
    def answer(X: Array, y: Array, size: int, rng: Generator) -> Batches:
        kept, order = np.arange(len(X)), rng.permutation(len(X))
        i, j = (kept, order) if rows else (order, kept)
        return [(X[a], y[b]) for a, b in zip(_cut(i, size), _cut(j, size), strict=True)]

    return answer


def _in_place(X: Array, y: Array, size: int, rng: Generator) -> Batches:
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    return [(X[rows], y[rows]) for rows in _cut(np.arange(len(X)), size)]


def _columns_moved(X: Array, y: Array, size: int, rng: Generator) -> Batches:
    return minibatches(np.roll(X, 1, axis=1), y, size, rng)


def _merged(n: int, size: int, rng: Generator) -> list[Array]:
    order, whole = rng.permutation(n), max(1, n // size) * size
    batches = _cut(order[:whole], size)
    return [*batches[:-1], np.concatenate([batches[-1], order[whole:]])]


TASK = Task(
    reference=minibatches,
    observe=_observe,
    misconceptions=(
        Misconception(
            "last-lost",
            _by(lambda n, size, rng: _cut(rng.permutation(n)[: n // size * size], size)),
            "You leave out the examples that do not fill a batch; yield them as a smaller batch.",
        ),
        Misconception(
            "last-filled-up",
            _by(
                lambda n, size, rng: _cut(np.resize(rng.permutation(n), -(-n // size) * size), size)
            ),
            "You fill the last batch with examples that were used already; let it be smaller.",
        ),
        Misconception(
            "last-merged",
            _by(_merged),
            "You add the remaining examples to the last batch, which becomes too large.",
        ),
        Misconception(
            "empty-last",
            _by(
                lambda n, size, rng: (
                    _cut(rng.permutation(n), size) + ([np.arange(0)] if n % size == 0 else [])
                )
            ),
            "You yield an empty batch at the end when the batches come out even.",
        ),
        Misconception(
            "single-lost",
            _by(
                lambda n, size, rng: [
                    rows for rows in _cut(rng.permutation(n), size) if len(rows) > 1 or n < 2
                ]
            ),
            "You lose a last batch of a single example; check where your loop or slice ends.",
        ),
        Misconception(
            "spread-evenly",
            _by(lambda n, size, rng: np.array_split(rng.permutation(n), -(-n // size))),
            "You spread the examples evenly; only the last batch may be smaller than batch_size.",
        ),
        Misconception(
            "size-as-number",
            _by(lambda n, size, rng: np.array_split(rng.permutation(n), size)),
            "You use batch_size as the number of batches; it is the number of examples in a batch.",
        ),
        Misconception(
            "overlapping",
            _by(
                lambda n, size, rng: [
                    o[i : i + size]
                    for o in [rng.permutation(n)]
                    for i in range(0, n, size - 1 or 1)
                ]
            ),
            "Your batches overlap: the last example of one is the first of the next.",
        ),
        Misconception(
            "sliding",
            _by(
                lambda n, size, rng: [
                    o[i : i + size] for o in [rng.permutation(n)] for i in range(n)
                ]
            ),
            "Each batch starts one example after the one before; start batch_size examples later.",
        ),
        Misconception(
            "first-batch-only",
            _by(lambda n, size, rng: _cut(rng.permutation(n), size)[:1]),
            "You return one batch only; use yield in the loop.",
        ),
        Misconception(
            "all-at-once",
            _by(lambda n, _size, rng: [rng.permutation(n)]),
            "You return all examples as one batch; use batch_size.",
        ),
        Misconception(
            "one-at-a-time",
            _by(lambda n, _size, rng: _cut(rng.permutation(n), 1)),
            "Each of your batches has a single example; use batch_size.",
        ),
        Misconception(
            "with-replacement",
            _by(lambda n, size, rng: _cut(rng.integers(n, size=n), size)),
            "You draw with replacement, so some examples come twice and others never.",
        ),
        Misconception(
            "apart",
            _apart,
            "You shuffle X and y separately; each row of X must keep its target.",
        ),
        Misconception(
            "targets-not-shuffled",
            _one_stays(rows=False),
            "You shuffle X but not y; each row of X must keep its target.",
        ),
        Misconception(
            "rows-not-shuffled",
            _one_stays(rows=True),
            "You shuffle y but not X; each row of X must keep its target.",
        ),
        Misconception(
            "not-shuffled",
            _by(lambda n, size, _rng: _cut(np.arange(n), size)),
            "You do not shuffle; the batches are the same in every epoch.",
        ),
        Misconception(
            "not-shuffled-last-lost",
            _by(lambda n, size, _rng: _cut(np.arange(n // size * size), size)),
            "You do not shuffle, and you leave out the examples that do not fill a whole batch.",
        ),
        Misconception(
            "within-batches",
            _by(lambda n, size, rng: [rng.permutation(rows) for rows in _cut(np.arange(n), size)]),
            "You shuffle only inside each batch, so the same examples always meet.",
        ),
        Misconception(
            "own-generator",
            _by(lambda n, size, _rng: _cut(np.random.default_rng(0).permutation(n), size)),
            "You use your own generator with a fixed seed; use rng, so that every epoch differs.",
        ),
        Misconception(
            "fresh-generator",
            _by(lambda n, size, _rng: _cut(np.random.default_rng().permutation(n), size)),
            "You use another generator than rng, so nobody can repeat the run.",
        ),
        Misconception(
            "rows-changed",
            _columns_moved,
            "The rows of X in your batches are not rows of X; a batch is a part of the data.",
        ),
    ),
    hints=(
        "Put the examples' numbers in a random order, then deal them out, batch_size at a time.",
        "One permutation of 0 … n − 1 serves X and y; batch j takes entries jB to (j + 1)B of it.",
        "order = rng.permutation(len(X)); for start in range(0, len(X), batch_size): slice, yield.",
    ),
)
