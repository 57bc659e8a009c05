"""Two results are compared by their numbers and shapes, not by their Python types.

A list equals an array, a Python float equals an array without axes, and booleans equal 0 and 1.
Shapes must be equal, and so must everything that is not a number. A container is compared part by
part, so a function that returns three gradients gives three comparisons.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule_worker.calls.failure import Failure
from numpy.typing import NDArray

from chainrule_grader.judging.task import Observation

Array: TypeAlias = NDArray[Any]

FLOAT32_FACTOR: Final = 10.0
"""The factor of the tolerance for a float32 result."""

Leaf: TypeAlias = tuple[str, Any, Any, str]
"""A position in a container, what is expected there, what is there, and how they differ."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """One part of an observation beside what is expected."""

    reference: Observation
    seen: Observation
    expected: Any
    actual: Any
    aspect: str = ""
    """How they differ: kind, shape, finiteness, value, changed (arguments), failure, missing.

    It is empty if they agree.
    """
    path: str = ""
    """The position in a container of results: `[0]`, `["W1"]`."""

    @property
    def agrees(self) -> bool:
        """Whether the part is as expected."""
        return not self.aspect

    @property
    def what(self) -> str:
        """The call, or the part of its result, as a student would write it."""
        return self.seen.what + self.path

    @property
    def quantity(self) -> str:
        """The name of the part: its position in a result, or the `Z` of `Z of f(…)`."""
        part, of, _ = self.seen.what.partition("(")[0].partition(" of ")
        return (part if of else "") + self.path

    @property
    def message(self) -> str:
        """The sentence that the task gives for a wrong value here, if it gives one."""
        return self.seen.message or self.reference.message

    @property
    def z(self) -> Array | None:
        """The argument whose entries belong to the entries of the result, if there is one."""
        if not self.seen.elementwise or not self.seen.args:
            return None
        z = np.asarray(self.seen.args[0])
        return z if z.shape == np.shape(self.expected) else None


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


def compare(
    right: Sequence[Observation], seen: Sequence[Observation], tolerance: float
) -> list[Comparison]:
    """Compare all observations with those of a right answer, part by part."""
    return [
        comparison
        for expected, actual in itertools.zip_longest(right, seen)
        for comparison in compare_one(expected, actual, tolerance)
    ]


def compare_one(
    expected: Observation | None, actual: Observation | None, tolerance: float
) -> list[Comparison]:
    """Compare one observation with that of a right answer.

    The observations may end early, after a failure. More of them than of a right answer cost
    nothing.
    """
    if expected is None:
        return []
    if actual is None:
        return [Comparison(expected, expected, None, None, "missing")]
    needed, given = expected.outcome, actual.outcome
    if given.failure is not None or needed.failure is not None:
        alike = _kind(needed.failure) == _kind(given.failure)
        aspect = "" if alike else "failure" if given.failure else "kind"
        result = given.failure or given.value
        return [Comparison(expected, actual, needed.value, result, aspect)]
    found = [
        Comparison(expected, actual, correct, got, aspect, path)
        for path, correct, got, aspect in leaves(needed.value, given.value, tolerance)
    ]
    if given.changed != needed.changed:
        found.append(Comparison(expected, actual, given.before, given.after, "changed"))
    return found


def same_results(one: Observation, other: Observation, tolerance: float) -> bool:
    """Return whether two observations agree in their results or their failures.

    Changed arguments are ignored. Two failures must have the same message, because different
    mistakes end with exceptions of the same type.
    """
    first, second = one.outcome, other.outcome
    if first.failure is not None or second.failure is not None:
        return _described(first.failure) == _described(second.failure)
    return all(not aspect for *_, aspect in leaves(first.value, second.value, tolerance))


def leaves(expected: Any, actual: Any, tolerance: float, path: str = "") -> Iterator[Leaf]:
    """Yield the parts of two plain values side by side, with how they differ."""
    pairs: Iterable[tuple[str, Any, Any]]
    if isinstance(expected, dict):
        if not isinstance(actual, dict) or expected.keys() != actual.keys():
            yield path, expected, actual, "kind"
            return
        pairs = [(f"{path}[{key!r}]", expected[key], actual[key]) for key in expected]
    elif _is_container(expected, actual):
        if not isinstance(actual, (list, tuple)) or len(expected) != len(actual):
            yield path, expected, actual, "kind"
            return
        pairs = (
            (f"{path}[{i}]", *pair) for i, pair in enumerate(zip(expected, actual, strict=True))
        )
    else:
        yield _array_leaf(expected, actual, tolerance, path)
        return
    for where, needed, given in pairs:
        yield from leaves(needed, given, tolerance, where)


def _is_container(expected: Any, actual: Any) -> bool:
    """Return whether what is expected is compared item by item, and not as one array.

    A tuple has parts with a meaning each, even if they could be the rows of one array.
    """
    if not isinstance(expected, (list, tuple)):
        return False
    parts = isinstance(expected, tuple) and isinstance(actual, (list, tuple))
    return parts or as_array(expected) is None


def _array_leaf(expected: Any, actual: Any, tolerance: float, path: str) -> Leaf:
    needed, given = as_array(expected), as_array(actual)
    if needed is None or given is None:
        equal = needed is None and given is None and expected == actual
        return path, expected, actual, "" if equal else "kind"
    if needed.shape != given.shape:
        return path, needed, given, "shape"
    if close(needed, given, tolerance).all():
        return path, needed, given, ""
    infinite = np.any(np.isfinite(needed) & ~np.isfinite(given))
    return path, needed, given, "finiteness" if infinite else "value"


def close(expected: Array, actual: Array, tolerance: float) -> Array:
    """Return for each entry whether |actual − expected| ≤ tolerance · max(1, |expected|)."""
    if actual.dtype.kind == "f" and actual.dtype.itemsize < 8:
        tolerance *= FLOAT32_FACTOR
    needed, given = expected.astype(np.float64), actual.astype(np.float64)
    equal = (needed == given) | (np.isnan(needed) & np.isnan(given))
    if equal.all():
        return np.asarray(equal)
    with np.errstate(invalid="ignore", over="ignore"):
        is_close = np.abs(given - needed) <= tolerance * np.maximum(1, np.abs(needed))
    return np.asarray(equal | (is_close & np.isfinite(needed)))


def _kind(failure: Failure | None) -> str | None:
    return None if failure is None else failure.kind


def _described(failure: Failure | None) -> tuple[str, str] | None:
    return None if failure is None else (failure.kind, failure.message.strip())
