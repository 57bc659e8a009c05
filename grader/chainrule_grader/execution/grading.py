"""Mark a notebook: run its cells in order, and judge a function at each check cell."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.prewarm import notebook_profile
from chainrule_grader.execution.record import Record
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.request import Request
from chainrule_grader.execution.sandbox import Limits
from chainrule_grader.execution.session import Session
from chainrule_grader.judging import registry
from chainrule_grader.judging.diagnosis.failures import KIND_OF_FAILURE, failure_sentence
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions.cell import CellResult
from chainrule_grader.submissions.notebook import UnreadableError, read_file
from chainrule_grader.submissions.release import Release, read_release
from chainrule_grader.submissions.submission import (
    Submission,
    read_submission,
    unreadable_cells,
)


@dataclass(frozen=True)
class GradingJob:
    """A notebook to mark, and how; a job can be sent to another process or machine."""

    path: str
    """The path of the notebook, as it was given."""
    seed: int
    points: Mapping[str, float] = field(default_factory=dict)
    """The points of each task `<set>/<task>`, where it is not one point."""
    limits: Limits = field(default_factory=Limits)
    secrets: tuple[str, ...] = ()
    """Folders that no worker may see."""
    unsafe: bool = False
    student: str = ""
    release: Release | None = None
    """The problem set as it was released, if the notebook must be one of it."""
    content: bytes | UnreadableError | None = None
    """What was read from the file, or why it cannot be read; if none is given, `mark` reads it."""

    @classmethod
    def of(cls, problem_set: ProblemSet, *, unsafe: bool = False) -> Self:
        """Return the part of a job that all submissions to a problem set have in common.

        Raises:
            OSError: where the release cannot be read.
        """
        course, release = problem_set.course, read_release(problem_set)
        return cls("", course.seed(), secrets=course.secrets, unsafe=unsafe, release=release)

    def with_submission(self, student: str, path: Path) -> Self:
        """Return the job for a student's notebook, whose file is read now."""
        content: bytes | UnreadableError
        try:
            content = read_file(path)
        except UnreadableError as error:
            content = error
        return replace(self, path=str(path), student=student, content=content)


def mark(job: GradingJob) -> Record:
    """Mark one notebook; an error is in the record, and none is raised."""
    try:
        return mark_submission(_read(job), job)
    except UnreadableError as error:
        return _unreadable(job, str(error))
    except Exception as error:
        return failed_record(job, error)


def failed_record(job: GradingJob, error: Exception) -> Record:
    """Return the record of a notebook on which the grader itself failed."""
    text = f"the grader failed: {type(error).__name__}: {error}"[:300]
    return Record(job.path, error=text, student=job.student)


def _read(job: GradingJob) -> Submission:
    if isinstance(job.content, UnreadableError):
        raise job.content
    content = read_file(Path(job.path)) if job.content is None else job.content
    return read_submission(content, job.release)


def _unreadable(job: GradingJob, error: str) -> Record:
    """Return the record of a submission that cannot be read, with the reason for each task."""
    if job.release is None:
        return Record(job.path, error=error, student=job.student)
    problem_set, text = job.release.problem_set, f"Not marked: {error}."
    cells = unreadable_cells(job.release, error)
    verdicts = {
        index: Verdict(f"{problem_set}/{cell.task}", Kind.NOT_ATTEMPTED, text)
        for index, cell in enumerate(cells)
        if f"{problem_set}/{cell.task}" in registry.identities(problem_set)
    }
    return _record(job, Submission(problem_set, cells), verdicts, error=error)


def mark_submission(submission: Submission, job: GradingJob) -> Record:
    """Run the cells of a submission, and judge a function at each check cell."""
    began = time.monotonic()
    verdicts: dict[int, Verdict] = {}
    requests: dict[int, Request] = {}
    answers: dict[str, Request] = {}
    tasks = registry.identities(submission.problem_set)
    secrets = [Path(secret) for secret in job.secrets]
    code = [cell.source for cell in submission.cells if cell.kind == "code"]
    options: dict[str, Any] = {"profile": notebook_profile(code), "unsafe": job.unsafe}
    with Session(job.limits, secrets, **options) as session:
        for index, cell in enumerate(submission.cells):
            identity = f"{submission.problem_set}/{cell.task}"
            if cell.task and identity in tasks:
                answer = answers.get(cell.task)
                verdicts[index] = _verdict(session, identity, job.seed, answer)
            elif cell.kind == "code":
                requests[index] = answers[cell.grade_id] = session.submit_cell(cell.source)
        results = {index: session.cell_result(request) for index, request in requests.items()}
    return _record(job, submission, verdicts, results, seconds=time.monotonic() - began)


def _record(
    job: GradingJob,
    submission: Submission,
    verdicts: Mapping[int, Verdict],
    results: Mapping[int, CellResult] = MappingProxyType({}),
    **more: Any,
) -> Record:
    """Return the record of a submission whose cells have these verdicts and results, by place."""
    cells = tuple(
        replace(cell, result=results.get(index), verdict=verdicts.get(index))
        for index, cell in enumerate(submission.cells)
    )
    points = {
        cell.verdict.task: cell.released.points
        if cell.released
        else job.points.get(cell.verdict.task, 1.0)
        for cell in cells
        if cell.verdict
    }
    about = {"points": points, "student": job.student, **more}
    return Record(job.path, submission.problem_set, cells, **about)


def _verdict(session: Session, identity: str, seed: int, answer: Request | None) -> Verdict:
    """Judge one function; if there is none, name the failure of the cell that should define it."""
    name = identity.partition("/")[2]
    verdict = judge(identity, registry.find(identity), RemoteSubject(session, name), seed)
    cell = session.cell_result(answer).failure if answer else None
    if verdict.kind is Kind.NOT_ATTEMPTED and cell is not None:
        kind = KIND_OF_FAILURE.get(cell.kind, Kind.CRASHED)
        words = failure_sentence(f"The cell of {name}", cell)
        return verdict if kind is Kind.NOT_ATTEMPTED else Verdict(identity, kind, words)
    return verdict
