"""Marked notebooks and pages appear in their folders whole, or not at all.

Everything of a submission is written aside first. Its folder in `autograded` is put in its place
last, because that is what says, to us as to nbgrader, that the submission is done.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from chainrule_grader.course.course import Course

ASIDE: Final = ".being-written"
"""Where a folder's new files lie until they are whole; nobody else looks at hidden names."""
LARGEST: Final = 10 * 2**20
"""Bytes of a file beside the notebook that is still kept."""


class FolderError(Exception):
    """A file could not be written; the message says which, and why."""


def timestamp(folder: Path) -> datetime | None:
    """Return when what lies in a folder was handed in, where that is known, in UTC."""
    try:
        words = (folder / "timestamp.txt").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    if not words:
        return None
    from dateutil.parser import parse  # noqa: PLC0415  as nbgrader reads it, where there is one
    from dateutil.tz import UTC  # noqa: PLC0415

    try:
        time: datetime = parse(words)
    except (ValueError, OverflowError):
        return None
    return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time


def is_done(course: Course, student: str, problem_set: str) -> bool:
    """Tell, as nbgrader does, whether a submission was marked, and none has come since."""
    marked = course.autograded / student / problem_set
    if not marked.exists():
        return False
    before, now = timestamp(marked), timestamp(course.submitted / student / problem_set)
    return not (before and now and now > before)


class OutputFolders:
    """The folders that one problem set of a course is put into."""

    def __init__(self, course: Course, problem_set: str, ignored: Iterable[str]) -> None:
        self.course = course
        self.problem_set = problem_set
        self.ignored = tuple(ignored)
        self.beside = course.solutions / problem_set
        with said(course.autograded):
            for folder in (course.autograded, course.feedback):
                # What a run that was killed had not finished is worth nothing.
                shutil.rmtree(folder / ASIDE, ignore_errors=True)
                (folder / ASIDE).mkdir(parents=True)

    def close(self) -> None:
        """Leave nothing aside."""
        for folder in (self.course.autograded, self.course.feedback):
            shutil.rmtree(folder / ASIDE, ignore_errors=True)

    def lay_aside(self, student: str, notebook: str, page: str) -> None:
        """Write a student's marked notebook, with the files beside it, and their page."""
        aside = self.course.autograded / ASIDE / student
        with said(aside):
            aside.mkdir()
            for source in (self.course.submitted / student / self.problem_set, self.beside):
                self._copy(source, aside)
            name = aside / f"{self.problem_set}.ipynb"
            name.write_text(notebook, encoding="utf-8")
            name.chmod(0o444)
            (self.course.feedback / ASIDE / student).write_text(page, encoding="utf-8")

    def rewrite_page(self, student: str, page: str) -> None:
        """Write another page, where a person has said more than we knew."""
        path = self.course.feedback / ASIDE / student
        with said(path):
            path.write_text(page, encoding="utf-8")

    def put_in_place(self, student: str) -> None:
        """Let what was laid aside be seen: first the page, then the notebook."""
        page = self.course.feedback / student / self.problem_set / f"{self.problem_set}.html"
        marked = self.course.autograded / student / self.problem_set
        with said(marked):
            page.parent.mkdir(parents=True, exist_ok=True)
            (self.course.feedback / ASIDE / student).replace(page)
            marked.parent.mkdir(parents=True, exist_ok=True)
            if marked.exists():
                old = self.course.autograded / ASIDE / f"{student}.old"
                marked.rename(old)
                shutil.rmtree(old)
            (self.course.autograded / ASIDE / student).rename(marked)

    def _copy(self, source: Path, aside: Path) -> None:
        """Copy the files beside a notebook; a link could lead anywhere, and is left out."""
        for path in _files(source):
            status = path.lstat()
            within = path.relative_to(source)
            ignored = any(fnmatch(part, one) for part in within.parts for one in self.ignored)
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST or ignored:
                continue
            if path.suffix != ".ipynb":
                (aside / within).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, aside / within, follow_symlinks=False)
                (aside / within).chmod(0o444)


def _files(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder, and in those within it, but not behind links."""
    for entry in (
        sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else ()
    ):
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        else:
            yield Path(entry.path)


def flush(folder: Path) -> None:
    """Have what was written lie on the disk, so that no name can come to stand for nothing."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        libc = ctypes.CDLL(None)
        if hasattr(libc, "syncfs"):
            libc.syncfs(descriptor)
        else:
            os.sync()
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def said(path: Path) -> Iterator[None]:
    """Say in one sentence what the system had against it.

    Raises:
        FolderError: where it had anything.
    """
    try:
        yield
    except OSError as error:
        where = error.filename or path
        raise FolderError(f"{where} cannot be written: {error.strerror or error}") from error
