"""Score each graded cell: by its verdict, or as nbgrader scores an ordinary test cell.

A cell without a verdict or a result gets no points, where nbgrader would give all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from chainrule_grader.execution.instructor_tests import stock_score
from chainrule_grader.execution.record import Record
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions.expected import checked_task


@dataclass(frozen=True)
class Score:
    """The automatic score of a cell; none where a person must grade it."""

    grade_id: str
    points: float
    automatic: float | None
    ask: bool = False
    """Whether a person must look at it, whatever its score."""


@dataclass(frozen=True)
class Findings:
    """The scores and comments of one notebook, as they go into the gradebook."""

    scores: tuple[Score, ...] = ()
    comments: Mapping[str, str | None] = field(default_factory=dict)
    """The comment on each answer, by its name."""


def findings(record: Record) -> Findings:
    """Score and comment on the cells of a record."""
    return Findings(tuple(scores(record)), comments(record))


def scores(record: Record) -> Iterator[Score]:
    """Score each graded cell."""
    for cell in record.cells:
        released = cell.released
        if released is None or not released.has_flag("grade"):
            continue
        points = released.points
        if checked_task(cell, record.problem_set or ""):
            yield judged(cell.grade_id, points, cell.verdict)
        elif released.has_flag("solution"):
            untouched = cell.source == released.source
            yield Score(cell.grade_id, points, 0.0 if untouched else None)
        else:
            automatic = stock_score(cell.result, points) if cell.kind == "code" else None
            yield Score(cell.grade_id, points, automatic)


def judged(name: str, points: float, verdict: Verdict | None) -> Score:
    """Score a check cell; without a valid verdict, a person must look at it."""
    fraction = min(max(verdict.score, 0.0), 1.0) if verdict else 0.0
    fault = verdict is None or verdict.kind is Kind.GRADER_FAULT
    return Score(name, points, fraction * points, fault)


def comments(record: Record) -> dict[str, str | None]:
    """Comment on each answer; a comment has none of the student's own text in it."""
    verdicts = {verdict.task: verdict for verdict in record.verdicts}
    return {
        cell.grade_id: comment(
            verdicts.get(f"{record.problem_set}/{cell.grade_id}"),
            untouched=cell.source == cell.released.source,
        )
        for cell in record.cells
        if cell.released and cell.released.has_flag("solution", "task")
    }


def comment(verdict: Verdict | None, *, untouched: bool) -> str | None:
    """Return the comment on an answer, if there is one."""
    match verdict.kind if verdict else None:
        case None:
            return "No response." if untouched else None
        case Kind.CORRECT:
            return None
        case Kind.MISCONCEPTION:
            return verdict.sentence if verdict else None
        case Kind.NOT_ATTEMPTED:
            return "No response."
    return "See what the check below found."
