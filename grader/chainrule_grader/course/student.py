"""A student's course: lectures and released problem sets, without answers."""

from __future__ import annotations

from pathlib import Path

from chainrule_grader.course.course import Course, NoCourseError
from chainrule_grader.course.packaged import copy_files, installed_course


def open_course(start: Path) -> Course:
    """Find the course that a folder lies in, or copy the student's course into an empty folder.

    Raises:
        NoCourseError: where the folder is not in a course and has files in it.
    """
    for folder in (start, *start.parents):
        if any(Course(folder).lectures.glob("*.ipynb")):
            return Course(folder)
    # Hidden files do not count: a virtual environment is often in the same folder.
    names = sorted(path.name for path in start.iterdir() if not path.name.startswith("."))
    if names:
        raise NoCourseError(
            f"{start} is not in a course and has other files in it, for example {names[0]}; "
            "run `chainrule lab` in an empty folder to get a copy of the course there"
        )
    source, course = installed_course(), Course(start)
    copy_files(source.root / "course", course.root / "course", [".ipynb"])
    return course
