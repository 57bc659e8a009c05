"""Grade a whole class in parallel; one process writes the results, a batch at a time.

A submission is graded when its folder is in `autograded`. That folder is written last, after the
marks are in the gradebook and the page is in `feedback`. An interrupted run is therefore continued
by the next one, and a submission that is graded twice has the same marks.
"""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.course.settings import Settings, settings
from chainrule_grader.execution.grading import GradingJob
from chainrule_grader.execution.pool import run_parallel
from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook import feedback, folders
from chainrule_grader.gradebook.feedback import page
from chainrule_grader.gradebook.folders import OutputFolders, is_graded
from chainrule_grader.gradebook.graded_submission import GradedSubmission, grade_submission
from chainrule_grader.gradebook.late import assign_penalties
from chainrule_grader.judging import registry
from chainrule_grader.judging.variants import observe_right_answer

BATCH: Final = 40
"""The most submissions that are written at a time."""
SECONDS: Final = 1.0
"""The longest time that a graded submission waits to be written."""


class GradingError(Exception):
    """Grading could not begin or continue; the message says why in one sentence."""


@dataclass(frozen=True)
class GradingOptions:
    """How a class is graded."""

    jobs: int | None = None
    """The number of processes, one for each core by default."""
    executor: Executor | None = None
    """Who grades, instead of processes of our own."""
    force: bool = False
    """Whether graded submissions are graded again."""
    unsafe: bool = False
    """Whether submissions are run even where there is no sandbox."""


def ungraded(problem_set: ProblemSet, *, force: bool = False) -> dict[str, Path]:
    """Return the submitted notebooks that must be graded, by student.

    Raises:
        GradingError: where nothing was submitted at all.
    """
    found = problem_set.submissions()
    if not found:
        where = problem_set.submitted("<student>") / f"{problem_set.name}.ipynb"
        raise GradingError(f"nothing was submitted for {problem_set.name}: there is no {where}")
    return {name: path for name, path in found.items() if force or not is_graded(problem_set, name)}


def prepare(problem_set: ProblemSet) -> None:
    """Compute the expected values of all tasks once, before processes are forked from this one.

    What writes the marks is imported here as well, because the sandbox is still starting.
    """
    from chainrule_grader.gradebook import gradebook

    feedback.prepare()
    for identity in problem_set.tasks:
        task, name = registry.find(identity), identity.partition("/")[2]
        observe_right_answer(task, 0, name, problem_set.course.seed())
    gc.freeze()  # the garbage collector need not visit what was imported and computed


def autograde(
    problem_set: ProblemSet,
    options: GradingOptions = GradingOptions(),
    ready: Callable[[Record], None] = lambda _record: None,
) -> list[Record]:
    """Grade the submissions that are not graded yet, and write their marks and feedback.

    `ready` is called with each record once it is written.

    Raises:
        GradingError: where it cannot begin, or a result cannot be written.
    """
    paths = ungraded(problem_set, force=options.force)
    prepare(problem_set)
    records: list[Record] = []
    if paths:
        tasks = _jobs(problem_set, paths, unsafe=options.unsafe)
        processes = min(options.jobs, len(paths)) if options.jobs else None
        graded = run_parallel(grade_submission, tasks, processes, options.executor)
        for record in _written(problem_set, graded):
            records.append(record)
            ready(record)
    return sorted(records, key=lambda record: record.notebook)


def _jobs(
    problem_set: ProblemSet, paths: Mapping[str, Path], *, unsafe: bool
) -> Iterator[GradingJob]:
    try:
        common = GradingJob.of(problem_set, unsafe=unsafe)
    except OSError as error:
        where = problem_set.release
        raise GradingError(f"the released {where} cannot be read: {error.strerror}") from None
    for student, path in paths.items():
        yield common.with_submission(student, path)


def _written(problem_set: ProblemSet, graded: Iterable[GradedSubmission]) -> Iterator[Record]:
    """Write graded submissions as they come, and yield the records of those that are written."""
    from chainrule_grader.gradebook.gradebook import Gradebook, GradebookError

    course_settings = settings(problem_set.course)
    try:
        with Gradebook(course_settings.db_url) as gradebook:
            assignment = gradebook.assignment(problem_set.name)
            output = OutputFolders(problem_set, course_settings.ignored)
            for batch in _batches(graded):
                complete = {one.record.student: one for one in batch if one.notebook}
                if complete:
                    _write(output, gradebook, assignment, complete, course_settings)
                yield from (one.record for one in batch)
            output.close()
    except (GradebookError, folders.FolderError) as error:
        raise GradingError(str(error)) from error


def _write(
    output: OutputFolders,
    gradebook: Any,
    assignment: Any,
    batch: Mapping[str, GradedSubmission],
    course_settings: Settings,
) -> None:
    """Write a batch: stage all of it, then write the marks, then publish it."""
    problem_set = output.problem_set
    for student, one in batch.items():
        output.stage(student, one.notebook, one.page)
    submitted = {name: folders.timestamp(problem_set.submitted(name)) for name in batch}
    found = {student: one.findings for student, one in batch.items()}
    changed = gradebook.write(assignment, found, submitted)
    if course_settings.late is not None:
        assign_penalties(course_settings.late, course_settings.db_url, problem_set.name, batch)
        changed = gradebook.marks(assignment, batch)
    for student, marks in changed.items():
        notebook = json.loads(batch[student].notebook)
        output.stage_page(student, page(notebook, problem_set.name, marks))
    folders.flush(problem_set.course.autograded)
    for student in batch:
        output.publish(student)


def _batches(graded: Iterable[GradedSubmission]) -> Iterator[list[GradedSubmission]]:
    """Collect submissions until there are many, or the first has waited long."""
    batch: list[GradedSubmission] = []
    began = time.monotonic()
    for one in graded:
        batch.append(one)
        if len(batch) >= BATCH or time.monotonic() - began > SECONDS:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch
