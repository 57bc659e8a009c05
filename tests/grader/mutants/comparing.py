"""Two results are the same, different, or so near that chance may be the reason."""

import math
from dataclasses import dataclass
from enum import Enum
from typing import final

import numpy as np

SINGLE = 10.0
"""A result in single precision may be off by so many times as much."""
SURELY_SAME, SURELY_DIFFERENT = 4.0, 6.0
"""So many standard errors apart two measurements are."""


class Agreement(Enum):
    """How two results compare."""

    SAME = "same"
    UNCLEAR = "unclear"
    DIFFERENT = "different"


@final
@dataclass(frozen=True)
class Measured:
    """A number that was estimated from random draws, with its standard error."""

    value: float
    error: float


def compared(expected, actual, tolerance):
    """Compare what two functions showed of one case, changed arguments included."""
    if expected.failure or actual.failure:
        return _said(expected.failure == actual.failure)
    if expected.changed != actual.changed:
        return Agreement.DIFFERENT
    return compare(expected.value, actual.value, tolerance)


def compare(expected, actual, tolerance):
    """Compare two results: numbers by value and shape, containers by what they contain."""
    if isinstance(expected, Measured):
        return _measurements(expected, actual)
    if isinstance(expected, dict):
        if not isinstance(actual, dict) or expected.keys() != actual.keys():
            return Agreement.DIFFERENT
        return _worst((expected[key], actual[key]) for key in expected)(tolerance)
    a, b = _numbers(expected), _numbers(actual)
    if a is not None and b is not None:
        return _said(a.shape == b.shape and _close(a, b, tolerance))
    if isinstance(expected, (list, tuple)) and isinstance(actual, (list, tuple)):
        if len(expected) != len(actual):
            return Agreement.DIFFERENT
        return _worst(zip(expected, actual, strict=True))(tolerance)
    if a is None and b is None:
        return _said(type(expected) is type(actual) and bool(expected == actual))
    return Agreement.DIFFERENT


def _worst(pairs):
    """Compare pair by pair, until one differs."""

    def result(tolerance):
        worst = Agreement.SAME
        for one, other in pairs:
            agreement = compare(one, other, tolerance)
            if agreement is Agreement.DIFFERENT:
                return agreement
            if agreement is Agreement.UNCLEAR:
                worst = agreement
        return worst

    return result


def _said(same):
    return Agreement.SAME if same else Agreement.DIFFERENT


def _measurements(one, other):
    if not isinstance(other, Measured):
        return Agreement.DIFFERENT
    if not (math.isfinite(one.value) and math.isfinite(other.value)):
        return _said(one.value == other.value or one.value != one.value != other.value)
    apart, error = abs(one.value - other.value), math.hypot(one.error, other.error) + 1e-12
    if apart <= SURELY_SAME * error:
        return Agreement.SAME
    return Agreement.DIFFERENT if apart > SURELY_DIFFERENT * error else Agreement.UNCLEAR


def _numbers(value):
    """Read a value as an array of numbers, if it is one."""
    if isinstance(value, (str, dict, set)) or value is None:
        return None
    try:
        array = np.asarray(value)
        if array.dtype.kind == "O":
            array = array.astype(float)
    except (ValueError, TypeError):
        return None
    return array if array.dtype.kind in "biuf" else None


def _close(expected, actual, tolerance):
    if any(a.dtype.kind == "f" and a.dtype.itemsize < 8 for a in (expected, actual)):
        tolerance *= SINGLE
    a, b = expected.astype(float), actual.astype(float)
    with np.errstate(all="ignore"):
        near = np.abs(a - b) <= tolerance * np.maximum(1, np.abs(a))
    equal = (a == b) | (np.isnan(a) & np.isnan(b)) | (near & np.isfinite(a))
    return bool(equal.all())
