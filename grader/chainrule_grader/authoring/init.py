"""Make an instructor's course from the one that is installed with the package."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.packaged import copy_files, installed_course

IGNORED: Final = """\
# Marks, submissions and the private seed belong to the instructor and never into a repository.
/.private-seed
/gradebook.db*
/submitted/
/autograded/
/feedback/
/downloaded/
/*.csv
/demo/
.nbgrader.log
.ipynb_checkpoints/
__pycache__/
"""
"""The `.gitignore` of a course."""

_COURSE_ID: Final = re.compile(r'(c\.CourseDirectory\.course_id = )".*"')
_SHOWN: Final = 3
"""How many of a folder's files an error names."""


class InitError(Exception):
    """A course cannot be made in this folder; the message says why."""


def init(folder: Path) -> Course:
    """Make a course in a new or empty folder: lectures, problem sets, settings and a private seed.

    Raises:
        InitError: where the folder is a course already, or has files in it.
    """
    course = Course(folder.resolve())
    _check_empty(course.root)
    source = installed_course()
    copy_files(source.root / "course", course.root / "course")
    copy_files(source.solutions, course.solutions)
    _write(course.root / ".gitignore", IGNORED)
    course.seed()
    # The configuration is what makes a folder a course, so it is written last.
    _write(course.root / MARK, _configuration(source, course.root.name))
    return course


def _check_empty(folder: Path) -> None:
    if (folder / MARK).exists():
        raise InitError(f"{folder} is a course already; nothing was changed")
    if folder.exists() and not folder.is_dir():
        raise InitError(f"{folder} is a file; give the name of a new or empty folder")
    names = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    if names:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        raise InitError(
            f"{folder} is not empty: it has {', '.join(names[:_SHOWN])}{more}; "
            "give the name of a new or empty folder"
        )


def _configuration(source: Course, name: str) -> str:
    """Return the configuration, with the folder's name as the course's id."""
    # nbgrader builds paths and group names from the id.
    course_id = re.sub(r"[^\w-]+", "-", name).strip("-") or "chainrule"
    text = (source.root / MARK).read_text(encoding="utf-8")
    return _COURSE_ID.sub(rf'\g<1>"{course_id}"', text)


def _write(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
