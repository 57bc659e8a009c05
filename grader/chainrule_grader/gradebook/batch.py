"""Grade a whole class in parallel; one process writes the results, a batch at a time.

A submission is graded when its folder is in `autograded`. That folder is written last, after the
marks are in the gradebook and the page is in `feedback`. An interrupted run is therefore continued
by the next one, and a submission that is graded twice has the same marks.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.course.settings import settings
from chainrule_grader.execution.grading import GradingJob
from chainrule_grader.execution.pool import run_parallel
from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook import feedback
from chainrule_grader.gradebook.folders import FolderError, OutputFolders, is_graded
from chainrule_grader.gradebook.graded_submission import (
    GradedSubmission,
    failed_submission,
    grade_submission,
)
from chainrule_grader.gradebook.lock import course_lock
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
    waiting: Callable[[], None] = lambda: None
    """Is called if another run grades the same course and this one waits for its end."""


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
    from chainrule_grader.gradebook import writing  # noqa: F401, PLC0415  one notebook needs none

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
    prepare(problem_set)
    with course_lock(problem_set.course.root, options.waiting):
        records = list(_graded(problem_set, options, ready))
    return sorted(records, key=lambda record: record.notebook)


def _graded(
    problem_set: ProblemSet, options: GradingOptions, ready: Callable[[Record], None]
) -> Iterator[Record]:
    """Grade and write the submissions, and yield the record of each."""
    from chainrule_grader.gradebook.writing import refusal  # noqa: PLC0415  it needs a gradebook

    paths = ungraded(problem_set, force=options.force)
    refused = {name: why for name in paths if (why := refusal(name))}
    for name, why in refused.items():
        record = Record(str(paths.pop(name)), error=why, student=name)
        ready(record)
        yield record
    if paths:
        tasks = _jobs(problem_set, paths, unsafe=options.unsafe)
        processes = min(options.jobs, len(paths)) if options.jobs else None
        graded = run_parallel(
            grade_submission, tasks, failed_submission, processes, options.executor
        )
        for record in _written(problem_set, graded):
            ready(record)
            yield record


def _jobs(
    problem_set: ProblemSet, paths: Mapping[str, Path], *, unsafe: bool
) -> Iterator[GradingJob]:
    try:
        common = GradingJob.of(problem_set, unsafe=unsafe)
    except OSError as error:
        where = problem_set.release
        raise GradingError(
            f"the released {where} cannot be read: {error.strerror}; "
            f"`nbgrader generate_assignment {problem_set.name}` releases the problem set"
        ) from None
    for student, path in paths.items():
        yield common.with_submission(student, path)


def _written(problem_set: ProblemSet, graded: Iterable[GradedSubmission]) -> Iterator[Record]:
    """Write graded submissions as they come, and yield the record of each."""
    from chainrule_grader.gradebook.gradebook import Gradebook, GradebookError  # noqa: PLC0415
    from chainrule_grader.gradebook.writing import Writer  # noqa: PLC0415

    course_settings = settings(problem_set.course)
    try:
        with Gradebook(course_settings.db_url) as gradebook:
            assignment = gradebook.assignment(problem_set.name)
            output = OutputFolders(problem_set, course_settings.ignored)
            writer = Writer(output, gradebook, assignment, course_settings)
            for batch in _batches(graded):
                failed = writer.write({one.record.student: one for one in batch if one.notebook})
                yield from (failed.get(one.record.student, one.record) for one in batch)
            output.close()
    except (GradebookError, FolderError) as error:
        raise GradingError(str(error)) from error


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
