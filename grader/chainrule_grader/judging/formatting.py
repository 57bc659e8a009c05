"""Values are formatted as a student would write them, and kept short."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from chainrule_worker.handles import ObjectHandle
from chainrule_worker.values import row_count

SHOWN: Final = 48
"""The largest size of an array whose numbers are shown."""


def format_value(value: Any, digits: int = 6) -> str:
    """Format a plain value as a student would write it."""
    if isinstance(value, np.ndarray):
        too_many = row_count(value.shape) > SHOWN
        return f"array of shape {value.shape}" if too_many else _nested(value.tolist(), digits)
    if isinstance(value, (list, tuple)):
        start, end = "[]" if isinstance(value, list) else "()"
        more = ["…"] if len(value) > 6 else []
        return start + ", ".join([*(format_value(item, digits) for item in value[:6]), *more]) + end
    if isinstance(value, dict):
        items = [
            f"{key!r:.40}: {format_value(item, digits)}" for key, item in list(value.items())[:6]
        ]
        return "{" + ", ".join([*items, *(["…"] if len(value) > 6 else [])]) + "}"
    if isinstance(value, ObjectHandle):
        return f"<{value.type_name}>"
    if isinstance(value, float):
        return f"{value:.{digits}g}"
    return repr(value)[:80]


def _nested(value: Any, digits: int) -> str:
    """Format an array's numbers in nested brackets."""
    if isinstance(value, list):
        return "[" + ", ".join(_nested(item, digits) for item in value) + "]"
    return f"{value:.{digits}g}" if isinstance(value, float) else repr(value)


def format_call(name: str, args: list[Any]) -> str:
    """Format a call."""
    return f"{name}({', '.join(format_value(arg) for arg in args)})"


def kind_of(value: Any) -> str:
    """Describe the kind of a plain value in words."""
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
