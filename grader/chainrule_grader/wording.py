"""How a check puts what it saw into words: calls as a student would write them, and differences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule_worker.values import Opaque
from numpy.typing import NDArray

from chainrule_grader.compare import Disagreement, close
from chainrule_grader.task import Observation

Array: TypeAlias = NDArray[Any]

SHOWN: Final = 48
"""The most numbers of an array that are written out."""


def written(value: Any, digits: int = 6) -> str:
    """Write a plain value as a student would, short enough to be read."""
    if isinstance(value, np.ndarray):
        too_many = value.size > SHOWN
        return f"array of shape {value.shape}" if too_many else _nested(value.tolist(), digits)
    if isinstance(value, (list, tuple)):
        start, end = "[]" if isinstance(value, list) else "()"
        more = ["…"] if len(value) > 6 else []
        return start + ", ".join([*(written(item, digits) for item in value[:6]), *more]) + end
    if isinstance(value, dict):
        items = [f"{key!r}: {written(item, digits)}" for key, item in list(value.items())[:6]]
        return "{" + ", ".join([*items, *(["…"] if len(value) > 6 else [])]) + "}"
    if isinstance(value, Opaque):
        return f"<{value.type_name}>"
    if isinstance(value, float):
        return f"{value:.{digits}g}"
    return repr(value)[:80]


def _nested(value: Any, digits: int) -> str:
    """Write an array's numbers in nested brackets."""
    if isinstance(value, list):
        return "[" + ", ".join(_nested(item, digits) for item in value) + "]"
    return f"{value:.{digits}g}" if isinstance(value, float) else repr(value)


def written_call(name: str, args: list[Any]) -> str:
    """Write a call."""
    return f"{name}({', '.join(written(arg) for arg in args)})"


def sentence(name: str, found: Disagreement, seen: Observation) -> str:
    """Say in one sentence how a result differs, as specifically as can be said."""
    result = f"{name}(…){found.path}" if found.path else name
    match found.aspect:
        case "kind" if found.actual is None:
            return f"{result} gives None: is the return missing?"
        case "kind":
            needed, got = _kind(found.expected), _kind(found.actual)
            return f"{result} gives {got} where {needed} is needed."
        case "shape":
            return _shape_sentence(result, found.expected, found.actual)
        case "finiteness":
            return f"{result} gives {_bad_number(found.actual)} where a finite number is needed."
        case "changed":
            return f"The numbers are right, but {name} writes into its input and spoils it."
    return _value_sentence(result, found.expected, found.actual, seen)


def _kind(value: Any) -> str:
    match value:
        case None:
            return "None"
        case np.ndarray() | bool() | int() | float():
            return "an array of numbers"
        case list() | tuple() | dict():
            kind = type(value).__name__
            return f"a {kind} of {len(value)}"
    return f"a {getattr(value, 'type_name', type(value).__name__)}"


def _shape_sentence(result: str, expected: Array, actual: Array) -> str:
    needed = f"{result} gives an array of shape {actual.shape} where {expected.shape} is needed"
    if actual.ndim == 2 and actual.T.shape == expected.shape:
        turned = close(expected, actual.T, 1e-6).all()
        return f"{needed}: it is transposed." if turned else f"{needed}."
    return f"{needed}."


def _bad_number(actual: Array) -> str:
    return "nan (not a number)" if np.isnan(actual).any() else "inf (infinity)"


def _value_sentence(result: str, expected: Array, actual: Array, seen: Observation) -> str:
    with np.errstate(all="ignore"):
        looks = (_whole, _places, _rows)
        found = [words for look in looks for words in look(expected, actual, seen)]
    for words in found[:1]:
        return f"{result} gives the wrong numbers: {words}."
    return f"{result} gives the wrong numbers."


def _whole(expected: Array, actual: Array, _seen: Observation) -> Iterator[str]:
    """Look for one relation that explains every number."""
    wanted, got = expected.astype(float), actual.astype(float)
    if wanted.size < 2 or np.ptp(wanted) == 0:
        return
    matches: Callable[[Array], bool] = lambda guess: bool(close(guess, got, 1e-6).all())  # noqa: E731
    if matches(-wanted):
        yield "each has the wrong sign"
    if matches(np.trunc(wanted)):
        yield "each is cut off to an integer"
    if wanted.ndim == 2 and wanted.shape[0] == wanted.shape[1] and matches(wanted.T):
        yield "they are transposed"
    shift = float((got - wanted).flat[0])
    if matches(wanted + shift):
        yield f"each is off by exactly {shift:.6g}"
    largest = np.abs(wanted).argmax()
    factor = float(got.flat[largest] / wanted.flat[largest])
    if factor and matches(factor * wanted):
        yield f"each is {factor:.6g} times what it should be"
    if matches_in_another_order(wanted, got):
        yield "they are the right ones in another order"


def matches_in_another_order(wanted: Array, got: Array) -> bool:
    """Tell whether two arrays hold the same numbers."""
    return bool(close(np.sort(wanted, axis=None), np.sort(got, axis=None), 1e-6).all())


def _places(expected: Array, actual: Array, seen: Observation) -> Iterator[str]:
    """Look for what the inputs have in common whose results are wrong."""
    z = np.asarray(seen.args[0]) if seen.args else None
    if z is None or z.shape != expected.shape or z.size < 2:
        return
    wrong = ~close(expected, actual, 1e-6)
    for words, where in {
        "they are right except at exactly 0": z == 0,
        "they are right except for negative numbers": z < 0,
        "they are right except for positive numbers": z > 0,
        "they are right except for numbers of large size": np.abs(z) >= 30,
    }.items():
        if not where.all() and (wrong == where).all():
            yield words


def _rows(expected: Array, actual: Array, _seen: Observation) -> Iterator[str]:
    """Look for rows that are right while others are wrong."""
    if expected.ndim < 2 or len(expected) < 2:
        return
    agrees = close(expected, actual, 1e-6).reshape(len(expected), -1)
    right = np.asarray(agrees.all(axis=1))
    if right[0] and not right[1:].any():
        yield "only the first row is right"
    elif right[:-1].all():
        yield "only the last row is wrong"
