"""The judge observes a student's function, compares it with the reference, and gives a verdict."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

import numpy as np
from chainrule_worker.calls.failure import Failure

from chainrule_grader.judging import registry
from chainrule_grader.judging.comparison import Disagreement, agree, as_array, close, disagreement
from chainrule_grader.judging.formatting import format_value
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.messages import sentence
from chainrule_grader.judging.relations import Pair
from chainrule_grader.judging.subject import FATAL, StudentError, Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.judging.verdict import Case, Kind, Verdict

Differing: TypeAlias = tuple[Observation, Observation, Disagreement]

GENERIC_ENDING: Final = "gives the wrong numbers."
"""The end of a sentence that names no relation between actual and expected numbers."""

KIND_OF_FAILURE: Final = {
    "Malformed": Kind.WRONG,
    "NotImplementedError": Kind.NOT_ATTEMPTED,
    "Undefined": Kind.NOT_ATTEMPTED,
    "TimeLimitError": Kind.TIMED_OUT,
    "ForbiddenImportError": Kind.FORBIDDEN,
}


def judge(identity: str, task: Task, subject: Subject, seed: int) -> Verdict:
    """Check one function against its task; `seed` draws the inputs.

    An error in the task's own code gives the verdict `grader_fault`; it is not the student's.
    """
    try:
        return _judge(identity, task, subject, seed)
    except Exception as error:  # noqa: BLE001  the other tasks must be graded
        return fault(identity, error)


def fault(identity: str, error: Exception) -> Verdict:
    """Return the verdict for an error of the grader itself."""
    what = f"{type(error).__name__}: {error}"[:200]
    words = f"The check itself failed ({what}). This is not your mistake; a person will look at it."
    return Verdict(identity, Kind.GRADER_FAULT, words)


def _judge(identity: str, task: Task, subject: Subject, seed: int) -> Verdict:
    seen = observe(task, subject, seed)
    name = subject.name
    if seen and all(_failure_kind(o) is Kind.NOT_ATTEMPTED for o in seen):
        return Verdict(identity, Kind.NOT_ATTEMPTED, f"{name} is not written yet.")
    right, score = _nearest_reference(task, seen, name, seed)
    if score < 1 and task.uses:
        link = _faulty_dependency(task, subject, seed)
        if link:
            words = f"{name} is right, with a right {link} in place of yours, which is not."
            return Verdict(identity, Kind.CORRECT, words, 1.0)
    if score == 1:
        remarks = tuple(dict.fromkeys(_remarks(seen)))[:3]
        return Verdict(identity, Kind.CORRECT, f"{name} is right.", 1.0, remarks=remarks)
    differing = _differing(right, seen, task.tolerance)
    expected, actual, difference = differing[0]
    mistake = _find_misconception(task, seen, name, seed)
    if mistake is not None:
        kind, words = Kind.MISCONCEPTION, mistake.message
    else:
        words = _sentence(name, differing[0], _pairs(right, seen, difference, task.tolerance))
        if words.endswith(GENERIC_ENDING):
            specific = next(filter(_is_specific, differing), differing[0])
            expected, actual, difference = specific
            if specific is not differing[0]:
                words = _sentence(name, specific, [])
            elif len(seen) >= len(right) and (part := _only_part(right, differing)):
                words = f"{words[:-1]}: of what it returns only {part} is wrong."
        kind = _failure_kind(actual) or Kind.WRONG
        kind = Kind.WRONG if score and kind is Kind.NOT_ATTEMPTED else kind  # some is written
    case = _case(name, difference, expected, actual, task.tolerance)
    if mistake and case and actual.outcome.failure:  # show the exception beside our sentence
        case = replace(case, got=_format_failure(actual.outcome.failure))
    known_as = mistake.name if mistake else None
    return Verdict(identity, kind, words, score, known_as, case)


def _sentence(name: str, differing: Differing, pairs: list[Pair]) -> str:
    """Describe one disagreement in a sentence."""
    expected, actual, difference = differing
    if actual.outcome.failure:
        return failure_sentence(name, actual.outcome.failure)
    message = (actual.message or expected.message) if difference.aspect == "value" else ""
    return message or sentence(name, difference, pairs)


def _only_part(right: tuple[Observation, ...], differing: list[Differing]) -> str:
    """Return the only part of the results that is ever wrong, such as `Z` of `Z of f(…)`, or ""."""
    parts = {_part_of(expected) for expected in right}
    wrong = {_part_of(expected) for expected, _, _ in differing}
    return wrong.pop() if len(wrong) == 1 < len(parts) and "" not in parts else ""


def _part_of(observation: Observation) -> str:
    part, of, _ = observation.what.partition("(")[0].partition(" of ")
    return part if of else ""


def _is_specific(differing: Differing) -> bool:
    """Return whether a disagreement says more than that numbers are wrong.

    A relation between numbers does not count, because it must hold for all of them. A changed
    argument does not count either, because its sentence says that the numbers are right.
    """
    expected, actual, difference = differing
    return difference.aspect not in {"value", "changed"} or bool(actual.message or expected.message)


def _faulty_dependency(task: Task, subject: Subject, seed: int) -> str:
    """Return the earlier task whose reference makes this answer right, or ""."""
    right = {use.partition("/")[2]: registry.find(use).reference for use in task.uses}
    expected = reference_observations(task, task.reference, subject.name, seed)
    each = [{name: function} for name, function in right.items()]
    for links in [*each, right] if len(each) > 1 else each:
        if _all_agree(task, expected, _observe(task, subject.with_replacements(links), seed)):
            return " and ".join(links)
    return ""


def _nearest_reference(
    task: Task, seen: tuple[Observation, ...], name: str, seed: int
) -> tuple[tuple[Observation, ...], float]:
    """Return the observations of the accepted implementation that agrees best, and the score.

    After one that agrees in everything, the others are not observed.
    """
    nearest: tuple[Observation, ...] = ()
    most = -1.0
    for implementation in (task.reference, *task.also_right):
        expected = reference_observations(task, implementation, name, seed)
        score = _score(expected, seen, task.tolerance)
        if score > most:
            nearest, most = expected, score
        if score == 1:
            break
    return nearest, most


def observe(task: Task, subject: Subject, seed: int) -> tuple[Observation, ...]:
    """Make all observations of a task, until the subject cannot be called any more."""
    return tuple(_observe(task, subject, seed))


def _observe(task: Task, subject: Subject, seed: int) -> Iterator[Observation]:
    subject.time_factor = task.time_factor
    try:
        for observation in task.observe(subject, np.random.default_rng(seed)):
            yield _with_call_effects(observation, subject)
            failure = observation.outcome.failure
            if failure is not None and failure.kind in FATAL:
                return
    except StudentError as error:
        yield Observation("all", subject.name, error.outcome)


def _with_call_effects(observation: Observation, subject: Subject) -> Observation:
    """Add the warnings and changed arguments of the calls that an observation was made from."""
    called, outcome = subject.recent_outcomes(), observation.outcome
    changed = tuple(sorted({*outcome.changed, *(i for one in called for i in one.changed)}))
    warnings = (*outcome.warnings, *(w for one in called for w in one.warnings))
    return replace(observation, outcome=replace(outcome, changed=changed, warnings=warnings))


@functools.lru_cache(maxsize=4096)
def reference_observations(
    task: Task, implementation: Implementation, name: str, seed: int
) -> tuple[Observation, ...]:
    """Observe one of our implementations; the result is cached."""
    return observe(task, _own_subject(task, implementation, name), seed)


def _own_subject(task: Task, implementation: Implementation, name: str) -> Subject:
    """Return one of our implementations as a subject without a time limit."""
    return LocalSubject(name, implementation, math.inf).with_replacements(task.helpers)


class _LazyObservations:
    """Observations of one of our implementations, made on demand and cached."""

    def __init__(self, observations: Iterator[Observation]) -> None:
        self.rest = observations
        self.seen: list[Observation] = []

    def __iter__(self) -> Iterator[Observation]:
        for index in itertools.count():
            if index == len(self.seen):
                try:
                    self.seen.append(next(self.rest))
                except StopIteration:
                    return
            yield self.seen[index]


@functools.lru_cache(maxsize=4096)
def _lazy_observations(
    task: Task, implementation: Implementation, name: str, seed: int
) -> _LazyObservations:
    return _LazyObservations(_observe(task, _own_subject(task, implementation, name), seed))


def _score(
    right: tuple[Observation, ...], seen: tuple[Observation, ...], tolerance: float
) -> float:
    """Return the share of the task's criteria in which all observations agree."""
    criteria = {expected.criterion: True for expected in right}
    for index, expected in enumerate(right):
        agrees = index < len(seen) and agree(expected, seen[index], tolerance)
        criteria[expected.criterion] &= agrees
    return sum(criteria.values()) / len(criteria)


def _differing(
    right: tuple[Observation, ...], seen: tuple[Observation, ...], tolerance: float
) -> list[Differing]:
    """Return every pair of observations that disagrees, with the disagreement."""
    each = (
        (expected, actual, disagreement(expected, actual, tolerance))
        for expected, actual in zip(right, seen, strict=False)
    )
    differing = [
        (expected, actual, difference)
        for expected, actual, difference in each
        if difference is not None
    ]
    if not differing:
        raise LookupError("the observations differ in number alone")
    return differing


def _find_misconception(
    task: Task, seen: tuple[Observation, ...], name: str, seed: int
) -> Misconception | None:
    """Return the misconception whose observations all agree, or None."""
    for misconception in task.misconceptions:
        if _all_agree(task, _lazy_observations(task, misconception.wrong, name, seed), seen):
            return misconception
    return None


def _all_agree(task: Task, one: Iterable[Observation], other: Iterable[Observation]) -> bool:
    """Return whether all observations agree; nothing after the first difference is observed.

    Most misconceptions differ in the first observation.
    """
    pairs = itertools.zip_longest(one, other)
    return all(a and b and agree(a, b, task.tolerance) for a, b in pairs)


def _failure_kind(observation: Observation) -> Kind | None:
    """Return the kind of verdict for a failed observation, or None if it did not fail."""
    failure = observation.outcome.failure
    return KIND_OF_FAILURE.get(failure.kind, Kind.CRASHED) if failure else None


def failure_sentence(name: str, failure: Failure) -> str:
    """Describe how a call failed, or the cell that should have defined the function."""
    where = f", in the line `{failure.line}`" if failure.line else ""
    match KIND_OF_FAILURE.get(failure.kind, Kind.CRASHED):
        case Kind.NOT_ATTEMPTED:
            return f"{name} is not written for this case{where}."
        case Kind.TIMED_OUT:
            return f"{name} had not come to an end when its time was up{where}."
        case Kind.FORBIDDEN:
            return f"{failure.message}{where}."
        case Kind.WRONG:
            return f"{name} {failure.message}."
    if failure.kind == "WorkerGone":
        return f"{name} ended the whole process instead of giving a result."
    message = f": {failure.message.rstrip('.')}" if failure.message else ""
    return f"{name} stopped with {failure.kind}{message}{where}."


def _case(
    name: str,
    difference: Disagreement,
    expected: Observation,
    actual: Observation,
    tolerance: float,
) -> Case | None:
    """Return the smallest case that shows the difference."""
    if isinstance(expected.outcome.value, bool) or expected.outcome.failure:
        return None  # The sentence of a property needs no case.
    if difference.aspect == "failure":
        return Case(expected.what, format_value(difference.expected), "no result")
    at = _first_difference(difference, actual, tolerance)
    if at is None:
        return _make_case(actual.what + difference.path, difference.expected, difference.actual)
    z = np.asarray(actual.args[0])[at]
    call = f"{name}(z) at z = {format_value(float(z))}"
    return _make_case(call, float(difference.expected[at]), float(difference.actual[at]))


def _format_failure(failure: Failure) -> str:
    """Format a failure in place of a result."""
    if (
        KIND_OF_FAILURE.get(failure.kind, Kind.CRASHED) is not Kind.CRASHED
        or failure.kind == "WorkerGone"
    ):
        return "no result"
    return f"{failure.kind}: {failure.message}"[:200].removesuffix(": ")


def _first_difference(
    difference: Disagreement, actual: Observation, tolerance: float
) -> tuple[int, ...] | None:
    """Return the position of the first entry that differs, if the function is elementwise."""
    if difference.aspect not in {"value", "finiteness"} or not actual.args:
        return None
    wanted, got = np.asarray(difference.expected), np.asarray(difference.actual)
    if wanted.size < 2 or np.shape(actual.args[0]) != wanted.shape:
        return None
    differs = ~close(wanted, got, tolerance)
    return tuple(int(i) for i in np.argwhere(differs)[0])


def _make_case(call: str, expected: object, actual: object) -> Case:
    """Format both results with enough digits to show the difference."""
    for digits in (6, 9):
        needed, got = format_value(expected, digits), format_value(actual, digits)
        if needed != got:
            break
    return Case(call, needed, got)


def _pairs(
    right: tuple[Observation, ...],
    seen: tuple[Observation, ...],
    difference: Disagreement,
    tolerance: float,
) -> list[Pair]:
    """Return all results whose numbers can be compared; in a container, only those that differ."""
    if difference.aspect == "value" and difference.path:
        return [Pair(difference.expected.astype(float), difference.actual.astype(float), tolerance)]
    pairs = []
    for expected, actual in zip(right, seen, strict=False):
        wanted, got = as_array(expected.outcome.value), as_array(actual.outcome.value)
        if wanted is None or got is None or wanted.shape != got.shape:
            continue
        if np.isfinite(wanted).all() and np.isfinite(got).all():
            z = np.asarray(actual.args[0]) if actual.args else None
            aligned = z if z is not None and z.shape == wanted.shape else None
            quantity = expected.what.partition("(")[0]
            pairs.append(
                Pair(wanted.astype(float), got.astype(float), tolerance, aligned, quantity)
            )
    return pairs


def _remarks(seen: tuple[Observation, ...]) -> Iterator[str]:
    """Yield a remark for each warning."""
    for observation in seen:
        for warning in observation.outcome.warnings:
            yield f"It warned “{warning}”, which costs nothing."
