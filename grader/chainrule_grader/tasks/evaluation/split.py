"""Set some examples aside, at random, to be looked at only when all is trained.

What a split must be is true of every right one, and false by chance once in many millions: a
right answer draws 12 of 48 or more examples for validation, which is one of 7e10 sets or more.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule_worker.handles import Seed
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import close
from chainrule_grader.judging.observation import check_property, numbers, several
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task

Array: TypeAlias = NDArray[Any]
Four: TypeAlias = tuple[Array, Array, Array, Array]

Sizes: TypeAlias = list[tuple[int, float]]
"""Numbers of examples, and what share of them is to be set aside."""

LEAST: Final = ((48, 0.25), (7, 0.3), (10, 0.5), (23, 0.1), (120, 0.2))
"""The smallest numbers of examples; some leave a remainder."""


@dataclass(frozen=True)
class _Split:
    """What came of one split: the four shapes, and which examples they hold."""

    shapes: list[tuple[int, ...]]
    places: list[Array]
    """The numbers of the examples, −1 for what is none."""

    @property
    def lengths(self) -> list[int]:
        """How many there are in each of the four."""
        return [shape[0] if shape else 0 for shape in self.shapes]


def _examples(n: int, rng: Generator, *, wide: bool = False) -> tuple[Array, Array]:
    """Make n examples that can be told apart, in X and in y, also in single precision."""
    X = rng.permutation(n * 3).reshape(n, 3) / 8
    y = rng.permutation(n) + 0.5
    return X, np.stack([y, 2 * y], axis=1) if wide else y


def _split(subject: Subject, X: Array, y: Array, fraction: float, seed: int) -> _Split:
    result = subject(X, y, fraction, Seed(seed))
    four = several(result, 4, "four arrays (X_train, y_train, X_val, y_val)")
    arrays = [numbers(a, "one of the four") for a in four]
    places = [_places(a, whole) for a, whole in zip(arrays, (X, y, X, y), strict=True)]
    return _Split([a.shape for a in arrays], places)


def _places(rows: Array, whole: Array) -> Array:
    """Find where in `whole` each of the rows is; −1 for a row that is not in it."""
    if (
        rows.ndim != whole.ndim
        or rows.shape[1:] != whole.shape[1:]
        or not 0 < len(rows) <= 2 * len(whole)
    ):
        return np.full(len(rows) if rows.ndim else 0, -1)
    n = len(whole)
    found = np.asarray(
        close(whole.reshape(1, n, -1), rows.reshape(len(rows), 1, -1), 1e-6).all(axis=-1)
    )
    places: Array = found.argmax(axis=1)
    return np.where(found[np.arange(len(rows)), places], places, -1)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    first, second = rng.choice(10**6, size=(2, len(LEAST)), replace=False).tolist()
    sizes = [(least + 4 * int(rng.integers(5)), fraction) for least, fraction in LEAST]
    data = [_examples(n, rng, wide=fraction == 0.5) for n, fraction in sizes]

    def looks(seeds: list[int]) -> list[_Split]:
        cases = zip(data, sizes, seeds, strict=True)
        return [_split(subject, *both, fraction, seed) for both, (_, fraction), seed in cases]

    splits, others = looks(first), looks(second)
    yield from _sizes(sizes, splits, others)
    # Each part looks anew: a call that writes into its input then costs every part.
    yield from _pairs(sizes, looks(second))
    again = _split(subject, *data[0], sizes[0][1], first[0])
    yield from _chance(sizes[0][0], splits[0], again, others[0])


def _sizes(sizes: Sizes, splits: list[_Split], others: list[_Split]) -> Iterator[Observation]:
    """Look at how many examples are where; the fraction may be rounded either way."""
    call = "split(X, y, fraction, rng)"
    message = "The order of the four is another: X_train, y_train, X_val, y_val is wanted."
    yield check_property("sizes", call, len(splits[0].shapes[1]) == 1, message)
    paired = all(a == b and c == d for a, b, c, d in (s.lengths for s in splits))
    yield check_property("sizes", call, paired, "X and y are not cut at the same place.")
    steady = [s.lengths for s in splits] == [s.lengths for s in others]
    message = "The sizes of the two parts change from one rng to another: they are left to chance."
    yield check_property("sizes", call, paired and steady, message)
    correct = [fraction * n for n, fraction in sizes]
    turned = all(abs(s.lengths[0] - w) < 1 for s, w in zip(splits, correct, strict=True))
    message = "The training part has the share that the validation part should have."
    yield check_property("sizes", call, paired and not turned, message)
    near = all(abs(s.lengths[2] - w) < 1 for s, w in zip(splits, correct, strict=True))
    message = "The validation part has not the share of all examples that was asked for."
    yield check_property("sizes", call, paired and near, message)
    sums = [s.lengths[0] + s.lengths[2] for s in splits]
    message = "Both parts together are not as many as all examples."
    yield check_property("sizes", call, paired and near and sums == [n for n, _ in sizes], message)


def _pairs(sizes: Sizes, splits: list[_Split]) -> Iterator[Observation]:
    """Look at whether every example is somewhere, once, with its own y."""
    call = "split(X, y, fraction, rng)"
    known = all(len(p) and (p >= 0).all() for s in splits for p in s.places)
    message = "A row of a result is no row of X, or an entry is none of y: values were changed."
    yield check_property("pairs", call, known, message)
    single = known and all(len(p) == len(np.unique(p)) for s in splits for p in s.places)
    yield check_property(
        "pairs", call, single, "Some examples are more than once in the same part."
    )
    apart = known and not any(np.isin(s.places[0], s.places[2]).any() for s in splits)
    yield check_property(
        "pairs", call, apart, "An example is in both parts: it is trained on and tested."
    )
    found = [len({*s.places[0], *s.places[2]}) for s in splits]
    whole = apart and single and found == [n for n, _ in sizes]
    yield check_property("pairs", call, whole, "Some examples are in neither of the two parts.")
    pairs = [(s.places[i], s.places[i + 1]) for s in splits for i in (0, 2)]
    together = whole and all(np.array_equal(a, b) for a, b in pairs)
    yield check_property(
        "pairs", call, together, "X and y are shuffled apart: rows have lost their y."
    )


def _chance(n: int, split: _Split, again: _Split, other: _Split) -> Iterator[Observation]:
    """Look at what chance does: it is to choose the examples, and to come from rng."""
    call = "split(X, y, 0.25, rng)"
    chosen, same, differs = (set(s.places[2].tolist()) for s in (split, again, other))
    k = len(split.places[2])
    whole = bool(chosen) and -1 not in chosen
    ends = [set(range(k)), set(range(n - k, n))]
    message = "Nothing is shuffled: the validation part is the beginning or the end of the data."
    yield check_property("chance", call, whole and chosen not in ends, message)
    blocks = [{(start + i) % n for i in range(k)} for start in range(n)]
    steps = [set(range(start, n, 4)) for start in range(4)]
    message = "The validation part is one stretch, or every fourth of the data; draw one by one."
    yield check_property("chance", call, whole and chosen not in [*blocks, *steps], message)
    message = "Another rng gives the same split: is a seed written into the code?"
    yield check_property("chance", call, whole and chosen != differs, message)
    message = "The same rng gives another split: the draw does not come from rng."
    yield check_property("chance", call, whole and chosen == same, message)


def _cut(order: Array, X: Array, y: Array, size: int) -> Four:
    val, train = order[:size], order[size:]
    return X[train], y[train], X[val], y[val]


def _right(X: Array, y: Array, fraction: float, rng: Generator) -> Four:
    return _cut(rng.permutation(len(X)), X, y, round(float(fraction) * len(X)))


def _ordered(order: Callable[[int, int, Generator], Array]) -> Implementation:
    """Choose the examples by another order: `order(n, size, rng)`, those for validation first."""

    def split(X: Array, y: Array, fraction: float, rng: Generator) -> Four:
        size = round(float(fraction) * len(X))
        return _cut(order(len(X), size, rng), X, y, size)

    return split


def _taken(*order: int) -> Implementation:
    """Give back the four in another order."""
    return lambda *args: tuple(_right(*args)[i] for i in order)


def _apart(X: Array, y: Array, fraction: float, rng: Generator) -> Four:
    size = math.ceil(float(fraction) * len(X))
    X, y = rng.permutation(X), rng.permutation(y)
    return X[size:], y[size:], X[:size], y[:size]


def _coins(X: Array, y: Array, fraction: float, rng: Generator) -> Four:
    val = rng.random(len(X)) < fraction
    return X[~val], y[~val], X[val], y[val]


def _overlapping(X: Array, y: Array, fraction: float, rng: Generator) -> Four:
    order, size = rng.permutation(len(X)), round(float(fraction) * len(X))
    train, val = order[size:], rng.permutation(len(X))[:size]
    return X[train], y[train], X[val], y[val]


def _all_trained(X: Array, y: Array, fraction: float, rng: Generator) -> Four:
    val = rng.permutation(len(X))[: round(float(fraction) * len(X))]
    return X.copy(), y.copy(), X[val], y[val]


def _in_place(X: Array, y: Array, fraction: float, rng: Generator) -> Four:
    order = rng.permutation(len(X))
    X[...], y[...] = X[order], y[order]
    return _cut(np.arange(len(X)), X, y, round(float(fraction) * len(X)))


def _last_lost(X: Array, y: Array, fraction: float, rng: Generator) -> Four:
    X_train, y_train, X_val, y_val = _right(X, y, fraction, rng)
    return X_train[:-1], y_train[:-1], X_val, y_val


def _own_seed(X: Array, y: Array, fraction: float, _rng: Generator) -> Four:
    return _right(X, y, fraction, np.random.default_rng(42))


def _own_rng(X: Array, y: Array, fraction: float, _rng: Generator) -> Four:
    return _right(X, y, fraction, np.random.default_rng())


def _fixed(X: Array, y: Array, _fraction: float, rng: Generator) -> Four:
    return _right(X, y, 0.2, rng)


TASK = Task(
    reference=_right,
    observe=_observe,
    misconceptions=(
        Misconception(
            "not-shuffled",
            _ordered(lambda n, size, _rng: np.roll(np.arange(n), size)),
            "You take the last examples without shuffling; shuffle first.",
        ),
        Misconception(
            "middle-stretch",
            _ordered(lambda n, size, _rng: np.roll(np.arange(n), -size // 2)),
            "You take a block from the middle without shuffling; shuffle first.",
        ),
        Misconception(
            "random-stretch",
            _ordered(lambda n, _size, rng: np.roll(np.arange(n), rng.integers(n))),
            "You draw only the start of one block; shuffle all examples.",
        ),
        Misconception(
            "fraction-of-the-training-part",
            lambda X, y, f, rng: _right(X, y, 1 - f, rng),
            "Your fraction is the share of the training part; it is that of the validation part.",
        ),
        Misconception(
            "grouped-by-array",
            _taken(0, 2, 1, 3),
            "You return X_train, X_val, y_train, y_val; return X_train, y_train, X_val, y_val.",
        ),
        Misconception(
            "shuffled-apart",
            _apart,
            "You shuffle X and y separately; each row of X must keep its label.",
        ),
        Misconception(
            "left-to-chance",
            _coins,
            "You decide for each example at random, so the sizes of the parts vary.",
        ),
        Misconception(
            "overlapping",
            _overlapping,
            "You draw the two parts separately, so some examples are in both and others in none.",
        ),
        Misconception(
            "all-trained",
            _all_trained,
            "Your training part contains all examples; leave out the validation part.",
        ),
        Misconception(
            "with-replacement",
            _ordered(lambda n, _size, rng: rng.integers(n, size=n)),
            "You draw with replacement, so some examples come twice and others are lost.",
        ),
        Misconception(
            "last-one-lost",
            _last_lost,
            "The last example of the training part is lost; check the end of your slice.",
        ),
        Misconception(
            "own-seed",
            _own_seed,
            "You use a fixed seed, so the split is always the same; use rng.",
        ),
        Misconception(
            "own-rng",
            _own_rng,
            "You do not draw from rng; use the generator that is given.",
        ),
        Misconception(
            "fraction-ignored",
            _fixed,
            "You do not use fraction; the validation part is always one fifth.",
        ),
    ),
    hints=(
        "Shuffle the numbers of the examples, and cut that list in two.",
        "order = a permutation of 0 … n − 1; the first fraction · n of it are for validation.",
        "rng.permutation(len(X)) gives the order; X[order[size:]] and y[order[size:]] stay pairs.",
    ),
)
