"""A result of a wrong shape often has a simple relation to the right result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import Comparison, as_array, close
from chainrule_grader.judging.diagnosis.evidence import Wording, capitalized
from chainrule_grader.judging.diagnosis.formulas import SIMPLE

Array: TypeAlias = NDArray[Any]
Pairs: TypeAlias = list[tuple[Array, Array]]
Guess: TypeAlias = Callable[[Array, Array], tuple[Array, Array]]
"""Makes two arrays from the expected and the actual one; they are equal if the guess is true."""

MOST_NUMBERS: Final = 100_000
"""The largest size of a result that is compared with a right one of another shape."""

REDUCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "sum": np.sum,
    "mean": np.mean,
    "maximum": np.max,
    "minimum": np.min,
}


def shape_sentence(words: Wording, one: Comparison, part: Sequence[Comparison]) -> str:
    """Describe a result of a wrong shape, by all comparisons of the same part."""
    expected, actual = np.asarray(one.expected), np.asarray(one.actual)
    shapes = f"has shape {actual.shape} here; the shape must be {expected.shape}"
    if not actual.ndim:
        shapes = f"is a single number here; an array of shape {expected.shape} is expected"
    if not expected.ndim:
        shapes = f"has shape {actual.shape} here; a single number is expected"
    with np.errstate(all="ignore"):
        for predicate in _relations(_arrays(part), expected, actual):
            return capitalized(f"{words.whole} {predicate}.")
    return capitalized(f"{words.whole} {shapes}.")


def _arrays(part: Sequence[Comparison]) -> Pairs:
    """Return all results as arrays, or nothing if one of them is none or is too large."""
    found = [(as_array(one.expected), as_array(one.actual)) for one in part]
    arrays = [(e, a) for e, a in found if e is not None and a is not None]
    small = all(actual.size <= MOST_NUMBERS for _, actual in arrays)
    return arrays if small and len(arrays) == len(found) else []


def _relations(pairs: Pairs, expected: Array, actual: Array) -> Iterator[str]:
    """Yield what is true of all results, right ones included, the most specific first."""
    if not pairs or any(not e.size or not a.size for e, a in pairs):
        return
    shape, needed = actual.shape, expected.shape
    shapes = _both(shape, needed)
    if _all(pairs, lambda e, a: (e.T, a)) and _varied(pairs):
        yield f"is transposed: {shapes}"
    if _all(pairs, lambda e, a: (e, a.reshape(e.shape))):
        yield f"has the right numbers, but a wrong shape: {shapes}"
    if not _varied(pairs):
        return
    if _all(pairs, lambda e, a: (np.broadcast_to(e, a.shape), a)):
        yield f"repeats the expected numbers: {shapes}"
    for axis in (None, 0, 1, -1):
        along = "" if axis is None else f" along axis {axis}"
        for name, reduce in REDUCTIONS.items():
            if _all(pairs, lambda e, a: (e, reduce(a, axis=axis))):  # noqa: B023  called at once
                yield f"has shape {shape}; its {name}{along} is expected"
            if _all(pairs, lambda e, a: (reduce(e, axis=axis), a)):  # noqa: B023  called at once
                yield f"is the {name} of the expected numbers{along}; shape {needed} is expected"
    yield from (f"{predicate}: {shapes}" for predicate in _cut(pairs, expected))


def _both(shape: tuple[int, ...], needed: tuple[int, ...]) -> str:
    """Compare two shapes in words."""
    if not needed:
        return f"its shape is {shape}, but a single number is expected"
    return f"its shape is {shape}, but must be {needed}"


def _cut(pairs: Pairs, expected: Array) -> Iterator[str]:
    """Yield that rows are missing, too many, or the only ones."""
    item = "number" if expected.ndim == 1 else "row"
    ends: tuple[tuple[str, Guess], ...] = (
        (f"lacks the last {item}", lambda e, a: (e[:-1], a)),
        (f"lacks the first {item}", lambda e, a: (e[1:], a)),
        (f"has an additional last {item}", lambda e, a: (e, a[:-1])),
        (f"has an additional first {item}", lambda e, a: (e, a[1:])),
        (f"is only the first {item} of the expected result", lambda e, a: (e[0], a)),
        (f"is only the last {item} of the expected result", lambda e, a: (e[-1], a)),
    )
    for predicate, guess in ends:
        if _all(pairs, guess):
            yield predicate


def _all(pairs: Pairs, guess: Guess) -> bool:
    """Return whether a guess, which may be impossible for some shapes, is true of all results."""
    try:
        return all(_equal(*map(np.asarray, guess(e, a))) for e, a in pairs)
    except (ValueError, IndexError, TypeError):
        return False


def _equal(one: Array, other: Array) -> bool:
    return one.shape == other.shape and bool(close(one, other, 1e-6).all())


def _varied(pairs: Pairs) -> bool:
    """Return whether there are several different numbers to compare."""
    numbers = np.unique(np.concatenate([np.round(e.astype(float).ravel(), 6) for e, _ in pairs]))
    return int((~np.isin(numbers, SIMPLE)).sum()) > 1
