"""Split the examples at random into a training part and a validation part.

Every right split has the observed properties, except by chance in one of many millions: a right
answer draws 12 of 48 or more examples for validation, which is one of 7e10 sets or more.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from chainrule_worker.handles import Seed
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import check_property, numbers, several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Observation, Task, switch

Array: TypeAlias = NDArray[Any]
Four: TypeAlias = tuple[Array, Array, Array, Array]
Parts: TypeAlias = tuple[Array, Array]
"""The numbers of the examples in the training part and in the validation part."""
Examples: TypeAlias = tuple[Array, Array]
"""X and y."""
Case: TypeAlias = tuple[int, float]
"""A number of examples, and the fraction for the validation part."""

LEAST: Final = ((48, 0.25), (7, 0.3), (10, 0.5), (23, 0.1), (60, 0.75))
"""The smallest numbers of examples; some leave a remainder."""
DRAWS: Final = 12
"""How often eight of ten are drawn; a right answer never draws one of them once in 2e7 checks."""
TOLERANCE: Final = 1e-4
"""The error of a number that was not changed, in single precision."""
CALL: Final = "split(X, y, fraction, rng)"

SIZES: Final[tuple[Callable[[int, float], Iterable[float]], ...]] = (
    lambda n, _f: [n],
    lambda n, f: [math.floor(n * f) - 1, round(n * f) - 1],
    lambda n, f: [round(n * f) + 1, math.ceil(n * f) + 1],
    lambda n, f: [n - math.floor(n * f) + 1, n - round(n * f) + 1],
    lambda n, f: [n - round(n * f) - 1, n - math.ceil(n * f) - 1],
    lambda n, _f: [n // 2, -(-n // 2)],
    lambda n, _f: [n // 5, round(n / 5)],
    lambda n, _f: [n - n // 5, n - round(n / 5)],
    lambda _n, _f: [0],
    lambda _n, f: [round(f)],
)
"""Wrong sizes of a part that are recognised, each in some ways of rounding."""
FRACTION, REST, RANDOM_SIZE, RANDOM_BUT_SMALL = -1, -2, -3, -4
"""The numbers of right sizes, rounded either way, and of sizes that depend on rng."""


class _Split:
    """The four arrays of a split."""

    def __init__(self, arrays: list[Array], X: Array, y: Array) -> None:
        self.arrays = arrays
        self.wholes = (X, y, X, y)
        self.lengths = [len(array) if array.ndim else 0 for array in arrays]
        self.found: dict[int, Array] = {}

    def places(self, i: int) -> Array:
        """Return the numbers of the examples in an array, −1 for what is no example."""
        if i not in self.found:
            self.found[i] = _places(self.arrays[i], self.wholes[i])
        return self.found[i]


def _examples(n: int, rng: Generator, *, wide: bool = False) -> Examples:
    """Make n examples that can be told apart, in X and in y, also in single precision."""
    X = rng.permutation(n * 3).reshape(n, 3) / 8
    y = rng.permutation(n) + 0.5
    return X, np.stack([y, 2 * y], axis=1) if wide else y


def _split(subject: Subject, X: Array, y: Array, fraction: float, seed: int) -> _Split:
    result = subject(X, y, fraction, Seed(seed))
    four = several(result, 4, "a tuple of four arrays (X_train, y_train, X_val, y_val)")
    arrays = [numbers(a, "one of the four arrays") for a in four]
    return _Split(arrays, X, y)


def _places(rows: Array, whole: Array) -> Array:
    """Find where in `whole` each of the rows is; −1 for a row that is not in it.

    The first entries of the rows are different numbers, so one place is possible for each.
    """
    if (
        rows.ndim != whole.ndim
        or rows.shape[1:] != whole.shape[1:]
        or not 0 < len(rows) <= 2 * len(whole)
    ):
        return np.full(len(rows) if rows.ndim else 0, -1)
    flat, given = whole.reshape(len(whole), -1), rows.reshape(len(rows), -1)
    order = np.argsort(flat[:, 0])
    # All numbers differ by at least 1/8.
    at = np.searchsorted(flat[order, 0], given[:, 0] - 1 / 16)
    places = order[np.minimum(at, len(whole) - 1)]
    found = (np.abs(flat[places] - given) < TOLERANCE).all(axis=1)
    return np.where(found, places, -1)


class _Plan(NamedTuple):
    """The examples and the seeds of all calls."""

    cases: list[Case]
    data: list[Examples]
    first: list[int]
    """A seed for each case."""
    second: list[int]
    """Another seed for each case."""
    ten: Examples
    seeds: list[int]
    """The seeds of the calls with ten examples."""


@functools.lru_cache(maxsize=8)
def _planned(seed: int) -> _Plan:
    rng = np.random.default_rng(seed)
    cases = [(least + 4 * int(rng.integers(5)), fraction) for least, fraction in LEAST]
    data = [_examples(n, rng, wide=fraction == 0.5) for n, fraction in cases]
    seeds = rng.choice(10**6, size=2 * len(LEAST) + DRAWS, replace=False).tolist()
    k = len(LEAST)
    return _Plan(cases, data, seeds[:k], seeds[k : 2 * k], _examples(10, rng), seeds[2 * k :])


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    cases, data, first, second, ten, seeds = _planned(int(rng.integers(2**62)))

    def splits(seeds: list[int], first_case: int = 0) -> list[_Split]:
        each = [*zip(data, cases, seeds, strict=True)][first_case:]
        return [_split(subject, *both, fraction, seed) for both, (_, fraction), seed in each]

    # The search for mistakes stops at the first difference, so cheap observations come first.
    one = _split(subject, *data[0], cases[0][1], first[0])
    yield from _shapes(one)
    ones = [one, *splits(first, 1)]
    yield from _pairs(cases, ones)
    others = splits(second)
    yield from _sizes(cases, ones, others)
    # Each criterion splits again, so a call that writes into its input spoils every criterion.
    again = _split(subject, *data[0], cases[0][1], first[0])
    yield from _chance(data[0][1], one, again, others[0])
    n, fraction = cases[0]
    # Of a wrong size or a fixed choice nothing more can be said, and calls take time.
    goes_on = abs(one.lengths[2] - fraction * n) < 1 and not _pattern(_chosen(one), data[0][1])
    never = _never_drawn(subject, ten, seeds) if goes_on else set()
    message = "Some examples are never in the validation part; each must be equally likely."
    yield value("chance", CALL, [int(i in never) for i in range(10)], message)


def _never_drawn(subject: Subject, ten: Examples, seeds: list[int]) -> set[int]:
    """Return the examples that are never in a validation part of eight of ten."""
    drawn = [_chosen(_split(subject, *ten, 0.8, seed)) for seed in seeds]
    random = len({*drawn}) > 1 and all(len(one) == 8 and -1 not in one for one in drawn)
    return {*range(10)}.difference(*drawn) if random else set()


def _chosen(split: _Split) -> frozenset[int]:
    """Return the examples of the validation part."""
    return frozenset(split.places(2).tolist())


def _shapes(split: _Split) -> Iterator[Observation]:
    """Observe the order of the four arrays by their shapes, and that no value is changed."""
    order = [100 * array.ndim + math.prod(array.shape[1:]) for array in split.arrays]
    message = (
        "The four arrays have wrong shapes or a wrong order; return X_train, y_train, X_val, y_val."
    )
    yield value("sizes", CALL, order, message)
    known = [_count([int((places < 0).sum())]) for places in map(split.places, range(4))]
    message = "Your result contains values that are not in X or y; select rows, do not change them."
    yield value("pairs", CALL, known, message)


def _sizes(cases: list[Case], ones: list[_Split], others: list[_Split]) -> Iterator[Observation]:
    """Observe the sizes of the parts."""
    sizes = [
        _size_number(cases, [s.lengths[i] for s in ones], [s.lengths[i] for s in others])
        for i in range(4)
    ]
    message = "The sizes of your parts are wrong; the validation part needs fraction · n examples."
    yield value("sizes", CALL, sizes, message)
    sums = [s.lengths[0] + s.lengths[2] for s in ones]
    message = "Your two parts together do not have n examples; each example belongs to one part."
    yield check_property("sizes", CALL, sums == [n for n, _ in cases], message)


def _size_number(cases: list[Case], sizes: list[int], others: list[int]) -> int:
    """Return the number of a size that a part has in all cases, or a number made of all sizes."""
    each = [*zip(cases, sizes, strict=True)]
    if sizes != others:
        both = [*each, *zip(cases, others, strict=True)]
        small = all(size < n * f + 1 for (n, f), size in both)
        return RANDOM_BUT_SMALL if small else RANDOM_SIZE
    if all(abs(n * f - size) < 1 for (n, f), size in each):
        return FRACTION
    if all(abs(n * (1 - f) - size) < 1 for (n, f), size in each):
        return REST
    for number, wrong in enumerate(SIZES):
        if any(
            [*variants] == sizes
            for variants in zip(*(wrong(*case) for case in cases), strict=False)
        ):
            return number
    return len(SIZES) + int(sum(size * 31**i for i, size in enumerate(sizes)) % 99991)


def _pairs(cases: list[Case], splits: list[_Split]) -> Iterator[Observation]:
    """Observe whether every example is in exactly one part, with its own y."""
    known = [all((s.places(i) >= 0).all() for s in splits) for i in range(4)]
    message = "Your result contains values that are not in X or y; select rows, do not change them."
    yield check_property("pairs", CALL, all(known), message)
    parts = [[[*s.places(i).tolist()] for i in (0, 2)] for s in splits]
    twice = [_count(len(p[i]) - len({*p[i]}) for p in parts) for i in (0, 1)]
    message = "Some examples are more than once in the same part; draw without replacement."
    yield value("pairs", CALL, twice, message)
    shared = _count(len({*train} & {*val}) for train, val in parts)
    whole = [{*val} < {*train} for train, val in parts], [{*train} < {*val} for train, val in parts]
    equal = all({*train} == {*val} for train, val in parts)
    message = "Some examples are in both parts; every example must be in exactly one part."
    overlap = [shared, int(all(whole[0])), int(all(whole[1])), int(equal)]
    yield value("pairs", CALL, overlap, message)
    lost = _count(n - len({*p[0], *p[1]} - {-1}) for (n, _), p in zip(cases, parts, strict=True))
    message = "Some examples are in neither part; every example must be in exactly one part."
    yield value("pairs", CALL, lost, message)
    paired = [all(np.array_equal(s.places(i), s.places(i + 1)) for s in splits) for i in (0, 2)]
    sets = [all({*s.places(i)} == {*s.places(i + 1)} for s in splits) for i in (0, 2)]
    message = "Rows of X and entries of y no longer belong together; use the same order for both."
    yield value("pairs", CALL, [int(one) for one in (*paired, *sets)], message)


def _count(numbers_of: Iterable[int]) -> int:
    """Return 0 if all numbers are 0, 1 if all are 1, else 2."""
    found = {*numbers_of}
    return found.pop() if found in ({0}, {1}) else 2


def _chance(y: Array, split: _Split, again: _Split, other: _Split) -> Iterator[Observation]:
    """Observe whether the examples are drawn one by one, and from rng."""
    chosen, same, differs = map(_chosen, (split, again, other))
    yield value(
        "chance",
        CALL,
        _pattern(chosen, y),
        "Your validation part follows a pattern; shuffle the examples before you cut.",
    )
    message = "Another rng gives the same split; draw the examples from rng."
    yield check_property("chance", CALL, chosen != differs, message)
    message = "The same rng gives another split; draw all random numbers from rng."
    yield check_property("chance", CALL, chosen == same, message)


def _pattern(chosen: frozenset[int], y: Array) -> int:
    """Return the number of the pattern in which examples are chosen, or 0 for none."""
    n, k = len(y), len(chosen)
    if not chosen or -1 in chosen or k == n:
        return 7
    blocks = [{(start + i) % n for i in range(k)} for start in range(n)]
    patterns: list[list[set[int]]] = [
        [set(range(k))],
        [set(range(n - k, n))],
        [set(range((n - k) // 2, (n - k) // 2 + k))],
        blocks,
        [set(range(start, n, 4)) for start in range(4)],
        [{*np.argsort(y)[:k].tolist()}, {*np.argsort(y)[-k:].tolist()}],
    ]
    return next((i for i, sets in enumerate(patterns, 1) if chosen in sets), 0)


def _make(
    generator: Callable[[Generator], Generator] = lambda rng: rng,
    size: Callable[[int, float], Any] = lambda n, f: round(f * n),
    order: Callable[[Generator, int, Array], Array] = lambda rng, n, _y: rng.permutation(n),
    cut: Callable[[Array, int, Generator], Parts] = lambda order, k, _rng: (order[k:], order[:k]),
    labels: Callable[[Array, Array, Generator], Parts] = lambda train, val, _rng: (train, val),
) -> Implementation:
    """Return a function that cuts an order of the examples into two parts.

    `labels` returns the numbers of the examples whose y is used.
    """

    def split(X: Array, y: Array, fraction: float, rng: Generator) -> Any:
        source, n = generator(rng), len(X)
        k = size(n, float(fraction))
        train, val = cut(order(source, n, y), k, source)
        own_train, own_val = labels(train, val, source)
        return X[train], y[own_train], X[val], y[own_val]

    return split


def _drawn_twice(order: Array, k: int, rng: Generator) -> Parts:
    return order[k:], rng.permutation(len(order))[:k]


def _with_replacement(order: Array, k: int, rng: Generator) -> Parts:
    val = rng.integers(len(order), size=k)
    return np.setdiff1d(order, val), val


def _marked_with_replacement(order: Array, k: int, rng: Generator) -> Parts:
    val = np.unique(rng.integers(len(order), size=k))
    return np.setdiff1d(order, val), val


def _reordered(train: Array, val: Array, rng: Generator) -> Parts:
    """Return other numbers for y, in the same sizes, from a second order."""
    order = rng.permutation(len(train) + len(val))
    return order[len(val) :], order[: len(val)]


def _coins(order: Array, k: int, rng: Generator) -> Parts:
    is_val = rng.random(len(order)) < k / len(order)
    return np.sort(order[~is_val]), np.sort(order[is_val])


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    parts=("X_train", "y_train", "X_val", "y_val"),
    misconceptions=(
        switch(
            "not-shuffled",
            "Your validation part is the end of the data, without shuffling; shuffle first.",
            order=lambda _rng, n, _y: np.arange(n)[::-1],
        ),
        switch(
            "first-ones",
            "Your validation part is the beginning of the data, without shuffling; shuffle first.",
            order=lambda _rng, n, _y: np.arange(n),
        ),
        switch(
            "middle-stretch",
            "Your validation part is a block from the middle; shuffle first.",
            order=lambda _rng, n, _y: np.roll(np.arange(n), -((n - round(0.25 * n)) // 2)),
        ),
        switch(
            "random-stretch",
            "You draw only the start of one block; shuffle all examples.",
            order=lambda rng, n, _y: np.roll(np.arange(n), rng.integers(n)),
        ),
        switch(
            "every-fourth",
            "Your validation part takes examples at equal distances; draw them at random.",
            order=lambda _rng, n, _y: np.argsort(np.arange(n) % 4, kind="stable"),
        ),
        switch(
            "last-never-drawn",
            "The last example is never in your validation part; draw from all n examples.",
            order=lambda rng, n, _y: np.append(rng.permutation(n - 1), n - 1),
        ),
        switch(
            "first-never-drawn",
            "The first example is never in your validation part; draw from all n examples.",
            order=lambda rng, n, _y: np.append(rng.permutation(n - 1) + 1, 0),
        ),
        switch(
            "sorted-by-label",
            "You sort by y before you cut; shuffle the examples.",
            order=lambda _rng, _n, y: np.argsort(y.reshape(len(y), -1)[:, 0]),
        ),
        switch(
            "fraction-of-the-training-part",
            "Your training part has fraction · n examples; the validation part must have this "
            "size.",
            size=lambda n, f: n - round(f * n),
        ),
        switch(
            "grouped-by-array",
            "You return both parts of X first; return X_train, y_train, X_val, y_val.",
            result=lambda four: (four[0], four[2], four[1], four[3]),
        ),
        switch(
            "y-first",
            "You return y before X; return X_train, y_train, X_val, y_val.",
            result=lambda four: (four[1], four[0], four[3], four[2]),
        ),
        switch(
            "only-X",
            "You return parts of X in the places of y; return X_train, y_train, X_val, y_val.",
            arguments=lambda X, _y, f, rng: (X, X, f, rng),
        ),
        switch(
            "columns-of-labels",
            "You change the shape of y; y_train and y_val must be rows or entries of y.",
            result=lambda four: (four[0], four[1].reshape(-1, 1), four[2], four[3].reshape(-1, 1)),
        ),
        switch(
            "numbers-of-the-examples",
            "You return the numbers of the examples; return the rows of X and the entries of y.",
            arguments=lambda X, _y, f, rng: (np.arange(len(X)), np.arange(len(X)), f, rng),
        ),
        switch(
            "two-pairs",
            "You return two pairs; return one tuple X_train, y_train, X_val, y_val.",
            result=lambda four: (four[:2], four[2:]),
        ),
        switch(
            "two-arrays",
            "You return two arrays; return four: X_train, y_train, X_val, y_val.",
            result=lambda four: four[::2],
        ),
        switch(
            "as-a-dict",
            "You return a dict; return the tuple X_train, y_train, X_val, y_val.",
            result=lambda four: dict(zip("abcd", four, strict=True)),
        ),
        switch(
            "shuffled-apart",
            "Rows of X and entries of y are in different orders; use the same order for both.",
            labels=_reordered,
        ),
        switch(
            "y-reversed",
            "Within each part, y is in another order than X; use the same order for both.",
            labels=lambda train, val, _rng: (train[::-1], val[::-1]),
        ),
        switch(
            "validation-y-shuffled",
            "Within the validation part, y is in another order than X; use the same order for "
            "both.",
            labels=lambda train, val, _rng: (train, val[::-1]),
        ),
        switch(
            "training-y-shuffled",
            "Within the training part, y is in another order than X; use the same order for both.",
            labels=lambda train, val, _rng: (train[::-1], val),
        ),
        switch(
            "training-y-twice",
            "Your y_val has the size of the training part; select it like X_val.",
            labels=lambda train, _val, _rng: (train, train),
        ),
        switch(
            "validation-y-twice",
            "Your y_train has the size of the validation part; select it like X_train.",
            labels=lambda _train, val, _rng: (val, val),
        ),
        switch(
            "left-to-chance",
            "The sizes of your parts depend on rng; draw exactly fraction · n examples.",
            cut=_coins,
        ),
        switch(
            "drawn-twice",
            "You draw some examples twice, so your validation part is too small; draw each once.",
            cut=_marked_with_replacement,
        ),
        switch(
            "overlapping",
            "Your two parts are not cut from the same order, so some examples are in both and "
            "others in none.",
            cut=_drawn_twice,
        ),
        switch(
            "validation-unshuffled",
            "You shuffle only the training part, so some examples are in both parts and others in "
            "none.",
            cut=lambda order, k, _rng: (order[k:], np.arange(k)),
        ),
        switch(
            "overlap-of-one",
            "One example is in both parts; both slices must use the same index.",
            cut=lambda order, k, _rng: (order[max(k - 1, 0) :], order[:k]),
        ),
        switch(
            "all-trained",
            "Your training part contains all examples; leave out the validation part.",
            cut=lambda order, k, _rng: (order, order[:k]),
        ),
        switch(
            "all-validated",
            "Your validation part contains all examples; leave out the training part.",
            cut=lambda order, k, _rng: (order[k:], order),
        ),
        switch(
            "training-twice",
            "Your validation part is the training part; use the other examples.",
            cut=lambda order, k, _rng: (order[k:], order[k:]),
        ),
        switch(
            "validation-twice",
            "Your training part is the validation part; use the other examples.",
            cut=lambda order, k, _rng: (order[:k], order[:k]),
        ),
        switch(
            "with-replacement",
            "You draw with replacement, so some examples come twice and others are lost.",
            order=lambda rng, n, _y: rng.integers(n, size=n),
        ),
        switch(
            "validation-with-replacement",
            "You draw the validation part with replacement, so some examples come twice; draw "
            "each once.",
            cut=_with_replacement,
        ),
        switch(
            "one-lost",
            "One example is in neither part; check the limits of your slices.",
            cut=lambda order, k, _rng: (order[k:-1], order[:k]),
        ),
        switch(
            "one-lost-in-validation",
            "Your validation part lacks one example, which is in neither part; check your slices.",
            cut=lambda order, k, _rng: (order[k:], order[: k - 1]),
        ),
        switch(
            "own-seed",
            "You use a fixed seed, so the split is always the same; use rng.",
            generator=lambda _rng: np.random.default_rng(42),
        ),
        switch(
            "own-rng",
            "You do not draw from rng; use the generator that is given.",
            generator=lambda _rng: np.random.default_rng(),
        ),
        switch(
            "fraction-ignored",
            "You do not use fraction; the validation part is always one fifth.",
            size=lambda n, _f: n // 5,
        ),
        switch(
            "always-half",
            "You do not use fraction; the validation part is always one half.",
            size=lambda n, _f: n // 2,
        ),
        switch(
            "one-too-many",
            "Your validation part has one example too many; it needs fraction · n.",
            size=lambda n, f: round(f * n) + 1,
        ),
        switch(
            "one-too-few",
            "Your validation part has one example too few; it needs fraction · n.",
            size=lambda n, f: round(f * n) - 1,
        ),
        switch(
            "a-percentage",
            "Your validation part has 100 · fraction examples; it needs fraction · n.",
            size=lambda _n, f: round(100 * f),
        ),
        switch(
            "empty",
            "Your validation part is empty; it needs fraction · n examples.",
            size=lambda _n, f: int(f),
        ),
        switch(
            "fraction-itself",
            "You do not multiply fraction by the number of examples, so your validation part is "
            "too small.",
            size=lambda _n, f: round(f),
        ),
        switch(
            "values-changed",
            "You change the values of X; select its rows only.",
            result=lambda four: (four[0] * 7 + 0.01, four[1], four[2] * 7 + 0.01, four[3]),
        ),
        switch(
            "transposed",
            "Your parts of X are transposed; each row is an example.",
            result=lambda four: (four[0].T, four[1], four[2].T, four[3]),
        ),
    ),
    hints=(
        "Shuffle the numbers of the examples, and cut that list in two.",
        "One permutation of 0 … n − 1 must be used for X and for y, so that rows keep their y.",
        "rng.permutation(len(X)) gives the order; X[order[size:]] and y[order[size:]] stay pairs.",
    ),
)
