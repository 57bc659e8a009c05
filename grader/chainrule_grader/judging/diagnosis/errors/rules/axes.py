"""An axis does not exist, or another argument stands in its place."""

from __future__ import annotations

import ast
import re
from typing import Final

from chainrule_grader.judging.diagnosis.errors.line import Line, dotted_name
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule
from chainrule_grader.judging.diagnosis.errors.type_words import TYPE

REDUCTIONS: Final = (
    *("np.max", "np.min", "np.amax", "np.amin", "np.argmax", "np.argmin", "np.any", "np.all"),
    *("np.sum", "np.prod", "np.cumsum", "np.mean", "np.median", "np.std", "np.var"),
)
ELEMENTWISE: Final = {
    "np.max": "np.maximum",
    "np.amax": "np.maximum",
    "np.min": "np.minimum",
    "np.amin": "np.minimum",
}
OUT_OF_BOUNDS: Final = r"axis (-?\d{1,6}) is out of bounds for array of dimension (\d{1,3})"
NOT_INTEGER: Final = (
    rf"only integer scalar arrays can be converted|'{TYPE}' object cannot be interpreted as an int"
)


def _with_second_argument(line: Line) -> list[ast.Call]:
    """Return the reductions whose second argument is given by position."""
    return [call for call in line.calls(*REDUCTIONS) if len(call.args) > 1]


def _is_integer(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, int)


def _second_argument(error: CallError, _match: re.Match[str]) -> str:
    """Explain `np.max(0, z)`: the second argument is taken as an axis."""
    calls = _with_second_argument(error.line)
    others = error.line.calls("range", "np.zeros", "np.ones", "np.concatenate")
    subscripts = error.line.find(ast.Subscript)
    if len(calls) != 1 or others or subscripts:
        return ""
    if _is_integer(calls[0].args[1]) and not _is_integer(calls[0].args[0]):
        return ""
    name = dotted_name(calls[0].func)
    if name in ELEMENTWISE:
        return (
            f"The second argument of `{name}` is an axis; "
            f"use {ELEMENTWISE[name]} to compare two arrays entry by entry."
        )
    return f"The second argument of `{name}` is an axis, but your code passes something else there."


def _number_first(error: CallError, match: re.Match[str]) -> str:
    """Explain `np.max(0, z)` for a single integer z: 0 is a number without axes."""
    calls = _with_second_argument(error.line)
    if match[2] != "0" or len(calls) != 1 or not isinstance(calls[0].args[0], ast.Constant):
        return ""
    return _second_argument(error, match)


def _out_of_bounds(_error: CallError, match: re.Match[str]) -> str:
    axis, dimension = int(match[1]), int(match[2])
    if dimension == 0:
        return f"Axis {axis} does not exist, because the value is a single number and has no axes."
    if dimension == 1:
        return (
            f"Axis {axis} does not exist, because the array has one axis in this call; "
            "axis=-1 is always the last axis."
        )
    last = dimension - 1
    return f"Axis {axis} does not exist: the array has {dimension} axes, numbered from 0 to {last}."


def _join_arguments(error: CallError, _match: re.Match[str]) -> str:
    """Explain `np.concatenate(a, b)`: the second argument is taken as an axis."""
    names = ("np.concatenate", "np.stack", "np.vstack", "np.hstack")
    calls = [call for call in error.line.calls(*names) if len(call.args) > 1]
    if len(calls) != 1:
        return ""
    name = dotted_name(calls[0].func)
    return f"`{name}` takes all arrays in one list or tuple; your code passes them one by one."


RULES: Final = (
    rule("axis-in-place-of-an-array", "TypeError", NOT_INTEGER, _second_argument),
    rule("axis-in-place-of-an-array", "AxisError", OUT_OF_BOUNDS, _number_first),
    rule("axis-out-of-bounds", "AxisError", OUT_OF_BOUNDS, _out_of_bounds),
    rule("arrays-not-in-a-list", "TypeError", r"only integer scalar arrays", _join_arguments),
    rule(
        "arrays-not-in-a-list",
        "TypeError",
        r"(?:[vh]stack|stack|concatenate)\(\) takes \d positional argument",
        _join_arguments,
    ),
)
