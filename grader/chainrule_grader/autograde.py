"""A whole class is marked in parallel, and one process writes the marks into nbgrader's books."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nbgrader.converters import Autograde, BaseConverter, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config

from chainrule_grader import notebook
from chainrule_grader.course import Course
from chainrule_grader.marking import Order, Record
from chainrule_grader.nbgrader_bridge import configure
from chainrule_grader.nbgrader_bridge.execute import PREPARED, key
from chainrule_grader.notebook import UnreadableError
from chainrule_grader.pool import mark_all


class GradingError(Exception):
    """nbgrader could not do its part; the message is its own last word."""


def release(course: Course, problem_set: str) -> Path:
    """Release a problem set: its cells into the gradebook, its notebook where students get it."""
    _convert(GenerateAssignment, nbgrader_config(course), problem_set, force=True)
    return course.release(problem_set)


def released(course: Course, problem_set: str, folder: Path) -> Path:
    """Make the notebook that students get in another folder, and leave the gradebook alone."""
    config = nbgrader_config(course)
    config.CourseDirectory.release_directory = str(folder)
    config.GenerateAssignment.no_database = True
    steps = GenerateAssignment.preprocessors.default()
    config.GenerateAssignment.preprocessors = [step for step in steps if step is not SaveCells]
    _convert(GenerateAssignment, config, problem_set, force=True)
    return folder / problem_set / f"{problem_set}.ipynb"


def submissions(course: Course, problem_set: str) -> list[Path]:
    """Return the submitted notebooks of a problem set, by student."""
    return sorted(course.submitted.glob(f"*/{problem_set}/{problem_set}.ipynb"))


def autograde(
    course: Course,
    problem_set: str,
    *,
    jobs: int | None = None,
    force: bool = False,
    unsafe: bool = False,
    ready: Callable[[Record], None] = lambda _record: None,
) -> list[Record]:
    """Mark the submissions that are not marked yet, write marks and feedback, return the records.

    What was marked before is left as it is, unless it was submitted again or `force` is given, so
    a run that was stopped goes on where it was. `ready` is called with each record as it comes.

    Raises:
        GradingError: where there is nothing submitted, or nbgrader gives up.
    """
    waiting = [p for p in submissions(course, problem_set) if force or _is_new(course, p)]
    points, seed = course.points(problem_set), course.seed()
    options: dict[str, Any] = {"points": points, "secrets": course.secrets, "unsafe": unsafe}
    records = []
    for record in mark_all([Order(str(path), seed, **options) for path in waiting], jobs):
        _prepare(record)
        records.append(record)
        ready(record)
    _convert(Autograde, nbgrader_config(course), problem_set, force=force)
    _convert(GenerateFeedback, nbgrader_config(course), problem_set, force=force)
    return sorted(records, key=lambda record: record.notebook)


def _is_new(course: Course, path: Path) -> bool:
    """Tell, as nbgrader does, whether a submission is yet to be marked."""
    student, problem_set = path.parts[-3:-1]
    marked = course.autograded / student / problem_set
    directory = CourseDirectory(config=nbgrader_config(course))
    stamps = [directory.get_existing_timestamp(str(p)) for p in (path.parent, marked)]
    return not marked.exists() or bool(stamps[0] and stamps[1] and stamps[0] > stamps[1])


def _prepare(record: Record) -> None:
    """Lay a record out for nbgrader's execution step to find."""
    if record.error is None:
        try:
            PREPARED[key(notebook.read(Path(record.notebook)))] = record
        except UnreadableError:
            return


def nbgrader_config(course: Course) -> Config:
    """Return nbgrader's configuration for a course."""
    config = Config()
    configure(config, course.root)
    return config


def _convert(
    converter: type[BaseConverter],
    config: Config,
    problem_set: str,
    *,
    force: bool,
) -> None:
    """Run one of nbgrader's conversions, with its own messages kept for where it fails."""
    directory = CourseDirectory(config=config)
    directory.assignment_id = problem_set
    conversion = converter(coursedir=directory, config=config)
    conversion.force = force
    # A logger of its own, so that nothing reaches the terminal.
    conversion.log = logging.Logger("nbgrader", logging.ERROR)  # noqa: LOG001
    conversion.log.addHandler(heard := _Heard())
    try:
        conversion.start()
    except NbGraderException as error:
        raise GradingError(heard.last_words() or str(error)) from error


class _Heard(logging.Handler):
    """Keeps what nbgrader complains of, to be said once and in short."""

    def __init__(self) -> None:
        super().__init__()
        self.complaints: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.complaints.append(record.getMessage())

    def last_words(self) -> str:
        """Return the end of each traceback, which is what was wrong."""
        tracebacks = [c for c in self.complaints if c.startswith("Traceback")]
        return "; ".join(dict.fromkeys(c.strip().splitlines()[-1] for c in tracebacks))
