"""Something that is no function is called."""

from __future__ import annotations

import ast
import builtins
import re
from typing import Final

from chainrule_grader.judging.diagnosis.errors.course_names import task_named
from chainrule_grader.judging.diagnosis.errors.line import Line, dotted_name
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule
from chainrule_grader.judging.diagnosis.errors.type_words import TYPE, in_words

VALUES: Final = frozenset({"shape", "T", "size", "ndim", "dtype"})
"""Attributes of an array that are values and no methods."""
EXPRESSIONS: Final = (ast.Constant, ast.BinOp, ast.UnaryOp, ast.Compare, ast.Call)


TAKE_FUNCTIONS: Final = frozenset({"map", "filter", "vectorize", "apply_along_axis", "reduce"})


def _candidates(line: Line) -> list[ast.expr]:
    """Return what the line calls that may be no function, such as a variable, but no method.

    There are none if the line passes a function to another one, which may be what calls it.
    """
    calls = line.find(ast.Call)
    functions = [call.func for call in calls]
    if any(dotted_name(one).rpartition(".")[2] in TAKE_FUNCTIONS for one in functions):
        return []
    if any(word.arg == "key" for call in calls for word in call.keywords):
        return []
    return [
        function
        for function in functions
        if not isinstance(function, ast.Attribute) or function.attr in VALUES
    ]


def _attribute(error: CallError, _match: re.Match[str]) -> str:
    found = [one for one in _candidates(error.line) if isinstance(one, ast.Attribute)]
    if len(found) != 1 or len(_candidates(error.line)) != 1:
        return ""
    code = error.line.code(found[0], f"`{found[0].attr}`")
    return f"{code} is a value and no function; remove the round brackets after it."


def _bracket(error: CallError, match: re.Match[str]) -> str:
    """Explain `2(x + 1)` and `(a + b)(c + d)`, which are calls in Python."""
    candidates = _candidates(error.line)
    words = in_words(match[1])
    unclear = [
        one for one in candidates if not (isinstance(one, ast.Name) and one.id in vars(builtins))
    ]
    if len(unclear) != 1 or not isinstance(unclear[0], EXPRESSIONS) or not words:
        return ""
    code = error.line.code(unclear[0], "the expression")
    return (
        f"Your code calls {code}, which is {words}, like a function; "
        "is an operator such as `*` missing before the bracket?"
    )


def _name(error: CallError, match: re.Match[str]) -> str:
    words = in_words(match[1])
    names = [one for one in _candidates(error.line) if isinstance(one, ast.Name)]
    if not words or len(names) != 1 or len(names) != len(_candidates(error.line)):
        return ""
    name = names[0].id
    if match[1] == "module":
        return f"`{name}` is a module, not a function; is the name of one of its functions missing?"
    if name in vars(builtins) or task_named(name, error.name):
        return (
            f"`{name}` is {words} in this call, because your code assigns to this function's name; "
            "rename the variable."
        )
    if words == "a random generator":
        return f"`{name}` is a random generator, not a function; call a method such as `normal`."
    if words == "a string":
        return f"`{name}` is a string, not a function; choose the function that has this name."
    if words in {"a dictionary", "a list"}:
        return f"`{name}` is {words}, not a function; an index needs square brackets."
    return (
        f"`{name}` is {words}, not a function; is an operator such as `*` missing after it, "
        "or did you reuse a function's name?"
    )


def _other(_error: CallError, match: re.Match[str]) -> str:
    words = in_words(match[1])
    if match[1] == "module":
        return "Your code calls a module like a function; is the name of its function missing?"
    if not words:
        return ""
    return (
        f"Your code calls {words} like a function; "
        "an operator may be missing before a bracket, or a variable has a function's name."
    )


RULES: Final = (
    rule("call-of-a-value", "TypeError", rf"'{TYPE}' object is not callable", _attribute),
    rule("missing-operator", "TypeError", rf"'{TYPE}' object is not callable", _bracket),
    rule("call-of-a-value", "TypeError", rf"'{TYPE}' object is not callable", _name),
    rule("call-of-a-value", "TypeError", rf"'{TYPE}' object is not callable", _other),
)
