"""Two results are compared by their numbers and shapes, not by their Python types.

A list equals an array, a Python float equals an array without axes, and booleans equal 0 and 1.
Shapes must be equal, and so must everything that is not a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.task import Observation

Array: TypeAlias = NDArray[Any]

FLOAT32_FACTOR: Final = 10.0
"""The factor of the tolerance for a float32 result."""


@dataclass(frozen=True)
class Disagreement:
    """How a result differs from the expected one."""

    aspect: str
    """What differs: kind, shape, finiteness, value, changed (arguments), or failure."""
    expected: Any
    actual: Any
    path: str = ""
    """The position in a container of results: `[0]`, `["W1"]`."""


def as_array(value: Any) -> Array | None:
    """Convert a plain value to an array of numbers, or return None if that is impossible."""
    if isinstance(value, (np.ndarray, np.number, np.bool, bool, int, float)):
        return np.asarray(value)
    if isinstance(value, (list, tuple)):
        try:
            array = np.asarray(value)
        except ValueError:
            return None
        return array if array.dtype.kind in "biuf" else None
    return None


def agree(expected: Observation, actual: Observation, tolerance: float) -> bool:
    """Return whether two observations agree: in value and changed arguments, or in failure."""
    needed, given = expected.outcome, actual.outcome
    if needed.failure is not None or given.failure is not None:
        kinds = [outcome.failure and outcome.failure.kind for outcome in (needed, given)]
        return kinds[0] == kinds[1]
    return needed.changed == given.changed and not differences(needed.value, given.value, tolerance)


def disagreement(
    expected: Observation, actual: Observation, tolerance: float
) -> Disagreement | None:
    """Return the first difference between an expected and an actual observation, or None."""
    needed, given = expected.outcome, actual.outcome
    if given.failure is not None:
        if needed.failure is not None and needed.failure.kind == given.failure.kind:
            return None
        return Disagreement("failure", needed.value, given.failure)
    difference = differences(needed.value, given.value, tolerance)
    if difference is None and given.changed != needed.changed:
        return Disagreement("changed", needed.value, given.value)
    return difference


def differences(
    expected: Any, actual: Any, tolerance: float, path: str = ""
) -> Disagreement | None:
    """Compare plain values and return the first difference, or None."""
    if isinstance(expected, dict):
        if not isinstance(actual, dict) or expected.keys() != actual.keys():
            return Disagreement("kind", expected, actual, path)
        pairs = [(f"{path}[{key!r}]", expected[key], actual[key]) for key in expected]
    elif isinstance(expected, (list, tuple)) and as_array(expected) is None:
        if not isinstance(actual, (list, tuple)) or len(expected) != len(actual):
            return Disagreement("kind", expected, actual, path)
        pairs = [
            (f"{path}[{i}]", *pair) for i, pair in enumerate(zip(expected, actual, strict=True))
        ]
    else:
        return _array_difference(expected, actual, tolerance, path)
    found = (differences(needed, given, tolerance, where) for where, needed, given in pairs)
    return next((difference for difference in found if difference is not None), None)


def _array_difference(
    expected: Any, actual: Any, tolerance: float, path: str
) -> Disagreement | None:
    needed, given = as_array(expected), as_array(actual)
    if needed is None or given is None:
        equal = needed is None and given is None and expected == actual
        return None if equal else Disagreement("kind", expected, actual, path)
    if needed.shape != given.shape:
        return Disagreement("shape", needed, given, path)
    if np.any(np.isfinite(needed) & ~np.isfinite(given)):
        return Disagreement("finiteness", needed, given, path)
    if not close(needed, given, tolerance).all():
        return Disagreement("value", needed, given, path)
    return None


def close(expected: Array, actual: Array, tolerance: float) -> Array:
    """Return for each entry whether |actual − expected| ≤ tolerance · max(1, |expected|)."""
    if actual.dtype.kind == "f" and actual.dtype.itemsize < 8:
        tolerance *= FLOAT32_FACTOR
    needed, given = expected.astype(np.float64), actual.astype(np.float64)
    equal = (needed == given) | (np.isnan(needed) & np.isnan(given))
    with np.errstate(invalid="ignore", over="ignore"):
        is_close = np.abs(given - needed) <= tolerance * np.maximum(1, np.abs(needed))
    return np.asarray(equal | (is_close & np.isfinite(needed)))
