"""Mark a notebook: run its cells in order, and judge a function at each check cell."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.answers import Answers
from chainrule_grader.execution.instructor_tests import is_test, test_verdicts
from chainrule_grader.execution.judge_process import JudgeError
from chainrule_grader.execution.output_limit import limit_outputs
from chainrule_grader.execution.prewarm import notebook_profile
from chainrule_grader.execution.record import Record
from chainrule_grader.execution.request import Request
from chainrule_grader.execution.sandbox import Limits, SandboxError
from chainrule_grader.execution.session import Session
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions.cell import Cell, CellResult
from chainrule_grader.submissions.expected import checked_task
from chainrule_grader.submissions.notebook import UnreadableError, read_file
from chainrule_grader.submissions.release import Release, read_release
from chainrule_grader.submissions.released_files import file_cells
from chainrule_grader.submissions.released_imports import released_imports
from chainrule_grader.submissions.releases import Releases
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
    course: str = ""
    """The course in which the release is looked for, if none is given."""
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
            reject_linked_folders(path)
            content = read_file(path)
        except UnreadableError as error:
            content = error
        return replace(self, path=str(path), student=student, content=content)


def reject_linked_folders(path: Path) -> None:
    """Check that the folders `<student>/<set>` of a submission are no links.

    A link could lead to the submission of another student.

    Raises:
        UnreadableError: if one of them is a link.
    """
    for folder in (path.parent, path.parent.parent):
        if folder.is_symlink():
            raise UnreadableError("its folder is a symbolic link, and the folder itself is needed")


def mark(job: GradingJob) -> Record:
    """Mark one notebook; an error is in the record, and none is raised.

    If what starts the workers has ended, everything is done a second time, with a new one.
    """
    try:
        submission = _read(job)
        try:
            return mark_submission(submission, job)
        except SandboxError:
            return mark_submission(submission, job)
    except UnreadableError as error:
        return _unreadable(job, str(error))
    except Exception as error:  # noqa: BLE001  no notebook may keep the others from being marked
        return failed_record(job, error)


def failed_record(job: GradingJob, error: Exception) -> Record:
    """Return the record of a notebook on which the grader itself failed."""
    what = f"{error}" if isinstance(error, JudgeError) else f"{type(error).__name__}: {error}"
    return Record(job.path, error=f"the grader failed: {what}"[:300], student=job.student)


def _read(job: GradingJob) -> Submission:
    if isinstance(job.content, UnreadableError):
        raise job.content
    content = read_file(Path(job.path)) if job.content is None else job.content
    return read_submission(content, job.release, Releases(job.course))


def _unreadable(job: GradingJob, error: str) -> Record:
    """Return the record of a submission that cannot be read, with the reason for each task."""
    if job.release is None:
        return Record(job.path, error=error, student=job.student)
    problem_set, text = job.release.problem_set, f"Not marked: {error}."
    cells = unreadable_cells(job.release, error)
    verdicts = {
        index: Verdict(identity, Kind.NOT_ATTEMPTED, text)
        for index, cell in enumerate(cells)
        if (identity := checked_task(cell, problem_set))
    }
    return _record(job, Submission(problem_set, cells), verdicts, error=error)


def mark_submission(submission: Submission, job: GradingJob) -> Record:
    """Run the cells of a submission, and judge a function at each check cell."""
    began = time.monotonic()
    verdicts: dict[int, Verdict] = {}
    requests: dict[int, Request] = {}
    secrets = [Path(secret) for secret in job.secrets]
    cells = submission.cells
    code = [cell.source for cell in cells if cell.kind == "code"]
    imports = released_imports(submission.release)
    options: dict[str, Any] = {"profile": notebook_profile(code), "unsafe": job.unsafe}
    with Session(job.limits, secrets, **options) as session:
        for source in (
            *file_cells(submission.release.files if submission.release else {}),
            imports.source,
        ):
            session.submit_cell(source)
        answers = Answers(session, job.seed, imports.modules)
        for index, cell in enumerate(cells):
            identity = checked_task(cell, submission.problem_set)
            if identity:
                verdicts[index] = answers.verdict(cell, identity)
            elif cell.kind == "code" and not cell.skipped:
                requests[index] = answers.submit(cell)
        for index, verdict in verdicts.items():
            later = [cells[i] for i in requests if i > index]
            verdicts[index] = answers.verdict_at_the_end(verdict, later)
        results = {index: session.cell_result(request) for index, request in requests.items()}
        session.raise_lost()
    shown = limit_outputs(results)
    return _record(job, submission, verdicts, shown, seconds=time.monotonic() - began)


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
    tests = tuple(test_verdicts(cells, submission.problem_set))
    about = {"points": _points(job, submission.problem_set, cells), "tests": tests, **more}
    return Record(job.path, submission.problem_set, cells, student=job.student, **about)


def _points(job: GradingJob, problem_set: str, cells: Iterable[Cell]) -> dict[str, float]:
    """Return the points of each check and test: those of the release, if there is one."""
    names = {
        cell.verdict.task if cell.verdict else f"{problem_set}/{cell.grade_id}": cell.released
        for cell in cells
        if cell.verdict or is_test(cell, problem_set)
    }
    released = {name: cell.points if cell else 1.0 for name, cell in names.items()}
    return released | {name: job.points[name] for name in names if name in job.points}
