"""Code that Python cannot read."""

from __future__ import annotations

import re
from typing import Final

from chainrule_grader.judging.diagnosis.errors.rule import CallError, Explain, rule

SYNTAX: Final = "SyntaxError IndentationError TabError"


def _unreadable(reason: str) -> Explain:
    """Return a function that quotes the line that Python cannot read, and gives the reason."""

    def explain(error: CallError, match: re.Match[str]) -> str:
        line = error.line.statement() or "your code"
        return f"Python cannot read {line}: {reason.format(**match.groupdict())}"

    return explain


RULES: Final = (
    rule(
        "missing-block",
        SYNTAX,
        r"expected an indented block after (?P<what>[\w' ]{1,60}) on line \d",
        _unreadable("the lines after the {what} must be indented, and at least one is needed."),
    ),
    rule(
        "indentation",
        SYNTAX,
        r"unexpected indent",
        _unreadable("it is indented more than the lines around it, without a reason."),
    ),
    rule(
        "indentation",
        SYNTAX,
        r"unindent does not match",
        _unreadable("its indentation equals that of no line above it."),
    ),
    rule(
        "indentation",
        SYNTAX,
        r"inconsistent use of tabs and spaces",
        _unreadable("lines are indented by tabs and by spaces; use spaces only."),
    ),
    rule(
        "missing-colon",
        SYNTAX,
        r"expected ':'",
        _unreadable("a colon is missing after `if`, `for`, `def` or a similar word."),
    ),
    rule(
        "bracket",
        SYNTAX,
        r"'(?P<bracket>[([{])' was never closed",
        _unreadable("the bracket `{bracket}` is never closed."),
    ),
    rule(
        "bracket",
        SYNTAX,
        r"unmatched '(?P<bracket>[)\]}}])'",
        _unreadable("the bracket `{bracket}` is closed but never opened."),
    ),
    rule(
        "bracket",
        SYNTAX,
        r"closing parenthesis '(?P<bracket>[)\]}])' does not match opening parenthesis "
        r"'(?P<opening>[([{])'",
        _unreadable("the bracket `{opening}` is closed by `{bracket}`."),
    ),
    rule(
        "equals-sign",
        SYNTAX,
        r"(?:invalid syntax|cannot assign to [\w' -]{1,60})\. ?Maybe you meant '==' or",
        _unreadable("`=` assigns a value; a comparison needs `==`."),
    ),
    rule(
        "equals-sign",
        SYNTAX,
        r"cannot assign to (?P<what>[\w' -]{1,40})",
        _unreadable("the left side of `=` is no variable; to compare values, write `==`."),
    ),
    rule(
        "open-string",
        SYNTAX,
        r"unterminated (?:triple-quoted )?(?:f-)?string literal",
        _unreadable("a string has no closing quotation mark."),
    ),
    rule(
        "missing-comma",
        SYNTAX,
        r"invalid syntax\. Perhaps you forgot a comma",
        _unreadable("a comma or an operator is missing between two values in brackets."),
    ),
    rule(
        "wrong-character",
        SYNTAX,
        r"invalid (?:non-printable )?character .{0,6} ?\(?U\+(?P<code>[0-9A-F]{4,6})",
        _unreadable("it contains the character U+{code}, often from copied text; type it anew."),
    ),
    rule(
        "return-outside-function",
        SYNTAX,
        r"'(?P<word>return|yield|await)' outside (?:async )?function",
        _unreadable("`{word}` stands outside of a function; indent the lines of the function."),
    ),
    rule(
        "default-before-argument",
        SYNTAX,
        r"non-default argument follows default|parameter without a default follows",
        _unreadable(
            "a parameter without a default follows one with a default; change their order."
        ),
    ),
    rule(
        "keyword-before-argument",
        SYNTAX,
        r"positional argument follows keyword argument",
        _unreadable("in a call, arguments with a name must follow those without a name."),
    ),
    rule(
        "print-without-brackets",
        SYNTAX,
        r"Missing parentheses in call to 'print'",
        _unreadable("`print` is a function and needs round brackets."),
    ),
    rule(
        "invalid-syntax",
        SYNTAX,
        r"invalid syntax$",
        _unreadable("look for a missing bracket, comma or operator, there or above."),
    ),
)
