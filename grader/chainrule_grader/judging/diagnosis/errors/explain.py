"""The first rule that can explain an error does."""

from __future__ import annotations

from typing import Final

from chainrule_worker.calls.failure import Failure

from chainrule_grader.judging.diagnosis.errors import (
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
    truth_values,
)
from chainrule_grader.judging.diagnosis.errors.line import read_line
from chainrule_grader.judging.diagnosis.errors.rule import CallError, ErrorExplanation, Rule

MAX_MESSAGE: Final = 300
MAX_WORDS: Final = 25

MODULES: Final = (
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


def explain_error(name: str, failure: Failure) -> ErrorExplanation | None:
    """Explain the error that ended a call of the function `name`, or return None."""
    rules = RULES.get(failure.kind, [])
    if not rules:
        return None
    message = failure.message[:MAX_MESSAGE]
    error = CallError(name, message, read_line(failure.line), bool(failure.line))
    for one in rules:
        match = one.pattern.match(message)
        sentence = one.explain(error, match) if match else ""
        if sentence and len(sentence.split()) <= MAX_WORDS:
            return ErrorExplanation(one.name, sentence)
    return None
