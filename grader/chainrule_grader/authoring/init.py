"""Make an instructor's course from the one that is installed with the package."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.files import reason
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
        InitError: where the folder is a course already, has files in it, or cannot be written.
    """
    course = Course(folder.resolve())
    try:
        _check_empty(course.root)
        existed = course.root.exists()
        with _nothing_left_behind(course.root, existed=existed):
            _fill(course)
    except OSError as error:
        where = "" if error.filename in {None, str(course.root)} else f"{error.filename}: "
        raise InitError(
            f"no course can be made in {course.root}: {where}{reason(error)}"
        ) from error
    return course


def _fill(course: Course) -> None:
    """Write the files of a course."""
    source = installed_course()
    copy_files(source.root / "course", course.root / "course")
    copy_files(source.solutions, course.solutions)
    _write(course.root / ".gitignore", IGNORED)
    course.seed()
    # The configuration is what makes a folder a course, so it is written last.
    _write(course.root / MARK, _configuration(source, course.root.name))


@contextlib.contextmanager
def _nothing_left_behind(folder: Path, *, existed: bool) -> Iterator[None]:
    """Empty the folder again if it cannot be filled, so that a second try finds it empty."""
    try:
        yield
    except FileExistsError:
        raise  # another command is filling the same folder
    except BaseException:
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        if not existed:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


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
