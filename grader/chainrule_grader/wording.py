"""How a check puts what it saw into words: calls as a student would write them, and differences."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np
from chainrule_worker.values import Opaque
from numpy.typing import NDArray

from chainrule_grader.compare import Disagreement, close
from chainrule_grader.relations import Pair, relation

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


def sentence(name: str, found: Disagreement, pairs: list[Pair]) -> str:
    """Say in one sentence how results differ; `pairs` are all the numbers that can be compared."""
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
    words = relation(pairs)
    return f"{result} gives the wrong numbers{f': {words}' if words else ''}."


def _kind(value: Any) -> str:
    match value:
        case None:
            return "None"
        case np.ndarray() | bool() | int() | float():
            return "an array of numbers"
        case list() | tuple() | dict():
            return f"a {type(value).__name__} of {len(value)}"
        case Opaque(_, "ndarray"):
            return "an array of something else than real numbers"
        case Opaque(_, kind):
            return f"something of type {kind}"
    return f"something of type {type(value).__name__}"


def _shape_sentence(result: str, expected: Array, actual: Array) -> str:
    needed = f"{result} gives an array of shape {actual.shape} where {expected.shape} is needed"
    if actual.ndim == 2 and actual.T.shape == expected.shape:
        turned = close(expected, actual.T, 1e-6).all()
        return f"{needed}: it is transposed." if turned else f"{needed}."
    return f"{needed}."


def _bad_number(actual: Array) -> str:
    return "nan (not a number)" if np.isnan(actual).any() else "inf (infinity)"
