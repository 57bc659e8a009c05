"""Release problem sets with nbgrader: write the notebooks that students get."""

from __future__ import annotations

import logging
from pathlib import Path

from nbgrader.converters import BaseConverter, GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config

from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.course.settings import settings
from chainrule_grader.nbgrader_bridge import configure


class ReleaseError(Exception):
    """nbgrader could not release a problem set; the message says why in one sentence."""


def release(course: Course, problem_set: str) -> Path:
    """Record a problem set's cells in the gradebook and write its notebook for students."""
    _convert(GenerateAssignment, nbgrader_config(course), problem_set, force=True)
    return ProblemSet(course, problem_set).release


def released(course: Course, problem_set: str, folder: Path) -> Path:
    """Write the notebook for students into another folder, and do not change the gradebook."""
    config = nbgrader_config(course)
    config.CourseDirectory.release_directory = str(folder)
    config.GenerateAssignment.no_database = True
    steps = GenerateAssignment.preprocessors.default()
    config.GenerateAssignment.preprocessors = [step for step in steps if step is not SaveCells]
    _convert(GenerateAssignment, config, problem_set, force=True)
    return folder / problem_set / f"{problem_set}.ipynb"


def nbgrader_config(course: Course) -> Config:
    """Return nbgrader's configuration for a course, with what its own file sets."""
    config = Config()
    configure(config, course.root)
    config.merge(settings(course).config)
    config.CourseDirectory.root = str(course.root)
    return config


def _convert(
    converter: type[BaseConverter],
    config: Config,
    problem_set: str,
    *,
    force: bool,
) -> None:
    """Run one of nbgrader's conversions, and keep its messages for the error.

    Raises:
        ReleaseError: where the conversion fails.
    """
    directory = CourseDirectory(config=config)
    directory.assignment_id = problem_set
    conversion = converter(coursedir=directory, config=config)
    conversion.force = force
    # A logger of its own, so that nothing reaches the terminal.
    conversion.log = logging.Logger("nbgrader", logging.ERROR)  # noqa: LOG001
    conversion.log.addHandler(messages := _Messages())
    try:
        conversion.start()
    except NbGraderException as error:
        raise ReleaseError(messages.reasons() or str(error)) from error


class _Messages(logging.Handler):
    """Keeps nbgrader's log messages."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())

    def reasons(self) -> str:
        """Return the last line of each traceback, which names the error."""
        tracebacks = [text for text in self.texts if text.startswith("Traceback")]
        return "; ".join(dict.fromkeys(text.strip().splitlines()[-1] for text in tracebacks))
