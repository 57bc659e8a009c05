"""Two results are compared as a fair reader would: the numbers count, not what carries them.

A list is as good as an array, a Python float as an array without axes, booleans as 0 and 1. Shapes
are strict, and so is what is not a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.task import Observation

Array: TypeAlias = NDArray[Any]

SINGLE: Final = 10.0
"""How much more a float32 result may be off."""


@dataclass(frozen=True)
class Disagreement:
    """How a result differs from what is needed: in kind, shape, finiteness, value, or effect."""

    aspect: str
    expected: Any
    actual: Any
    path: str = ""
    """Where in a container of results: `[0]`, `["W1"]`."""


def as_array(value: Any) -> Array | None:
    """Read a plain value as an array of numbers, if it can be read so."""
    if isinstance(value, (np.ndarray, np.number, np.bool, bool, int, float)):
        return np.asarray(value)
    if isinstance(value, (list, tuple)):
        try:
            array = np.asarray(value)
        except ValueError:
            return None
        return array if array.dtype.kind in "biuf" else None
    return None


def same(expected: Observation, actual: Observation, tolerance: float) -> bool:
    """Tell whether two observations of the same thing show the same, failures included."""
    wanted, got = expected.outcome, actual.outcome
    if wanted.failure is not None or got.failure is not None:
        kinds = [outcome.failure and outcome.failure.kind for outcome in (wanted, got)]
        return kinds[0] == kinds[1]
    return wanted.changed == got.changed and not differences(wanted.value, got.value, tolerance)


def disagreement(
    expected: Observation, actual: Observation, tolerance: float
) -> Disagreement | None:
    """Return the first difference between what is needed and what was seen, if there is one."""
    wanted, got = expected.outcome, actual.outcome
    if got.failure is not None:
        if wanted.failure is not None and wanted.failure.kind == got.failure.kind:
            return None
        return Disagreement("failure", wanted.value, got.failure)
    found = differences(wanted.value, got.value, tolerance)
    if found is None and got.changed != wanted.changed:
        return Disagreement("changed", wanted.value, got.value)
    return found


def differences(
    expected: Any, actual: Any, tolerance: float, path: str = ""
) -> Disagreement | None:
    """Compare plain values and return the first difference."""
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
    found = (differences(wanted, got, tolerance, where) for where, wanted, got in pairs)
    return next((difference for difference in found if difference is not None), None)


def _array_difference(
    expected: Any, actual: Any, tolerance: float, path: str
) -> Disagreement | None:
    wanted, got = as_array(expected), as_array(actual)
    if wanted is None or got is None:
        alike = wanted is None and got is None and expected == actual
        return None if alike else Disagreement("kind", expected, actual, path)
    if wanted.shape != got.shape:
        return Disagreement("shape", wanted, got, path)
    if np.any(np.isfinite(wanted) & ~np.isfinite(got)):
        return Disagreement("finiteness", wanted, got, path)
    if not close(wanted, got, tolerance).all():
        return Disagreement("value", wanted, got, path)
    return None


def close(expected: Array, actual: Array, tolerance: float) -> Array:
    """Tell for each entry whether |actual − expected| ≤ tolerance · max(1, |expected|)."""
    if actual.dtype.kind == "f" and actual.dtype.itemsize < 8:
        tolerance *= SINGLE
    wanted, got = expected.astype(np.float64), actual.astype(np.float64)
    equal = (wanted == got) | (np.isnan(wanted) & np.isnan(got))
    with np.errstate(invalid="ignore", over="ignore"):
        near = np.abs(got - wanted) <= tolerance * np.maximum(1, np.abs(wanted))
    return np.asarray(equal | (near & np.isfinite(wanted)))
