"""An operator or a NumPy function gets operands of the wrong type."""

from __future__ import annotations

import ast
import re
from typing import Final

from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule
from chainrule_grader.judging.diagnosis.errors.type_words import (
    FUNCTIONS,
    SEQUENCES,
    TYPE,
    in_words,
    is_number,
)

OPERATOR: Final = r"([-+*/%@&|^<>=]{1,3}|\*\* or pow\(\)|divmod\(\))"
OPERANDS: Final = (
    rf"unsupported operand type\(s\) for {OPERATOR}: '{TYPE}' and '{TYPE}'",
    rf"'(<|>|<=|>=)' not supported between instances of '{TYPE}' and '{TYPE}'",
    rf"bad operand type for (?:unary )?([-+~]|abs(?=\(\)))(?:\(\))?: '{TYPE}'",
)
"""The messages that name an operator and the types of its operands."""


def _function(_error: CallError, match: re.Match[str]) -> str:
    operator = match[1].split()[0]
    if FUNCTIONS.isdisjoint(match.groups()[1:]):
        return ""
    return f"An operand of `{operator}` is a function, not its result; call it with round brackets."


def _sequence(_error: CallError, match: re.Match[str]) -> str:
    operator = match[1].split()[0]
    advice = "" if operator in {"@", "@="} else "compute with each entry, or "
    for kind in match.groups()[1:]:
        if kind in SEQUENCES:
            words = in_words(kind)
            return f"`{operator}` does not compute with {words}; {advice}convert it with np.array."
    return ""


def _other_operand(_error: CallError, match: re.Match[str]) -> str:
    operator, types = match[1].split()[0], match.groups()[1:]
    if operator == "@" and all(map(is_number, types)):
        return "`@` multiplies arrays, but both operands are single numbers; use `*`."
    for kind in ("str", "dict", "set", "generator", "module"):
        if kind in types:
            return f"An operand of `{operator}` is {in_words(kind)}; use numbers or arrays."
    return ""


def _repetition(_error: CallError, match: re.Match[str]) -> str:
    if not match[1].endswith(("float", "float64", "float32", "list")):
        return ""
    return (
        "`*` repeats a list, tuple or string and needs an integer; "
        "multiply each entry, or convert it with np.array."
    )


def _joining(_error: CallError, match: re.Match[str]) -> str:
    kind, other = match[1], in_words(match[2])
    if not other:
        return ""
    if kind == "str":
        return f"`+` joins strings, but one operand is {other}; an f-string puts values into text."
    return (
        f"`+` joins a {kind} with another {kind}, but one operand is {other}; "
        "convert it with np.array to add numbers."
    )


def _integers_in_place(error: CallError, match: re.Match[str]) -> str:
    given, stored = match[1], match[2]
    if not given.startswith("float") or not stored.startswith(("int", "uint", "bool")):
        return ""
    words = "booleans" if stored == "bool" else "integers"
    changes = error.line.find(ast.AugAssign)
    code = error.line.only(changes, "Your code")
    return (
        f"{code} stores floats in an array of {words}, which cannot hold them; "
        "make a new array, or one of floats."
    )


def _bitwise(error: CallError, match: re.Match[str]) -> str:
    operator = {"and": "&", "or": "|", "xor": "^"}[match[1]]
    if any(map(_compares_a_bitwise_result, error.line.find(ast.Compare))):
        return (
            f"`{operator}` binds tighter than a comparison, so here it combines floats; "
            "put brackets around each comparison."
        )
    return f"`{operator}` combines integers or booleans, but here it gets floats or other values."


def _compares_a_bitwise_result(node: ast.Compare) -> bool:
    """Return whether brackets are missing: Python reads `a > 0 & b > 0` as `a > (0 & b) > 0`."""
    parts = [part for part in (node.left, *node.comparators) if isinstance(part, ast.BinOp)]
    return any(isinstance(part.op, (ast.BitAnd, ast.BitOr, ast.BitXor)) for part in parts)


def _ufunc(_error: CallError, match: re.Match[str]) -> str:
    kind, name = match[1], match[2]
    words = in_words(kind)
    if kind in FUNCTIONS:
        return (
            f"`np.{name}` gets a function, not its result; call the function with round brackets."
        )
    if kind in {"dict", "list", "tuple", "str", "set", "generator"}:
        return f"`np.{name}` gets {words}, or an array of such objects, instead of numbers."
    if words == "a single number":
        return (
            f"`np.{name}` gets Python objects (dtype object) instead of NumPy's numbers; "
            "make an array of floats."
        )
    return ""


def _hash(_error: CallError, match: re.Match[str]) -> str:
    words = in_words(match[1])
    if words not in {"a list", "an array", "a dictionary", "a set"}:
        return ""
    return f"Your code uses {words} as a dictionary key or set item; use a number, string or tuple."


RULES: Final = (
    *(
        rule(name, "TypeError", pattern, explain)
        for pattern in OPERANDS
        for name, explain in (
            ("function-not-called", _function),
            ("list-arithmetic", _sequence),
            ("wrong-operand", _other_operand),
        )
    ),
    rule(
        "list-arithmetic",
        "TypeError",
        rf"can't multiply sequence by non-int of type '{TYPE}'",
        _repetition,
    ),
    rule(
        "list-arithmetic",
        "TypeError",
        rf'can only concatenate (list|tuple|str) \(not "{TYPE}"\)',
        _joining,
    ),
    rule(
        "floats-into-integers",
        "UFuncTypeError",
        r"Cannot cast ufunc '\w{1,30}' output from dtype\('(\w{1,20})'\) to dtype\('(\w{1,20})'\)",
        _integers_in_place,
    ),
    rule(
        "floats-into-integers",
        "TypeError",
        r"Cannot cast array data from dtype\('(\w{1,20})'\) to dtype\('(\w{1,20})'\)",
        _integers_in_place,
    ),
    rule(
        "bitwise-operator-on-floats",
        "TypeError",
        r"ufunc 'bitwise_(and|or|xor)' not supported for the input types",
        _bitwise,
    ),
    rule(
        "not-of-numbers",
        "TypeError",
        r"ufunc 'invert' not supported for the input types",
        "`~` needs integers or booleans, but here it gets floats or other values.",
    ),
    rule(
        "minus-of-booleans",
        "TypeError",
        r"numpy boolean subtract",
        "`-` does not subtract arrays of True and False; "
        "convert them to numbers with `astype(float)`.",
    ),
    rule(
        "minus-of-booleans",
        "TypeError",
        r"The numpy boolean negative",
        "`-` does not negate an array of True and False; use `~`, or convert it to numbers.",
    ),
    rule(
        "function-of-objects",
        "TypeError",
        rf"loop of ufunc does not support argument \d of type {TYPE} which has no callable "
        r"(\w{1,30}) method",
        _ufunc,
    ),
    rule(
        "text-in-a-formula",
        "UFuncTypeError",
        r"ufunc '\w{1,30}' did not contain a loop with signature matching types .{0,80}"
        r"(?:StrDType|dtype\('<U)",
        "Your code computes with a string and a number or an array; use numbers only.",
    ),
    rule(
        "text-in-a-formula",
        "TypeError",
        r"ufunc '(?!left_shift|right_shift)(?P<function>\w{1,30})' "
        r"not supported for the input types",
        "`{function}` of NumPy gets values that it cannot compute with, such as strings or None.",
    ),
    rule(
        "unhashable-key",
        "TypeError",
        r"(?:cannot use '[\w.]{1,60}' as a (?:dict key|set element) \()?"
        rf"unhashable type: '{TYPE}'",
        _hash,
    ),
)
