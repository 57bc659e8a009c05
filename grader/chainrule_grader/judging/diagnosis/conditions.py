"""A condition on the arguments selects wrong numbers, such as "where z is negative"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.diagnosis.evidence import Pair, Wording

Array: TypeAlias = NDArray[Any]

LARGE: Final = 30.0
"""A number with at least this absolute value is large: exp(30) has 14 digits."""

CLASSES: Final = {0: "single numbers", 1: "vectors", 2: "matrices", 3: "arrays with 3 axes"}
"""The names of arguments, by their number of axes."""

ENTRIES: Final[dict[str, Callable[[Array], Array]]] = {
    "at {z} = 0": lambda z: np.equal(z, 0),
    "where {z} is negative": lambda z: np.less(z, 0),
    "where {z} is positive": lambda z: np.greater(z, 0),
    "where {z} is at least 30 or at most -30": lambda z: np.abs(z) >= LARGE,
}
"""Conditions on the entry of the argument that an entry of the result depends on."""


@dataclass(frozen=True, eq=False)
class Condition:
    """A condition that selects entries of results, in words, with a mask for each result."""

    words: str
    masks: list[Array]


def conditions(pairs: Sequence[Pair], words: Wording) -> Iterator[Condition]:
    """Yield the conditions that all wrong entries fulfil, and some right entries do not."""
    for condition in (*_of_entries(pairs, words), *_of_calls(pairs, words)):
        others = [~mask for mask in condition.masks]
        spoiled = any((pair.wrong & other).any() for pair, other in zip(pairs, others, strict=True))
        if not spoiled and any(other.any() for other in others):
            yield condition


def _of_entries(pairs: Sequence[Pair], words: Wording) -> Iterator[Condition]:
    """Yield the conditions on single entries, if each entry of a result depends on one entry."""
    found = [pair.z for pair in pairs]
    inputs = [z.astype(np.float64) for z in found if z is not None]
    if len(inputs) == len(pairs):
        for template, applies in ENTRIES.items():
            text = template.format(z=words.argument(0))
            yield Condition(text, [np.asarray(applies(z)) for z in inputs])


def _of_calls(pairs: Sequence[Pair], words: Wording) -> Iterator[Condition]:
    """Yield the conditions on the first array of a call that make several calls wrong."""
    firsts = [pair.first_array for pair in pairs]
    known = [first for first in firsts if first is not None]
    if len(known) < len(pairs) or len({position for position, _ in known}) != 1:
        return
    name, arrays = words.argument(known[0][0]), [array for _, array in known]
    wrong = {array.ndim for array, pair in zip(arrays, pairs, strict=True) if pair.is_wrong}
    tests: list[tuple[str, Callable[[Array], bool]]] = [
        (f"where {name} holds integers", lambda array: array.dtype.kind in "iu"),
        (f"where {name} has one row", lambda array: array.ndim == 2 and len(array) == 1),
    ]
    if len(wrong) == 1 and wrong <= CLASSES.keys():
        axes = wrong.pop()
        tests.append((f"for {CLASSES[axes]}", lambda array: array.ndim == axes))
    for text, applies in tests:
        fulfilled = [applies(array) for array in arrays]
        several = sum(fulfilled) > 1
        if several and all(p.is_wrong for p, yes in zip(pairs, fulfilled, strict=True) if yes):
            both = zip(pairs, fulfilled, strict=True)
            yield Condition(text, [np.full(pair.correct.shape, yes) for pair, yes in both])
