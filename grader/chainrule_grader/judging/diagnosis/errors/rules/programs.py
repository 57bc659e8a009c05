"""Errors of a program as a whole: recursion, exit, files, and those that it raises itself."""

from __future__ import annotations

import ast
import re
from typing import Final

from chainrule_grader.judging.diagnosis.errors.rule import CallError, rule

RAISED: Final = (
    "ValueError TypeError Exception RuntimeError ArithmeticError IndexError KeyError NameError "
    "AttributeError AssertionError ZeroDivisionError OverflowError StopIteration LookupError "
    "FloatingPointError AxisError LinAlgError OSError ImportError"
)


def _own_error(error: CallError, _match: re.Match[str]) -> str:
    """Explain an exception that the student's line raises itself."""
    raised = error.line.find(ast.Raise)
    if len(raised) != 1 or raised[0].exc is None or not _raises(raised[0].exc, error.kind):
        return ""
    code = error.line.code(raised[0], "a `raise` statement")
    return f"Your code ends this call itself with {code}; it must return a result for this input."


def _raises(node: ast.expr, kind: str) -> bool:
    """Return whether `raise` gets an exception of this class, such as `ValueError("…")`."""
    name = node.func if isinstance(node, ast.Call) else node
    arguments = node.args if isinstance(node, ast.Call) else []
    simple = all(isinstance(one, (ast.Constant, ast.JoinedStr, ast.Name)) for one in arguments)
    return isinstance(name, ast.Name) and simple and name.id == kind


def _assertion(error: CallError, _match: re.Match[str]) -> str:
    found = error.line.find(ast.Assert)
    if len(found) != 1:
        return ""
    code = error.line.code(found[0].test, "its condition")
    return f"The `assert` in your code fails, because {code} is false in this call."


def _recursion(error: CallError, _match: re.Match[str]) -> str:
    if error.line.calls(error.name):
        return (
            f"`{error.name}` calls itself without end; "
            "a function that calls itself needs a case that stops."
        )
    return "A function in your code calls itself, directly or through others, without end."


def _input(error: CallError, _match: re.Match[str]) -> str:
    if not error.line.calls("input"):
        return ""
    return "Your code waits for `input`, but nobody can type during a check; use the arguments."


RULES: Final = (
    rule("own-error", RAISED, r"", _own_error),
    rule("own-assertion", "AssertionError", r"", _assertion),
    rule(
        "exit",
        "SystemExit",
        r"",
        "Your code ends the program with `exit`, `quit` or `sys.exit`; return a result instead.",
    ),
    rule("endless-recursion", "RecursionError", r"maximum recursion depth exceeded", _recursion),
    rule("input", "EOFError StdinNotImplementedError OSError RuntimeError", r"", _input),
    rule(
        "missing-file",
        "FileNotFoundError",
        r"",
        "Your code opens a file that does not exist where the check runs; use only the arguments.",
    ),
    rule(
        "changed-while-looping",
        "RuntimeError",
        r"dictionary (?:changed size|keys changed) during iteration",
        "Your code adds or removes keys of a dictionary while it loops over this dictionary.",
    ),
    rule(
        "exhausted-iterator",
        "StopIteration RuntimeError",
        r"(?:generator raised StopIteration)?$",
        "Your code calls `next` on an iterator that has no further items.",
    ),
    rule(
        "sample-larger-than-population",
        "ValueError",
        r"Cannot take a larger sample than population when replace is False",
        "Your code draws more items without replacement than there are.",
    ),
    rule(
        "probabilities-not-one",
        "ValueError",
        r"[Pp]robabilities do not sum to 1",
        "The probabilities that your code passes to `choice` do not sum to 1.",
    ),
    rule(
        "random-draw",
        "ValueError",
        r"scale < 0$",
        "The standard deviation that your code passes to a random draw is negative.",
    ),
    rule(
        "random-draw",
        "ValueError",
        r"(?:low >= high|high <= 0)$",
        "Your code draws integers from an empty range; "
        "the upper bound must be above the lower one.",
    ),
    rule(
        "random-draw",
        "ValueError",
        r"a must be 1-dimensional|a must be a positive integer|a cannot be empty",
        "Your code draws from an array that is empty or has not exactly one axis.",
    ),
    rule(
        "not-an-iterator",
        "TypeError",
        r"'(?P<kind>list|tuple|numpy\.ndarray|range)' object is not an iterator",
        "`next` needs an iterator, such as the result of `iter` or a generator.",
    ),
    rule(
        "too-many-items",
        "NotPlainError",
        r"the result has more than (?P<most>\d{1,9}) items",
        "Your function returns a list, dictionary or generator with more than {most} items.",
    ),
)
