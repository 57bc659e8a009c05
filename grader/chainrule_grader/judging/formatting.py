"""Values are written as a student would write them, and short enough to be read."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from chainrule_worker.handles import ObjectHandle

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
    if isinstance(value, ObjectHandle):
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


def kind_of(value: Any) -> str:
    """Say in words what a plain value is."""
    match value:
        case None:
            return "None"
        case np.ndarray() | bool() | int() | float():
            return "an array of numbers"
        case list() | tuple() | dict():
            return f"a {type(value).__name__} of {len(value)}"
        case ObjectHandle(_, "ndarray"):
            return "an array of something else than real numbers"
        case ObjectHandle(_, kind):
            return f"something of type {kind}"
    return f"something of type {type(value).__name__}"
