"""A whole class is marked side by side, and one process writes it all down, a batch at a time.

A submission is done when its folder lies in `autograded`: that is the last thing that is written,
after the marks are in the gradebook and the page lies in `feedback`. A run that is stopped, however
it is stopped, is so gone on with by the next; what was marked twice has the same marks.
"""

from __future__ import annotations

import gc
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from chainrule_grader.course.course import Course
from chainrule_grader.course.settings import Settings, settings
from chainrule_grader.execution.grading import GradingJob, Record
from chainrule_grader.execution.pool import side_by_side
from chainrule_grader.execution.prewarm import file_profile
from chainrule_grader.execution.sandbox import warm_up_profile
from chainrule_grader.gradebook import feedback, folders
from chainrule_grader.gradebook.feedback import page
from chainrule_grader.gradebook.folders import OutputFolders
from chainrule_grader.gradebook.graded_submission import GradedSubmission, SubmissionJob, mark_paper
from chainrule_grader.gradebook.late import penalise
from chainrule_grader.judging import registry
from chainrule_grader.judging.judge import known
from chainrule_grader.submissions import notebook
from chainrule_grader.submissions.merge import read_release
from chainrule_grader.submissions.notebook import UnreadableError

BATCH: Final = 40
"""How many sheets are written at a time, at most."""
SECONDS: Final = 1.0
"""How long a sheet waits to be written, at most."""


class GradingError(Exception):
    """Marking could not begin, or not go on; the message says why in one sentence."""


@dataclass(frozen=True)
class GradingOptions:
    """How a class is marked."""

    jobs: int | None = None
    """How many at a time, one for each core if nothing is said."""
    executor: Executor | None = None
    """Who marks, where it is not processes of ours."""
    force: bool = False
    """Whether what was marked is marked again."""
    unsafe: bool = False
    """Whether submissions are run even where they are not closed in."""


def submissions(course: Course, problem_set: str) -> list[Path]:
    """Return the submitted notebooks of a problem set, by student."""
    places = course.submitted.glob(f"*/{problem_set}")
    notebooks = (place / f"{problem_set}.ipynb" for place in places)
    # A link that leads nowhere is a submission too, and one that gets its reason.
    return sorted(path for path in notebooks if os.path.lexists(path))


def waiting(course: Course, problem_set: str, *, force: bool = False) -> list[Path]:
    """Return the submitted notebooks that are yet to be marked.

    Raises:
        GradingError: where nothing was handed in at all.
    """
    found = submissions(course, problem_set)
    if not found:
        where = course.submitted / "<student>" / problem_set / f"{problem_set}.ipynb"
        raise GradingError(f"nothing was handed in for {problem_set}: there is no {where}")
    return [
        path for path in found if force or not folders.is_done(course, path.parts[-3], problem_set)
    ]


def prepare(course: Course, problem_set: str) -> None:
    """Look at all that is right once, so that every process that is forked from here knows it.

    What writes the marks is imported here as well: there is time while the sandbox warms up.
    """
    from chainrule_grader.gradebook import gradebook  # noqa: F401, PLC0415  one notebook needs none

    feedback.prepare()
    for identity in registry.identities(problem_set):
        task, name = registry.find(identity), identity.partition("/")[2]
        known(task, task.reference, name, course.seed())
    gc.freeze()  # what was imported and found out stays, and is not looked through for garbage


def autograde(
    course: Course,
    problem_set: str,
    how: GradingOptions = GradingOptions(),
    ready: Callable[[Record], None] = lambda _record: None,
) -> list[Record]:
    """Mark the submissions that are not marked yet, write marks and feedback, return the records.

    `ready` is called with each record once it is written.

    Raises:
        GradingError: where it cannot begin, or what was marked cannot be written.
    """
    paths = waiting(course, problem_set, force=how.force)
    prepare(course, problem_set)
    records: list[Record] = []
    if paths:
        papers = _papers(course, problem_set, paths, unsafe=how.unsafe)
        jobs = min(how.jobs, len(paths)) if how.jobs else None
        sheets = side_by_side(mark_paper, papers, jobs, how.executor)
        for record in _written(course, problem_set, sheets):
            records.append(record)
            ready(record)
    return sorted(records, key=lambda record: record.notebook)


def _papers(
    course: Course, problem_set: str, paths: Iterable[Path], *, unsafe: bool
) -> Iterator[SubmissionJob]:
    """Read what was handed in; what cannot be read is a paper too."""
    order = GradingJob(
        "", course.seed(), course.points(problem_set), secrets=course.secrets, unsafe=unsafe
    )
    try:
        release = json.dumps(read_release(course, problem_set))
    except OSError as error:
        where = course.release(problem_set)
        raise GradingError(f"the released {where} cannot be read: {error.strerror}") from None
    for path in paths:
        paper = SubmissionJob(path.parts[-3], problem_set, replace(order, path=str(path)), release)
        try:
            content = notebook.content(path)
        except UnreadableError as error:
            yield replace(paper, error=str(error))
        else:
            warm_up_profile(order.secrets, file_profile(content))
            yield replace(paper, content=content)


def _written(
    course: Course, problem_set: str, sheets: Iterable[GradedSubmission]
) -> Iterator[Record]:
    """Write sheets as they come, and yield the records of those that are safe."""
    from chainrule_grader.gradebook.gradebook import Gradebook, GradebookError  # noqa: PLC0415

    wishes = settings(course)
    try:
        with Gradebook(wishes.db_url) as gradebook:
            assignment = gradebook.assignment(problem_set)
            output = OutputFolders(course, problem_set, wishes.ignored)
            for batch in _batches(sheets):
                whole = {sheet.paper.student: sheet for sheet in batch if sheet.notebook}
                _write(output, gradebook, assignment, whole, wishes)
                yield from (sheet.record for sheet in batch)
            output.close()
    except (GradebookError, folders.FolderError) as error:
        raise GradingError(str(error)) from error


def _write(
    output: OutputFolders,
    gradebook: Any,
    assignment: Any,
    sheets: dict[str, GradedSubmission],
    wishes: Settings,
) -> None:
    """Write a batch: all of it aside, then the marks, then everything into its place."""
    if not sheets:
        return
    for student, sheet in sheets.items():
        output.stage(student, sheet.notebook, sheet.page)
    handed_in = {
        student: folders.timestamp(output.course.submitted / student / output.problem_set)
        for student in sheets
    }
    found = {student: sheet.found for student, sheet in sheets.items()}
    people = gradebook.write(assignment, found, handed_in)
    if wishes.late is not None:
        penalise(wishes.late, wishes.db_url, output.problem_set, sheets)
        people = gradebook.marks(assignment, sheets)
    for student, marks in people.items():
        marked = json.loads(sheets[student].notebook)
        output.stage_page(student, page(marked, output.problem_set, marks))
    folders.flush(output.course.autograded)
    for student in sheets:
        output.publish(student)


def _batches(sheets: Iterable[GradedSubmission]) -> Iterator[list[GradedSubmission]]:
    """Gather what comes until it is much, or has waited long."""
    batch: list[GradedSubmission] = []
    began = time.monotonic()
    for sheet in sheets:
        batch.append(sheet)
        if len(batch) >= BATCH or time.monotonic() - began > SECONDS:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch
