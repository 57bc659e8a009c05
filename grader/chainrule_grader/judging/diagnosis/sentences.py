"""A sentence describes the difference between an expected and an actual result."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.comparison import Comparison, as_array, close
from chainrule_grader.judging.diagnosis.relations import Pair, relation
from chainrule_grader.judging.formatting import kind_of

Array: TypeAlias = NDArray[Any]

GENERIC_ENDING: Final = "returns wrong numbers."
"""The end of a sentence that names no relation between actual and expected numbers."""


def sentence(
    name: str, part: str, one: Comparison, comparisons: list[Comparison], tolerance: float
) -> str:
    """Describe a difference; a relation between numbers is named if all comparisons have it.

    `part` is the name of the part of the result that differs, if the function returns several.
    """
    result = f"{part} of {name}" if part else name
    match one.aspect:
        case "missing":
            return f"{name} returns more or fewer results than expected."
        case "kind" if one.actual is None:
            return f"{name} returns None; does it lack a return statement?"
        case "kind":
            needed, got = kind_of(one.expected), kind_of(one.actual)
            return f"{name} must return {needed} here{_for(part)}, but it returns {got}."
        case "shape":
            return _shape_sentence(name, part, one.expected, one.actual)
        case "finiteness":
            return f"{name} returns {_bad_number(one.actual)}{_for(part)}, not a finite number."
    words = relation(_pairs(one, comparisons, tolerance))
    return f"{result}: {words}." if words else f"{name} {GENERIC_ENDING}"


def _for(part: str) -> str:
    return f" for {part}" if part else ""


def _pairs(one: Comparison, comparisons: list[Comparison], tolerance: float) -> list[Pair]:
    """Return all results whose numbers can be compared; in a container, only those that differ."""
    if one.path:
        return [Pair(one.expected.astype(float), one.actual.astype(float), tolerance)]
    pairs = []
    for other in comparisons:
        expected, actual = as_array(other.expected), as_array(other.actual)
        if expected is None or actual is None or expected.shape != actual.shape:
            continue
        if np.isfinite(expected).all() and np.isfinite(actual).all():
            numbers = expected.astype(float), actual.astype(float)
            pairs.append(Pair(*numbers, tolerance, other.z, other.quantity))
    return pairs


def _shape_sentence(name: str, part: str, expected: Array, actual: Array) -> str:
    shapes = f"{name} returns{_part(part)} shape {actual.shape}; the shape must be {expected.shape}"
    if actual.ndim == 2 and actual.T.shape == expected.shape:
        turned = close(expected, actual.T, 1e-6).all()
        return f"{shapes}: the result is transposed." if turned else f"{shapes}."
    return f"{shapes}."


def _part(part: str) -> str:
    return f" {part} in" if part else " an array of"


def _bad_number(actual: Array) -> str:
    return "NaN (not a number)" if np.isnan(actual).any() else "an infinite number"
