"""The judge observes a function at work and says what it found; it believes nothing but numbers."""

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
from chainrule_grader.judging.comparison import Disagreement, as_array, close, disagreement, same
from chainrule_grader.judging.formatting import written
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.messages import sentence
from chainrule_grader.judging.relations import Pair
from chainrule_grader.judging.subject import FATAL, StudentError, Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.judging.verdict import Case, Kind, Verdict

Differing: TypeAlias = tuple[Observation, Observation, Disagreement]

BARE: Final = "gives the wrong numbers."
"""The end of a sentence that names no relation between what came and what was needed."""

FAILED: Final = {
    "Malformed": Kind.WRONG,
    "NotImplementedError": Kind.NOT_ATTEMPTED,
    "Undefined": Kind.NOT_ATTEMPTED,
    "TimeLimitError": Kind.TIMED_OUT,
    "ForbiddenImportError": Kind.FORBIDDEN,
}


def judge(identity: str, task: Task, subject: Subject, seed: int) -> Verdict:
    """Check one function against its task; `seed` draws the inputs.

    A mistake in the task's own code is a verdict too, `grader_fault`, and never the student's.
    """
    try:
        return _judge(identity, task, subject, seed)
    except Exception as error:  # noqa: BLE001  whatever it is, the rest is to be marked
        return fault(identity, error)


def fault(identity: str, error: Exception) -> Verdict:
    """Say that the grader itself has failed."""
    what = f"{type(error).__name__}: {error}"[:200]
    words = f"The check itself failed ({what}). This is not your mistake; a person will look at it."
    return Verdict(identity, Kind.GRADER_FAULT, words)


def _judge(identity: str, task: Task, subject: Subject, seed: int) -> Verdict:
    seen = observe(task, subject, seed)
    name = subject.name
    if seen and all(_kind_of(o) is Kind.NOT_ATTEMPTED for o in seen):
        return Verdict(identity, Kind.NOT_ATTEMPTED, f"{name} is not written yet.")
    right, score = _nearest(task, seen, name, seed)
    if score < 1 and task.uses:
        link = _broken_link(task, subject, seed)
        if link:
            words = f"{name} is right, with a right {link} in place of yours, which is not."
            return Verdict(identity, Kind.CORRECT, words, 1.0)
    if score == 1:
        remarks = tuple(dict.fromkeys(_remarks(seen)))[:3]
        return Verdict(identity, Kind.CORRECT, f"{name} is right.", 1.0, remarks=remarks)
    differing = _differing(right, seen, task.tolerance)
    expected, actual, found = differing[0]
    mistake = _named(task, seen, name, seed)
    if mistake is not None:
        kind, words = Kind.MISCONCEPTION, mistake.says
    else:
        words = _words(name, differing[0], _pairs(right, seen, found, task.tolerance))
        if words.endswith(BARE):
            telling = next(filter(_tells_by_itself, differing), differing[0])
            expected, actual, found = telling
            if telling is not differing[0]:
                words = _words(name, telling, [])
            elif len(seen) >= len(right) and (part := _only_part(right, differing)):
                words = f"{words[:-1]}: of what it returns only {part} is wrong."
        kind = _kind_of(actual) or Kind.WRONG
    case = _case(name, found, expected, actual, task.tolerance)
    if mistake and case and actual.outcome.failure:  # the student's own words, beside ours
        case = replace(case, got=_stopped(actual.outcome.failure))
    known_as = mistake.name if mistake else None
    return Verdict(identity, kind, words, score, known_as, case)


def _words(name: str, differing: Differing, pairs: list[Pair]) -> str:
    """Put one disagreement into a sentence."""
    expected, actual, found = differing
    if actual.outcome.failure:
        return failed(name, actual.outcome.failure)
    says = (actual.says or expected.says) if found.aspect == "value" else ""
    return says or sentence(name, found, pairs)


def _only_part(right: tuple[Observation, ...], differing: list[Differing]) -> str:
    """Name the one part of the results, such as `Z of f(…)`, that is ever wrong, if it is one."""
    parts = {_part_of(expected) for expected in right}
    wrong = {_part_of(expected) for expected, _, _ in differing}
    return wrong.pop() if len(wrong) == 1 < len(parts) and "" not in parts else ""


def _part_of(observation: Observation) -> str:
    part, of, _ = observation.what.partition("(")[0].partition(" of ")
    return part if of else ""


def _tells_by_itself(differing: Differing) -> bool:
    """Tell whether a disagreement says more than that numbers are wrong.

    A relation between numbers does not count here: it would have to hold for all of them. Neither
    does a spoiled input, beside which the numbers would have to be right.
    """
    expected, actual, found = differing
    return found.aspect not in {"value", "changed"} or bool(actual.says or expected.says)


def _broken_link(task: Task, subject: Subject, seed: int) -> str:
    """Name the earlier task whose right answer makes this one right, if that is all it takes."""
    right = {use.partition("/")[2]: registry.find(use).reference for use in task.uses}
    expected = known(task, task.reference, subject.name, seed)
    each = [{name: function} for name, function in right.items()]
    for links in [*each, right] if len(each) > 1 else each:
        if _alike(task, expected, _observe(task, subject.with_replacements(links), seed)):
            return " and ".join(links)
    return ""


def _nearest(
    task: Task, seen: tuple[Observation, ...], name: str, seed: int
) -> tuple[tuple[Observation, ...], float]:
    """Return what the right implementation shows that agrees most with what was seen, and how far.

    Where one agrees in everything, the others are not asked.
    """
    nearest: tuple[Observation, ...] = ()
    most = -1.0
    for implementation in (task.reference, *task.also_right):
        expected = known(task, implementation, name, seed)
        score = _score(expected, seen, task.tolerance)
        if score > most:
            nearest, most = expected, score
        if score == 1:
            break
    return nearest, most


def observe(task: Task, subject: Subject, seed: int) -> tuple[Observation, ...]:
    """Look at everything that the task wants looked at, until the subject gives no more answers."""
    return tuple(_observe(task, subject, seed))


def _observe(task: Task, subject: Subject, seed: int) -> Iterator[Observation]:
    subject.time_factor = task.time_factor
    try:
        for observation in task.observe(subject, np.random.default_rng(seed)):
            yield _with_calls(observation, subject)
            failure = observation.outcome.failure
            if failure is not None and failure.kind in FATAL:
                return
    except StudentError as error:
        yield Observation("all", subject.name, error.outcome)


def _with_calls(observation: Observation, subject: Subject) -> Observation:
    """Add to an observation what was noticed in the calls that it was made from."""
    called, outcome = subject.recent_outcomes(), observation.outcome
    changed = tuple(sorted({*outcome.changed, *(i for one in called for i in one.changed)}))
    warnings = (*outcome.warnings, *(w for one in called for w in one.warnings))
    return replace(observation, outcome=replace(outcome, changed=changed, warnings=warnings))


@functools.lru_cache(maxsize=4096)
def known(
    task: Task, implementation: Implementation, name: str, seed: int
) -> tuple[Observation, ...]:
    """Observe an implementation of our own, once for each seed."""
    return observe(task, _trusted(task, implementation, name), seed)


def _trusted(task: Task, implementation: Implementation, name: str) -> Subject:
    """Return an implementation of our own as a subject; no clock has to run beside it."""
    return LocalSubject(name, implementation, math.inf).with_replacements(task.helpers)


class _Replay:
    """What an implementation of ours shows, looked at as far as anybody has asked, and kept."""

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
def _replay(task: Task, implementation: Implementation, name: str, seed: int) -> _Replay:
    return _Replay(_observe(task, _trusted(task, implementation, name), seed))


def _score(
    right: tuple[Observation, ...], seen: tuple[Observation, ...], tolerance: float
) -> float:
    """Return the share of the task's parts in which everything agrees."""
    parts = {expected.part: True for expected in right}
    for index, expected in enumerate(right):
        agrees = index < len(seen) and same(expected, seen[index], tolerance)
        parts[expected.part] &= agrees
    return sum(parts.values()) / len(parts)


def _differing(
    right: tuple[Observation, ...], seen: tuple[Observation, ...], tolerance: float
) -> list[Differing]:
    """Return every observation that disagrees, and how."""
    each = (
        (expected, actual, disagreement(expected, actual, tolerance))
        for expected, actual in zip(right, seen, strict=False)
    )
    differing = [(expected, actual, found) for expected, actual, found in each if found is not None]
    if not differing:
        raise LookupError("the observations differ in number alone")
    return differing


def _named(task: Task, seen: tuple[Observation, ...], name: str, seed: int) -> Misconception | None:
    """Find the misconception that does exactly what was seen."""
    for misconception in task.misconceptions:
        if _alike(task, _replay(task, misconception.wrong, name, seed), seen):
            return misconception
    return None


def _alike(task: Task, one: Iterable[Observation], other: Iterable[Observation]) -> bool:
    """Tell whether two show the same in everything; what comes after a difference is not looked at.

    Most differ in the first thing that is.
    """
    pairs = itertools.zip_longest(one, other)
    return all(a and b and same(a, b, task.tolerance) for a, b in pairs)


def _kind_of(observation: Observation) -> Kind | None:
    """Return the verdict that a failure means by itself."""
    failure = observation.outcome.failure
    return FAILED.get(failure.kind, Kind.CRASHED) if failure else None


def failed(name: str, failure: Failure) -> str:
    """Say how a call, or the cell that should have defined the function, came to its end."""
    where = f", in the line `{failure.line}`" if failure.line else ""
    match FAILED.get(failure.kind, Kind.CRASHED):
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
    name: str, found: Disagreement, expected: Observation, actual: Observation, tolerance: float
) -> Case | None:
    """Reduce what was looked at to the smallest thing that shows the difference."""
    if isinstance(expected.outcome.value, bool) or expected.outcome.failure:
        return None  # A property's sentence says it all.
    if found.aspect == "failure":
        return Case(expected.what, written(found.expected), "no result")
    at = _entry(found, actual, tolerance)
    if at is None:
        return _pair(actual.what + found.path, found.expected, found.actual)
    z = np.asarray(actual.args[0])[at]
    call = f"{name}(z) at z = {written(float(z))}"
    return _pair(call, float(found.expected[at]), float(found.actual[at]))


def _stopped(failure: Failure) -> str:
    """Say in place of a result why there is none, in the student's own Python's words."""
    if FAILED.get(failure.kind, Kind.CRASHED) is not Kind.CRASHED or failure.kind == "WorkerGone":
        return "no result"
    return f"{failure.kind}: {failure.message}"[:200].removesuffix(": ")


def _entry(found: Disagreement, actual: Observation, tolerance: float) -> tuple[int, ...] | None:
    """Find the first entry that differs, where entries of input and result belong together."""
    if found.aspect not in {"value", "finiteness"} or not actual.args:
        return None
    wanted, got = np.asarray(found.expected), np.asarray(found.actual)
    if wanted.size < 2 or np.shape(actual.args[0]) != wanted.shape:
        return None
    differs = ~close(wanted, got, tolerance)
    return tuple(int(i) for i in np.argwhere(differs)[0])


def _pair(call: str, expected: object, actual: object) -> Case:
    """Write both with as many digits as it takes to tell them apart."""
    for digits in (6, 9):
        needed, got = written(expected, digits), written(actual, digits)
        if needed != got:
            break
    return Case(call, needed, got)


def _pairs(
    right: tuple[Observation, ...],
    seen: tuple[Observation, ...],
    found: Disagreement,
    tolerance: float,
) -> list[Pair]:
    """Put all numbers beside each other that can be compared; in a container, those that differ."""
    if found.aspect == "value" and found.path:
        return [Pair(found.expected.astype(float), found.actual.astype(float), tolerance)]
    pairs = []
    for expected, actual in zip(right, seen, strict=False):
        wanted, got = as_array(expected.outcome.value), as_array(actual.outcome.value)
        if wanted is None or got is None or wanted.shape != got.shape:
            continue
        if np.isfinite(wanted).all() and np.isfinite(got).all():
            z = np.asarray(actual.args[0]) if actual.args else None
            aligned = z if z is not None and z.shape == wanted.shape else None
            of = expected.what.partition("(")[0]
            pairs.append(Pair(wanted.astype(float), got.astype(float), tolerance, aligned, of))
    return pairs


def _remarks(seen: tuple[Observation, ...]) -> Iterator[str]:
    """Note the warnings that came with right results."""
    for observation in seen:
        for warning in observation.outcome.warnings:
            yield f"It warned “{warning}”, which costs nothing."
