"""A rule explains one kind of error in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from chainrule_grader.judging.diagnosis.errors.line import Line


@dataclass(frozen=True)
class ErrorExplanation:
    """The name of a mistake that ends with an error, and a sentence about it."""

    name: str
    sentence: str


@dataclass(frozen=True)
class CallError:
    """The error that ended a call of the function `name`."""

    name: str
    kind: str
    """The name of the exception's class."""
    message: str
    line: Line
    in_student_code: bool
    """Whether a line of the student's raised it, and not the call itself."""


Explain: TypeAlias = Callable[[CallError, re.Match[str]], str]
"""Returns a sentence, or "" if nothing certain can be said."""


@dataclass(frozen=True)
class Rule:
    """Explains the errors of some classes whose message matches a pattern."""

    name: str
    classes: tuple[str, ...]
    pattern: re.Pattern[str]
    explain: Explain


def rule(name: str, classes: str, pattern: str, explain: Explain | str) -> Rule:
    """Return a rule; the groups of the match fill the fields of a fixed sentence.

    Args:
        name: The name of the mistake.
        classes: The names of the exceptions, with spaces between them.
        pattern: Matches the beginning of the message. Repetitions are bounded and not nested.
        explain: The sentence, or a function that returns it.
    """
    if isinstance(explain, str):
        explain = _fixed(explain)
    return Rule(name, tuple(classes.split()), re.compile(pattern), explain)


def _fixed(sentence: str) -> Explain:
    def explain(_error: CallError, match: re.Match[str]) -> str:
        return sentence.format(**match.groupdict())

    return explain
