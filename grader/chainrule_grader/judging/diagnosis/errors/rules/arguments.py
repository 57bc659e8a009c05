"""A function is called with other arguments than it takes."""

from __future__ import annotations

import ast
import builtins
import re
from typing import Final

from chainrule_grader.judging.diagnosis.errors.line import dotted_name
from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule

FUNCTION: Final = r"([\w.<>]{1,80})\(\)"
GIVEN: Final = (
    rf"{FUNCTION} takes (?:from )?(\d{{1,2}}(?: to \d{{1,2}})?) positional arguments? "
    r"but (\d{1,3}) (?:was|were|positional)"
)
BUILT_IN: Final = {
    "sum": "np.sum",
    "max": "np.max",
    "min": "np.min",
    "abs": "np.abs",
    "any": "np.any",
}
NUMBERS: Final = {"one": "1", "no": "0"}
KEYWORDS: Final = {
    "dim": "axis",
    "axes": "axis",
    "axs": "axis",
    "keepdim": "keepdims",
    "keep_dims": "keepdims",
    "keepdims": "",
}
"""Keywords of other libraries, and what NumPy calls them."""


def _written(qualified: str) -> str:
    """Return a function's name as the student wrote it; `_sum` is what NumPy calls `z.sum`."""
    name = qualified.rpartition(".")[2]
    return name if name.startswith("__") else name.lstrip("_").replace("amax", "max")


def _is_method(qualified: str) -> bool:
    """Return whether the arguments include an object: `self`, or the array before `.sum`."""
    return qualified.startswith("_") or ("." in qualified and "<locals>." not in qualified)


def _is_call_of_the_check(error: CallError, qualified: str) -> bool:
    """Return whether the check called the function, or one that the function returned."""
    own = _written(qualified) == error.name or qualified.startswith(f"{error.name}.<locals>.")
    return own and not error.in_student_code and not _is_method(qualified)


def _on_line(error: CallError, qualified: str) -> str:
    """Quote the function as the line names it, or return "" if this is not certain.

    A function that the check passes to the student's has another name in the student's code.
    """
    name = _written(qualified)
    if f"{name}(" in error.line.source:
        return f"`{name}`"
    if name == "<lambda>" and error.line.find(ast.Lambda):
        return "a lambda function"
    functions = [dotted_name(call.func) for call in error.line.find(ast.Call)]
    own = [one for one in functions if one not in vars(builtins)]
    return f"`{own[0]}`" if len(own) == 1 and own[0].isidentifier() else ""


def _count(text: str) -> str:
    return {"0": "no arguments", "1": "1 argument"}.get(text, f"{text} arguments")


def _wrong_count(error: CallError, match: re.Match[str]) -> str:
    called, taken, given = _written(match[1]), _count(match[2]), _count(match[3])
    if _is_method(match[1]):
        return ""
    if function := _on_line(error, match[1]):
        return f"Your code passes {given} to {function}, which takes {taken}."
    if not _is_call_of_the_check(error, match[1]):
        return ""
    return (
        f"The check calls your `{called}` with {given}, but it takes {taken}; "
        "use the parameters of the task's text."
    )


def _wrong_count_of_built_in(error: CallError, match: re.Match[str]) -> str:
    function, taken = _on_line(error, match[1]), _count(NUMBERS.get(match[3], match[3]))
    if not function:
        return ""
    most = "at most " if match[2] == "at most " else ""
    return f"Your code passes {_count(match[4])} to {function}, which takes {most}{taken}."


def _missing(error: CallError, match: re.Match[str]) -> str:
    called, names = _written(match[1]), re.findall(r"'(\w{1,40})'", match[2])[:4]
    if not names:
        return ""
    quoted = " and ".join(f"`{name}`" for name in names)
    word = "argument" if len(names) == 1 else "arguments"
    if function := _on_line(error, match[1]):
        return f"Your code calls {function} without its {word} {quoted}."
    if not _is_call_of_the_check(error, match[1]):
        return ""
    return (
        f"The check calls your `{called}` without the {word} {quoted}, "
        "because the task's function has other parameters."
    )


def _keyword(error: CallError, match: re.Match[str]) -> str:
    called, given = _written(match[1]), match[2]
    if called in BUILT_IN and given in {"axis", "keepdims"} and error.line.calls(called):
        return _built_in(called, given)
    function = _on_line(error, match[1])
    if not function:
        return ""
    instead = KEYWORDS.get(given)
    if instead and _is_numpy(error, called):
        return f"{function} has no argument `{given}`; NumPy calls this argument `{instead}`."
    if given in {"axis", "keepdims"} and f"np.{called}" in _numpy_calls(error):
        return f"`np.{called}` has no argument `{given}`, because it computes entry by entry."
    suggestion = match[3]
    if suggestion:
        return f"{function} has no argument `{given}`; did you mean `{suggestion}`?"
    return f"Your code passes `{given}` to {function}, which has no argument of this name."


def _built_in(called: str, given: str) -> str:
    return f"Python's own `{called}` has no argument `{given}`; use {BUILT_IN[called]} for arrays."


def _numpy_calls(error: CallError) -> set[str]:
    names = {dotted_name(call.func) for call in error.line.find(ast.Call)}
    return {name for name in names if name.startswith("np.")}


def _is_numpy(error: CallError, called: str) -> bool:
    """Return whether the line calls the function as NumPy's or as a method of an array."""
    functions = [call.func for call in error.line.find(ast.Call)]
    return any(isinstance(one, ast.Attribute) and one.attr == called for one in functions)


def _invalid_keyword(_error: CallError, match: re.Match[str]) -> str:
    given, called = match.groups()
    if called in BUILT_IN and given in {"axis", "keepdims"}:
        return _built_in(called, given)
    return f"Your code passes `{given}` to `{called}`, which has no argument of this name."


def _too_many_for_sum(error: CallError, _match: re.Match[str]) -> str:
    keywords = [word.arg for call in error.line.calls("sum") for word in call.keywords]
    if "axis" in keywords:
        return _built_in("sum", "axis")
    return "Python's own `sum` takes one list and a start value; use np.sum for arrays."


def _expected(error: CallError, match: re.Match[str]) -> str:
    if not error.line.calls(match[1]):
        return ""
    given, taken = _count(match[4]), f"{match[2] or ''}{_count(match[3])}"
    return f"Your code passes {given} to `{match[1]}`, which takes {taken}."


def _twice(error: CallError, match: re.Match[str]) -> str:
    function = _on_line(error, match[1])
    if not function:
        return ""
    return (
        f"Your code gives the argument `{match[2]}` of {function} twice: by position and by name."
    )


RULES: Final = (
    rule(
        "sum-of-python",
        "TypeError",
        r"sum\(\) takes at most 2 (?:positional )?arguments",
        _too_many_for_sum,
    ),
    rule(
        "wrong-arguments",
        "TypeError",
        GIVEN,
        _wrong_count,
    ),
    rule(
        "wrong-arguments",
        "TypeError",
        rf"{FUNCTION} takes (at most |exactly )?(\d{{1,2}}|one|no) "
        r"(?:positional )?arguments? \((\d{1,3}) given\)",
        _wrong_count_of_built_in,
    ),
    rule(
        "wrong-arguments",
        "TypeError",
        rf"{FUNCTION} missing \d{{1,2}} required (?:positional|keyword-only) arguments?: "
        r"([\w', ]{1,200})$",
        _missing,
    ),
    rule(
        "wrong-arguments",
        "TypeError",
        rf"{FUNCTION} got an unexpected keyword argument '(\w{{1,40}})'"
        r"(?:\. Did you mean '(\w{1,40})'\?)?",
        _keyword,
    ),
    rule(
        "wrong-arguments",
        "TypeError",
        r"'(\w{1,40})' is an invalid keyword argument for (\w{1,40})\(\)",
        _invalid_keyword,
    ),
    rule(
        "wrong-arguments",
        "TypeError",
        r"(\w{1,40}) expected (at least |at most )?(\d{1,2}) arguments?, got (\d{1,3})",
        _expected,
    ),
    rule(
        "wrong-arguments",
        "TypeError",
        rf"{FUNCTION} got multiple values for argument '(\w{{1,40}})'",
        _twice,
    ),
)
