"""The first rule that can explain an error does."""

from __future__ import annotations

import re
from typing import Final

from chainrule_worker.calls.failure import Failure

from chainrule_grader.judging.diagnosis.errors.line import Line, read_line
from chainrule_grader.judging.diagnosis.errors.rule import CallError, ErrorExplanation, Rule
from chainrule_grader.judging.diagnosis.errors.rules import (
    arguments,
    attributes,
    axes,
    conversions,
    indices,
    names,
    none_values,
    not_callable,
    operators,
    programs,
    shapes,
    syntax,
    truth_values,
)
from chainrule_grader.judging.diagnosis.errors.rules.syntax import SYNTAX

MAX_MESSAGE: Final = 300
MAX_WORDS: Final = 25

MODULES: Final = (
    syntax,
    programs,
    none_values,
    truth_values,
    axes,
    conversions,
    shapes,
    indices,
    operators,
    names,
    attributes,
    arguments,
    not_callable,
)
"""The rules of a module come before those of the next one, and special rules before general."""


def _rules_by_class() -> dict[str, list[Rule]]:
    rules: dict[str, list[Rule]] = {}
    for module in MODULES:
        for one in module.RULES:
            for name in one.classes:
                rules.setdefault(name, []).append(one)
    return rules


RULES: Final = _rules_by_class()


QUOTED: Final = re.compile(r"`([^`]{2,60})`")
CAPITALIZED: Final = ("A ", "An ", "Axis ", "Index ", "Shape ", "Shapes ", "The ", "Your ")
"""Beginnings of sentences that are words with a capital letter, not names."""


def explain_error(name: str, failure: Failure) -> ErrorExplanation | None:
    """Explain the error that ended a call of the function `name`, or return None."""
    found = find_explanation(name, failure)
    if found is None or failure.kind in SYNTAX.split():
        return found
    return ErrorExplanation(found.name, with_line(found.sentence, read_line(failure.line)))


def find_explanation(name: str, failure: Failure) -> ErrorExplanation | None:
    """Return the first explanation that is short, and has no control characters of a message."""
    message, line = failure.message[:MAX_MESSAGE], read_line(failure.line)
    error = CallError(name, failure.kind, message, line, bool(failure.line))
    for one in RULES.get(failure.kind, ()):
        match = one.pattern.match(error.message)
        sentence = one.explain(error, match) if match else ""
        if sentence and sentence.isprintable() and len(sentence.split()) <= MAX_WORDS:
            return ErrorExplanation(one.name, sentence)
    return None


def with_line(sentence: str, line: Line) -> str:
    """Put the line before a sentence that quotes nothing of it, if both are short."""
    statement = line.statement()
    if not statement or any(code in line.source for code in QUOTED.findall(sentence)):
        return sentence
    lowered = sentence[0].lower() + sentence[1:]
    longer = f"In {statement}, {lowered if sentence.startswith(CAPITALIZED) else sentence}"
    return longer if len(longer.split()) <= MAX_WORDS else sentence
