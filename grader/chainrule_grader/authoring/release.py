"""Problem sets are released by nbgrader: into its gradebook, and to where students get them."""

from __future__ import annotations

import logging
from pathlib import Path

from nbgrader.converters import BaseConverter, GenerateAssignment
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import SaveCells
from traitlets.config import Config

from chainrule_grader.course.course import Course
from chainrule_grader.course.settings import settings
from chainrule_grader.gradebook.batch import GradingError
from chainrule_grader.nbgrader_bridge import configure

__all__ = ["GradingError", "nbgrader_config", "release", "released"]


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
