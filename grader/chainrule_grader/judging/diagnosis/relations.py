"""Wrong numbers often have a simple relation to the right ones, and the relation is a hint.

A relation is named only if it holds for all results that differ, because one small result has many
relations by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import close

Array: TypeAlias = NDArray[Any]

LARGE: Final = 30.0
"""A number with at least this absolute value is large: exp(30) has 14 digits."""


@dataclass(frozen=True, eq=False)
class Pair:
    """An expected and an actual result of the same shape with finite numbers, and the input."""

    wanted: Array
    got: Array
    tolerance: float
    z: Array | None = None
    """The input, if each entry of the result depends on one entry of the input."""
    quantity: str = ""
    """The name of the quantity, if a check observes several parts of a result."""

    def matches(self, guess: Array) -> bool:
        """Return whether the actual numbers equal a guess."""
        return guess.shape == self.got.shape and bool(close(guess, self.got, self.tolerance).all())

    @property
    def wrong(self) -> Array:
        """A mask of the entries that differ."""
        return np.asarray(~close(self.wanted, self.got, self.tolerance))


Relation: TypeAlias = tuple[str, Callable[[Pair], bool]]


def relation(pairs: list[Pair]) -> str:
    """Return the first relation that holds for every pair that differs, or ""."""
    different = _stack_scalars([pair for pair in pairs if pair.wrong.any()])
    telling = [pair for pair in different if pair.wanted.size > 1 and np.ptp(pair.wanted) > 0]
    with np.errstate(all="ignore"):
        exact = _exact_relations(telling[0]) if telling else ()
        found = [words for words, applies in exact if all(map(applies, different))]
        found += [words for words in _constant(pairs, different) if telling]
        single = all(pair.wanted.ndim == 0 for pair in pairs)  # a single number has no positions
        found += () if single else _shifts(different)
        found += [
            words for words, where in INPUT_CONDITIONS.items() if _wrong_only_where(pairs, where)
        ]
        rough = PARTIAL_RELATIONS if single else POSITIONS | PARTIAL_RELATIONS
        found += [words for words, applies in rough.items() if all(map(applies, different))]
        found += [_rows_or_matrices(pairs)]
        found += () if single else _relations_within_each_result(different)
        sums = not single and all(map(_sums_right, different))
        found += ["each row adds up to what it should"] if sums else []
    return next(filter(None, found), "")


def _stack_scalars(pairs: list[Pair]) -> list[Pair]:
    """Stack single numbers in one array, because one number has many relations by chance."""
    if len(pairs) < 2 or any(pair.wanted.ndim or pair.z is not None for pair in pairs):
        return pairs
    wanted, got = (np.array([getattr(p, side) for p in pairs]) for side in ("wanted", "got"))
    return [Pair(wanted, got, pairs[0].tolerance)]


def _exact_relations(pair: Pair) -> Iterator[Relation]:
    """Yield relations that explain every number; the first pair suggests their constants."""
    yield "each has the wrong sign", lambda p: p.matches(-p.wanted)
    yield "each is cut off to an integer", lambda p: p.matches(np.trunc(p.wanted))
    yield "each is rounded to an integer", lambda p: p.matches(np.round(p.wanted))
    yield "they are transposed", lambda p: p.wanted.ndim == 2 and p.matches(p.wanted.T)
    shift = float((pair.got - pair.wanted).flat[0])
    yield f"each is off by exactly {shift:.6g}", lambda p: p.matches(p.wanted + shift)
    largest = np.abs(pair.wanted).argmax()
    factor = float(pair.got.flat[largest] / pair.wanted.flat[largest])
    if factor:
        words = f"each is {factor:.6g} times what it should be"
        yield words, lambda p: p.matches(factor * p.wanted)
    yield "each is the square of what it should be", lambda p: p.matches(p.wanted**2)
    yield "each is the square root of what it should be", lambda p: p.matches(p.wanted**0.5)
    yield "they are the input itself", lambda p: p.z is not None and p.matches(p.z * 1.0)
    yield "each 0 should be a 1, and each 1 a 0", lambda p: _binary(p) and p.matches(1 - p.wanted)
    yield "they are the right ones in another order", _reordered
    yield "only the first row is right", lambda p: _rows_right(p, 2) == [True, False]
    yield "only the last row is wrong", lambda p: _rows_right(p, 2, last=True) == [True, False]
    yield "only the first column is right", lambda p: _columns_right(p) == [True, False]
    yield "only the last column is wrong", lambda p: _columns_right(p, last=True) == [True, False]
    yield "only the first table is right", lambda p: _rows_right(p, 3) == [True, False]
    yield "only the last table is wrong", lambda p: _rows_right(p, 3, last=True) == [True, False]


def _binary(pair: Pair) -> bool:
    return bool(np.isin(pair.wanted, (0, 1)).all())


def _constant(pairs: list[Pair], different: list[Pair]) -> Iterator[str]:
    """Yield that all actual numbers are equal, in results that are right as well."""
    one = float(different[0].got.flat[0]) if different else 0.0
    if all(bool((pair.got == one).all()) for pair in (*pairs, *different)):
        yield f"each is {one:.6g}, whatever the input"


def _shifts(different: list[Pair]) -> Iterator[str]:
    """Yield that numbers or rows are shifted by one position, if there are enough of them."""
    long = [p for p in different if p.wanted.ndim and len(p.wanted) > 2]
    if not long or any(not p.wanted.ndim for p in different):
        return
    # A shift between equal neighbours cannot be detected.
    if not all((~_rows_equal(p.wanted[1:], p.wanted[:-1], p)).all() for p in long):
        return
    what = "number" if all(p.wanted.ndim == 1 for p in different) else "row"
    if all(_rows_equal(p.wanted[1:], p.got[:-1], p).all() for p in different):
        yield f"each {what} stands one place too early"
    if all(_rows_equal(p.wanted[:-1], p.got[1:], p).all() for p in different):
        yield f"each {what} stands one place too late"


def _relations_within_each_result(different: list[Pair]) -> Iterator[str]:
    """Yield relations within each result, with constants of its own, if some are long enough."""
    long = any((np.abs(p.wanted) > 1e-3).sum() > 2 for p in different)
    if long and all(map(_off_by_a_factor, different)):
        yield "all numbers of a result are off by one factor, and each result by its own"
    if any(p.wanted.ndim == 2 and min(p.wanted.shape) > 1 for p in different):
        for axis, part in enumerate(("column", "row")):
            if all(_off_by_a_number(p, axis) for p in different):
                yield f"all numbers of a {part} are off by the same, and each {part} by its own"


def _off_by_a_factor(pair: Pair) -> bool:
    largest = np.abs(pair.wanted).argmax() if pair.wanted.size else 0
    if not pair.wanted.size or not pair.wanted.flat[largest] or not pair.got.flat[largest]:
        return False
    return pair.matches(pair.got.flat[largest] / pair.wanted.flat[largest] * pair.wanted)


def _off_by_a_number(pair: Pair, axis: int) -> bool:
    if pair.wanted.ndim != 2 or pair.wanted.shape[axis] < 2:
        return False
    return pair.matches(pair.wanted + np.take(pair.got - pair.wanted, [0], axis=axis))


def _rows_equal(one: Array, other: Array, pair: Pair) -> Array:
    """Return for each number or row whether two arrays are equal there."""
    entries = np.asarray(close(one, other, pair.tolerance))
    return np.asarray(entries.reshape(len(one), -1).all(axis=1)) if len(one) else entries


def _reordered(pair: Pair) -> bool:
    wanted, got = (np.sort(array, axis=None) for array in (pair.wanted, pair.got))
    return bool(close(wanted, got, pair.tolerance).all())


def _rows_right(pair: Pair, axes: int, *, last: bool = False) -> list[bool | None]:
    """Return for the first row and the rest (or all but the last, and the last) if they are right.

    It is True if all entries are right, False if none is, else None. With three axes, a row is a
    matrix.
    """
    if pair.wanted.ndim != axes or len(pair.wanted) < 2:
        return []
    right = np.asarray(~pair.wrong.reshape(len(pair.wanted), -1).any(axis=1))
    parts = (right[:-1], right[-1:]) if last else (right[:1], right[1:])
    return [True if part.all() else None if part.any() else False for part in parts]


def _columns_right(pair: Pair, *, last: bool = False) -> list[bool | None]:
    """Return the same for columns."""
    if pair.wanted.ndim != 2:
        return []
    return _rows_right(Pair(pair.wanted.T, pair.got.T, pair.tolerance), 2, last=last)


def _ends_wrong(pair: Pair) -> list[bool]:
    """Return whether the first and the last number of a vector are wrong, if no other one is."""
    if pair.wanted.ndim != 1 or pair.wanted.size < 2 or pair.wrong[1:-1].any():
        return []
    return [bool(pair.wrong[0]), bool(pair.wrong[-1])]


INPUT_CONDITIONS: Final[dict[str, Callable[[Array], Array]]] = {
    "they are right except at exactly 0": lambda z: z == 0,
    "they are right except for negative numbers": lambda z: z < 0,
    "they are right except for positive numbers": lambda z: z > 0,
    "they are right except for numbers of large size": lambda z: np.abs(z) >= LARGE,
    "they are right except where the input holds integers": lambda z: np.full(
        z.shape, z.dtype.kind in "iu"
    ),
}


def _wrong_only_where(pairs: list[Pair], where: Callable[[Array], Array]) -> bool:
    """Return whether all wrong entries belong to inputs for which a condition is true."""
    placed = [(pair, pair.z) for pair in pairs if pair.z is not None]
    return len(placed) == len(pairs) > 0 and all(
        bool((where(z) | ~pair.wrong).all()) for pair, z in placed
    )


def _sums_right(pair: Pair) -> bool:
    """Return whether the errors of each row sum to zero."""
    if pair.wanted.ndim == 0 or pair.wanted.shape[-1] < 2:
        return False
    wanted, got = pair.wanted.sum(axis=-1), pair.got.sum(axis=-1)
    return bool((np.isfinite(got) & close(wanted, got, pair.tolerance)).all())


POSITIONS: Final[dict[str, Callable[[Pair], bool]]] = {
    "of each result only the first number is wrong": lambda p: _ends_wrong(p) == [True, False],
    "of each result only the last number is wrong": lambda p: _ends_wrong(p) == [False, True],
    "of each result only the first number is right": lambda p: (
        p.wanted.ndim == 1 and p.wanted.size > 1 and np.flatnonzero(~p.wrong).tolist() == [0]
    ),
    "of each result only what comes first is right": lambda p: (
        _rows_right(p, max(p.wanted.ndim, 1)) == [True, False]
    ),
    "all entries of a result are the same": lambda p: p.got.size > 1 and np.ptp(p.got) == 0,
}
"""Relations that describe which positions of a result are wrong."""

PARTIAL_RELATIONS: Final[dict[str, Callable[[Pair], bool]]] = {
    "their sizes are right, and some signs are not": lambda p: p.matches(
        np.where(p.wrong, -p.wanted, p.wanted)
    ),
    "those that are wrong are too small": lambda p: bool((p.got < p.wanted)[p.wrong].all()),
    "those that are wrong are too large": lambda p: bool((p.got > p.wanted)[p.wrong].all()),
}
"""Relations that explain only a part of the error."""


def _rows_or_matrices(pairs: list[Pair]) -> str:
    """Describe that vectors are right and matrices wrong, or the reverse; else return ""."""
    if (
        len({pair.quantity for pair in pairs}) > 1
    ):  # one quantity may be a matrix and right, another a vector
        return ""
    wrong = {pair.wanted.ndim > 1 for pair in pairs if pair.wrong.any()}
    right = {pair.wanted.ndim > 1 for pair in pairs if not pair.wrong.any()}
    if (wrong, right) == ({True}, {False}):
        return "they are right for a row of numbers and wrong for a table"
    if (wrong, right) == ({False}, {True}):
        return "they are right for a table and wrong for a row of numbers"
    return ""
