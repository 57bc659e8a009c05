"""A value stands where Python needs one number, and arithmetic has no result."""

from __future__ import annotations

import ast
import builtins
import math
import re
from typing import Final

import numpy as np

from chainrule_grader.judging.diagnosis.errors.line import Line, dotted_name
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule
from chainrule_grader.judging.diagnosis.errors.type_words import TYPE, in_words

ONE_NUMBER: Final = r"only (?:0-dimensional|length-1|size-1) arrays can be converted"
DOMAIN: Final = r"math domain error|expected a (?:positive|nonnegative|finite|noninteger)"
NEEDS: Final = {"log": "above 0", "log2": "above 0", "log10": "above 0", "sqrt": "of at least 0"}
BUILT_IN: Final = ("float", "int", "complex")
UNLIKE: Final = {"pow": "power", "fabs": "abs"}
"""Functions of `math` that have another name in NumPy."""


def _math_calls(line: Line) -> list[ast.Call]:
    """Return the calls of functions of `math`; `exp` alone was imported from there."""
    return [call for call in line.find(ast.Call) if _math_function(call)]


def _math_function(call: ast.Call) -> str:
    written = dotted_name(call.func)
    name = written.removeprefix("math.")
    known = callable(vars(math).get(name)) and written not in vars(builtins)
    return name if known else ""


def _only_math_function(line: Line) -> str:
    """Return the name of the only function that takes one number, if it is one of `math`."""
    found = {_math_function(call) for call in _math_calls(line)}
    return found.pop() if len(found) == 1 and not line.calls(*BUILT_IN) else ""


def _written(line: Line, name: str) -> str:
    return f"math.{name}" if line.calls(f"math.{name}") else name


def _math_of_array(error: CallError, _match: re.Match[str]) -> str:
    name = _only_math_function(error.line)
    if not name or _is_entry_assignment(error.line):
        return ""
    better = UNLIKE.get(name, name)
    known = callable(vars(np).get(better))
    instead = f"use np.{better}" if known else "compute with NumPy's functions"
    written = _written(error.line, name)
    return f"`{written}` takes one number, but your code passes an array; {instead}."


def _math_of_other(error: CallError, match: re.Match[str]) -> str:
    name, words = _only_math_function(error.line), in_words(match[1])
    if not name or not words:
        return ""
    instead = f"; use np.{name}" if words in {"a list", "a tuple"} and name in vars(np) else ""
    return (
        f"`{_written(error.line, name)}` takes one number, but your code passes {words}{instead}."
    )


def _is_entry_assignment(line: Line) -> bool:
    """Return whether the line stores something in an entry, which can need a number as well."""
    targets = [target for node in line.find(ast.Assign) for target in node.targets]
    return any(isinstance(target, ast.Subscript) for target in targets)


def _conversion(error: CallError, _match: re.Match[str]) -> str:
    names = {dotted_name(call.func) for call in error.line.calls(*BUILT_IN)}
    if len(names) != 1 or _math_calls(error.line) or _is_entry_assignment(error.line):
        return ""
    return f"`{names.pop()}` converts one number, but its argument is an array."


def _conversion_of_other(error: CallError, match: re.Match[str]) -> str:
    words = in_words(match[2])
    if words in {"", "None"}:
        return ""
    if error.line.calls(match[1]):
        return f"`{match[1]}` converts one number, but its argument is {words}."
    return f"Your code uses {words} where NumPy needs one number."


def _domain(error: CallError, _match: re.Match[str]) -> str:
    name = _only_math_function(error.line)
    if name not in NEEDS:
        return ""
    written = _written(error.line, name)
    return f"`{written}` needs a number {NEEDS[name]}, but in this call its argument is not."


def _range(error: CallError, _match: re.Match[str]) -> str:
    name = _only_math_function(error.line)
    if name == "exp":
        return (
            f"`{_written(error.line, name)}` overflows, because its argument is above 709; "
            "rewrite the formula for large arguments."
        )
    if name:
        written = _written(error.line, name)
        return f"The result of `{written}` is too large for a floating-point number."
    return ""


def _division(error: CallError, _match: re.Match[str]) -> str:
    divisions = [
        node.right if isinstance(node, ast.BinOp) else node.value
        for node in error.line.operations()
        if isinstance(node.op, (ast.Div, ast.FloorDiv, ast.Mod))
    ]
    divisor = error.line.only(divisions, "a number")
    return f"Your code divides by {divisor}, which is 0 in this call; handle this case separately."


RULES: Final = (
    rule("math-on-an-array", "TypeError", ONE_NUMBER, _math_of_array),
    rule("conversion-of-an-array", "TypeError", ONE_NUMBER, _conversion),
    rule(
        "array-as-a-number",
        "TypeError",
        ONE_NUMBER,
        "Your code uses an array where Python needs one number.",
    ),
    rule("math-on-an-array", "TypeError", rf"must be real number, not {TYPE}$", _math_of_other),
    rule(
        "conversion-of-an-array",
        "TypeError",
        rf"(float|int)\(\) argument must be .{{1,60}} not '{TYPE}'$",
        _conversion_of_other,
    ),
    rule(
        "conversion-of-an-array",
        "TypeError",
        r"type numpy\.ndarray doesn't define __round__ method",
        "The built-in `round` takes one number, but its argument is an array; use np.round.",
    ),
    rule(
        "conversion-of-an-array",
        "ValueError TypeError",
        r"can only convert an array of size 1 to a Python scalar",
        "`item` needs an array with one entry, but the array has more or none.",
    ),
    rule("outside-the-domain", "ValueError", DOMAIN, _domain),
    rule("overflow", "OverflowError", r"math range error", _range),
    rule(
        "overflow",
        "OverflowError",
        r"\(34, 'Numerical result out of range'\)",
        "A power in your code is too large for a floating-point number; "
        "rewrite the formula for large arguments.",
    ),
    rule(
        "overflow",
        "OverflowError",
        r"(?:Python int|int) too large to convert to (?:float|C long)"
        r"|integer division result too large for a float",
        "Your code computes an integer that is too large for NumPy or for a floating-point number.",
    ),
    rule(
        "overflow",
        "FloatingPointError",
        r"overflow encountered in (?P<function>\w{1,30})",
        "An overflow occurred in `{function}`; rewrite the formula for large arguments.",
    ),
    rule(
        "division-by-zero",
        "ZeroDivisionError",
        r".{0,10}cannot be raised to a negative power|zero to a negative power",
        "Your code raises 0 to a negative power, which divides by zero; "
        "handle this case separately.",
    ),
    rule(
        "division-by-zero",
        "ZeroDivisionError",
        r"(?:float |integer )?(?:division|floor division|modulo|divmod)",
        _division,
    ),
    rule(
        "negative-power-of-integers",
        "ValueError",
        r"Integers to negative integer powers are not allowed",
        "NumPy raises no integers to a negative power; convert the base or the exponent to float.",
    ),
    rule(
        "integer-from-nan",
        "ValueError",
        r"cannot convert float NaN to integer",
        "Your code stores or converts NaN as an integer; only floats can be NaN.",
    ),
    rule(
        "integer-from-nan",
        "OverflowError",
        r"cannot convert float infinity to integer",
        "Your code stores or converts an infinite number as an integer; "
        "only floats can be infinite.",
    ),
    rule(
        "text-as-a-number",
        "ValueError",
        r"could not convert string to float|invalid literal for int\(\)",
        "Your code converts a string to a number, but the string contains no such number.",
    ),
)
