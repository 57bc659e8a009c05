"""The judge observes a student's function, compares it with the reference, and gives a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chainrule_grader.judging import registry
from chainrule_grader.judging.comparison import Comparison, compare
from chainrule_grader.judging.diagnosis.diagnose import diagnose
from chainrule_grader.judging.diagnosis.failures import failure_kind
from chainrule_grader.judging.observation import observe
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Observation, Task
from chainrule_grader.judging.variants import conventions, observe_right_answer
from chainrule_grader.judging.verdict import Kind, Verdict


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
    seen = tuple(observe(task, subject, seed))
    name = subject.name
    if seen and all(failure_kind(one) is Kind.NOT_ATTEMPTED for one in seen):
        return Verdict(identity, Kind.NOT_ATTEMPTED, f"{name} is not written yet.")
    nearest, comparisons, score = _nearest(task, seen, name, seed)
    if score < 1 and task.uses:
        dependency = _faulty_dependency(task, subject, seed)
        if dependency:
            words = f"{name} is right, but it calls your {dependency}, which is wrong."
            return Verdict(identity, Kind.CORRECT, words, 1.0)
    if score == 1:
        remarks = tuple(dict.fromkeys(_remarks(seen)))[:3]
        return Verdict(identity, Kind.CORRECT, f"{name} is right.", 1.0, remarks=remarks)
    found = diagnose(task, name, seed, seen, comparisons, nearest)
    # Where a part earns points, something is written.
    kind = Kind.WRONG if score and found.kind is Kind.NOT_ATTEMPTED else found.kind
    return Verdict(identity, kind, found.sentence, score, found.misconceptions, found.case)


def _faulty_dependency(task: Task, subject: Subject, seed: int) -> str:
    """Return the earlier task whose reference makes this answer right, or ""."""
    right = {use.partition("/")[2]: registry.find(use).reference for use in task.uses}
    expected = observe_right_answer(task, 0, subject.name, seed)
    each = [{name: function} for name, function in right.items()]
    for links in [*each, right] if len(each) > 1 else each:
        seen = []
        for observation in observe(task, subject.with_replacements(links), seed):
            seen.append(observation)
            if not all(one.agrees for one in _last(task, expected, seen)):
                break
        else:
            if len(seen) == len(expected):
                return " and ".join(links)
    return ""


def _last(task: Task, expected: Sequence[Observation], seen: list[Observation]) -> list[Comparison]:
    """Compare the last of the observations."""
    if len(seen) > len(expected):
        return compare([], seen[-1:], task.tolerance)
    return compare(expected[len(seen) - 1 : len(seen)], seen[-1:], task.tolerance)


def _nearest(
    task: Task, seen: tuple[Observation, ...], name: str, seed: int
) -> tuple[int, list[Comparison], float]:
    """Return the accepted convention that agrees best, the comparisons with it, and the score.

    After one that agrees in everything, the others are not observed.
    """
    nearest, compared, most = 0, [], (-1.0, 0)
    for convention in conventions(task):
        right = observe_right_answer(task, convention, name, seed)
        comparisons = compare(right, seen, task.tolerance)
        merit = _score(comparisons), sum(one.agrees for one in comparisons)
        if merit > most:
            nearest, compared, most = convention, comparisons, merit
        if merit[0] == 1:
            break
    return nearest, compared, most[0]


def _score(comparisons: list[Comparison]) -> float:
    """Return the share of the task's criteria in which everything agrees."""
    criteria: dict[str, bool] = {}
    for one in comparisons:
        criterion = one.reference.criterion
        criteria[criterion] = criteria.get(criterion, True) and one.agrees
    return sum(criteria.values()) / len(criteria)


def _remarks(seen: tuple[Observation, ...]) -> Iterator[str]:
    """Yield a remark for each warning."""
    for observation in seen:
        for warning in observation.outcome.warnings:
            yield f"NumPy or Python warned: “{warning}” (no points lost)."
