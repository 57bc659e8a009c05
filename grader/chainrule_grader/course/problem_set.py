"""A problem set of a course: its notebooks, its points and its students' folders."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from chainrule_grader.course.course import Course
from chainrule_grader.judging import registry

SOURCES: Final = frozenset({".py", ".ipynb"})
"""How the files that make a problem set end."""


class UnknownSetError(LookupError):
    """A course has no problem set of that name; the message names the nearest one."""


@dataclass(frozen=True)
class ProblemSet:
    """A problem set, known by its course and its name."""

    course: Course
    name: str

    @property
    def source(self) -> Path:
        """The notebook with the answers."""
        return self.course.solutions / self.name / f"{self.name}.ipynb"

    @property
    def release(self) -> Path:
        """The notebook that students get."""
        return self.course.exercises / self.name / f"{self.name}.ipynb"

    @property
    def tasks(self) -> list[str]:
        """The tasks as `<set>/<task>`, in alphabetical order."""
        return registry.identities(self.name)

    @property
    def points(self) -> dict[str, float]:
        """The points of each task, in the order of the notebook."""
        exists = self.source.exists()
        cells: list[dict[str, Any]] = json.loads(self.source.read_text())["cells"] if exists else []
        found = (cell["metadata"].get("nbgrader", {}) for cell in cells)
        return {
            f"{self.name}/{flags['grade_id'].removeprefix('check-')}": float(flags["points"])
            for flags in found
            if flags.get("grade_id", "").startswith("check-")
        }

    def submitted(self, student: str) -> Path:
        """Return the folder of a student's submission."""
        return self.course.submitted / student / self.name

    def autograded(self, student: str) -> Path:
        """Return the folder of a student's graded submission."""
        return self.course.autograded / student / self.name

    def feedback(self, student: str) -> Path:
        """Return the folder of a student's page."""
        return self.course.feedback / student / self.name

    def submissions(self) -> dict[str, Path]:
        """Return the submitted notebooks, by student."""
        return self._notebooks(self.course.submitted)

    def graded(self) -> dict[str, Path]:
        """Return the graded notebooks, by student."""
        return self._notebooks(self.course.autograded)

    def _notebooks(self, folder: Path) -> dict[str, Path]:
        students = sorted(place.parent.name for place in folder.glob(f"*/{self.name}"))
        paths = {name: folder / name / self.name / f"{self.name}.ipynb" for name in students}
        # A link to a missing file counts too: it is a submission, and its page says what is wrong.
        return {name: path for name, path in paths.items() if os.path.lexists(path)}


def known_sets(course: Course) -> list[str]:
    """Return the names of a course's problem sets: those with a source or a release."""
    folders = (course.solutions, course.exercises)
    files = (path for folder in folders for path in folder.glob("*/*") if path.suffix in SOURCES)
    return sorted({path.stem for path in files if path.stem == path.parent.name})


def find_problem_set(course: Course, name: str) -> ProblemSet:
    """Return the problem set of a name.

    Raises:
        UnknownSetError: where the course has none of that name, and no submission to it.
    """
    problem_set, known = ProblemSet(course, name), known_sets(course)
    is_name = name == Path(name).name
    if name in known or (is_name and (problem_set.submissions() or problem_set.graded())):
        return problem_set
    if not known:
        raise UnknownSetError(f"there is no problem set {name!r}: {course.solutions} has none")
    raise UnknownSetError(f"there is no problem set {name!r}; {registry.suggestion(name, known)}")
