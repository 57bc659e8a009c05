"""Find what is wrong with an answer, and say it in one sentence, or in two for two mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chainrule_worker.calls.failure import Failure

from chainrule_grader.judging.comparison import Comparison
from chainrule_grader.judging.diagnosis.cases import argument_name, smallest_case
from chainrule_grader.judging.diagnosis.errors import explain_error
from chainrule_grader.judging.diagnosis.failures import failure_kind, failure_sentence
from chainrule_grader.judging.diagnosis.search import Mistakes, find_mistakes, touched
from chainrule_grader.judging.diagnosis.sentences import GENERIC_ENDING, sentence
from chainrule_grader.judging.task import Observation, Task
from chainrule_grader.judging.verdict import Case, Kind

IN_PLACE: Final = "in-place"
"""The name of the mistake that every task knows: an argument is changed."""


NO_RETURN: Final = "no-return"
"""The name of the mistake that nothing is returned."""


@dataclass(frozen=True)
class Diagnosis:
    """What is wrong with an answer."""

    kind: Kind
    sentence: str
    misconceptions: tuple[str, ...]
    """The names of the known mistakes that were recognised, the most important first."""
    case: Case | None


def diagnose(
    task: Task,
    name: str,
    seed: int,
    seen: Sequence[Observation],
    comparisons: list[Comparison],
    nearest: int = 0,
) -> Diagnosis:
    """Diagnose an answer by the comparisons with the nearest right answer.

    `nearest` is the number of this answer's convention.
    """
    wrong = [one for one in comparisons if not one.agrees]
    changed = [one for one in wrong if one.aspect == "changed"]
    results = [one for one in wrong if one.aspect != "changed"]
    if not results:
        words = _changed_sentence(task, name, changed[0])
        case = smallest_case(task, name, changed[0])
        return Diagnosis(Kind.MISCONCEPTION, words, (IN_PLACE,), case)
    mistakes = find_mistakes(task, name, seed, seen, nearest)
    found = _diagnose_results(task, name, seed, seen, comparisons, results, mistakes)
    if not changed:
        return found
    words = f"{found.sentence} {_changed_sentence(task, name, changed[0])}"
    return Diagnosis(Kind.MISCONCEPTION, words, (*found.misconceptions, IN_PLACE), found.case)


def _diagnose_results(
    task: Task,
    name: str,
    seed: int,
    seen: Sequence[Observation],
    comparisons: list[Comparison],
    wrong: list[Comparison],
    mistakes: Mistakes,
) -> Diagnosis:
    """Describe wrong results by the mistakes that explain them, whatever happened to arguments."""
    if mistakes:
        shown = _touched_by(task, mistakes, name, seed, seen, wrong)
        words = " ".join(mistake.message for mistake in mistakes)
        names = tuple(mistake.name for mistake in mistakes)
        return Diagnosis(Kind.MISCONCEPTION, words, names, smallest_case(task, name, shown))
    words = _sentence(task, name, wrong[0], comparisons)
    shown = wrong[0]
    if words.endswith(GENERIC_ENDING):
        shown = next(filter(_is_specific, wrong), wrong[0])
        if shown is not wrong[0]:
            words = _sentence(task, name, shown, [])
        elif part := _only_part(task, comparisons):
            words = f"{words[:-1]}: only {part} is wrong."
    case = smallest_case(task, name, shown)
    kind = failure_kind(shown.seen) or Kind.WRONG
    error = explain_error(name, shown.actual) if isinstance(shown.actual, Failure) else None
    if error is not None:
        return Diagnosis(kind, error.sentence, (error.name,), case)
    names = (NO_RETURN,) if _is_none(shown.actual) else ()
    return Diagnosis(kind, words, names, case)


def _touched_by(
    task: Task,
    mistakes: Mistakes,
    name: str,
    seed: int,
    seen: Sequence[Observation],
    wrong: list[Comparison],
) -> Comparison:
    """Return the first wrong result that the most important mistake spoils."""
    if len(mistakes) == 1:
        return wrong[0]
    numbers = touched(task, mistakes[0], name, seed, seen)
    spoiled = {id(seen[index]) for index in numbers if index < len(seen)}
    return next((one for one in wrong if id(one.seen) in spoiled), wrong[0])


def _sentence(task: Task, name: str, one: Comparison, comparisons: list[Comparison]) -> str:
    """Describe one difference in a sentence."""
    if isinstance(one.actual, Failure):
        return failure_sentence(name, one.actual)
    if one.aspect == "value" and one.message:
        return one.message
    return sentence(name, part_name(task, one), one, comparisons, task.tolerance)


def _only_part(task: Task, comparisons: list[Comparison]) -> str:
    """Return the only part of the results that is ever wrong, such as `grad_W`, or ""."""
    parts = {one.quantity for one in comparisons}
    wrong = {one.quantity for one in comparisons if not one.agrees}
    if len(wrong) != 1 or len(parts) < 2 or "" in parts:
        return ""
    return part_name(task, next(one for one in comparisons if not one.agrees))


def part_name(task: Task, one: Comparison) -> str:
    """Return the name of the part of a result that was compared, as the task calls it, or ""."""
    for index, part in enumerate(task.parts):
        if one.path.startswith(f"[{index}]"):
            return part + one.path.removeprefix(f"[{index}]")
    return one.quantity


def _is_none(actual: object) -> bool:
    """Return whether a function returned None where a result is needed."""
    if isinstance(actual, Failure):
        return actual.kind == "Malformed" and actual.message.startswith("returns None")
    return actual is None


def _is_specific(one: Comparison) -> bool:
    """Return whether a difference says more than that numbers are wrong.

    A relation between numbers does not count, because it must hold for all of them.
    """
    return one.aspect not in {"value", "missing"} or bool(one.message)


def _changed_sentence(task: Task, name: str, one: Comparison) -> str:
    """Say which arguments are changed."""
    changed = " and ".join(argument_name(task, i) for i in one.seen.outcome.changed)
    return f"{name} changes its argument {changed} in place; make a new array instead."
