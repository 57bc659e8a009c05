"""Write graded notebooks and feedback pages into their folders, each whole or not at all.

Everything is first written into a staging folder. A submission's folder in `autograded` is moved
into place last, because nbgrader and we take it as the sign that the submission is graded.
"""

from __future__ import annotations

import contextlib
import ctypes
import hmac
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from chainrule_grader.course.problem_set import ProblemSet

STAGING: Final = ".being-written"
"""Where new files are until they are complete; nbgrader ignores hidden names."""
LARGEST: Final = 10 * 2**20
"""Bytes of the largest file beside a notebook that is copied."""
TIMESTAMP: Final = "timestamp.txt"
SECRET: Final = "submission_secret.txt"


class FolderError(Exception):
    """A file could not be written; the message says which, and why."""


def timestamp(folder: Path) -> datetime | None:
    """Return when the submission in a folder was submitted, in UTC, if that is known."""
    try:
        text = (folder / TIMESTAMP).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    if not text:
        return None
    from dateutil.parser import parse

    try:
        time: datetime = parse(text)
    except (ValueError, OverflowError):
        return None
    return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time


def is_graded(problem_set: ProblemSet, student: str) -> bool:
    """Tell, as nbgrader does, whether a submission is graded and there is no later one."""
    graded = problem_set.autograded(student)
    if not graded.exists():
        return False
    before, now = timestamp(graded), timestamp(problem_set.submitted(student))
    return not (before and now and now > before)


def identify(folder: Path, problem_set: ProblemSet, student: str) -> None:
    """Make sure that a folder of feedback has what `nbgrader release_feedback` needs.

    It releases a page under a hash of the submission's secret. A submission that did not come
    through nbgrader's exchange has no secret and gets one that nobody can guess.
    """
    if not (folder / TIMESTAMP).exists():
        (folder / TIMESTAMP).write_text(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f %Z}")
    if not (folder / SECRET).exists():
        seed, name = str(problem_set.course.seed()), f"{student}/{problem_set.name}"
        secret = hmac.new(seed.encode(), name.encode(), "sha256").hexdigest()
        (folder / SECRET).write_text(secret)


class OutputFolders:
    """The folders that the results of one problem set are written into."""

    def __init__(self, problem_set: ProblemSet, ignored: Iterable[str]) -> None:
        self.problem_set = problem_set
        self.course = course = problem_set.course
        self.ignored = tuple(ignored)
        with translate_errors(course.autograded):
            for folder in (course.autograded, course.feedback):
                # An interrupted run may have left unfinished files.
                shutil.rmtree(folder / STAGING, ignore_errors=True)
                (folder / STAGING).mkdir(parents=True)

    def close(self) -> None:
        """Remove the staging folders."""
        for folder in (self.course.autograded, self.course.feedback):
            shutil.rmtree(folder / STAGING, ignore_errors=True)

    def stage(self, student: str, notebook: str, page: str) -> None:
        """Write a student's graded notebook, the files beside it, and their page."""
        graded = self.course.autograded / STAGING / student
        feedback = self.course.feedback / STAGING / student
        with translate_errors(graded):
            graded.mkdir()
            feedback.mkdir()
            for source in (self.problem_set.submitted(student), self.problem_set.source.parent):
                self._copy(source, graded)
            name = graded / f"{self.problem_set.name}.ipynb"
            name.write_text(notebook, encoding="utf-8")
            name.chmod(0o444)
            for name in (graded / TIMESTAMP, graded / SECRET):
                if name.exists():
                    shutil.copyfile(name, feedback / name.name)
            identify(feedback, self.problem_set, student)
        self.stage_page(student, page)

    def stage_page(self, student: str, page: str) -> None:
        """Write a student's page, or another one in its place."""
        path = self.course.feedback / STAGING / student / f"{self.problem_set.name}.html"
        with translate_errors(path):
            path.write_text(page, encoding="utf-8")

    def publish(self, student: str) -> None:
        """Move a student's folders into place: first the page, then the notebook."""
        for folder in (self.course.feedback, self.course.autograded):
            place = folder / student / self.problem_set.name
            with translate_errors(place):
                place.parent.mkdir(parents=True, exist_ok=True)
                if place.exists():
                    old = folder / STAGING / f"{student}.old"
                    place.rename(old)
                    shutil.rmtree(old)
                (folder / STAGING / student).rename(place)

    def _copy(self, source: Path, target: Path) -> None:
        """Copy the files beside a notebook, but no link, which could lead anywhere."""
        for path in _files(source):
            status = path.lstat()
            relative = path.relative_to(source)
            ignored = any(fnmatch(part, one) for part in relative.parts for one in self.ignored)
            if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST or ignored:
                continue
            if path.suffix != ".ipynb":
                (target / relative).parent.mkdir(parents=True, exist_ok=True)
                (target / relative).unlink(missing_ok=True)
                shutil.copyfile(path, target / relative, follow_symlinks=False)
                (target / relative).chmod(0o444)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of the folders in it, but not behind links."""
    for entry in (
        sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else ()
    ):
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        else:
            yield Path(entry.path)


def flush(folder: Path) -> None:
    """Write everything to the disk, so that a power failure leaves no empty file."""
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
def translate_errors(path: Path) -> Iterator[None]:
    """Turn the system's errors into one sentence.

    Raises:
        FolderError: where there is one.
    """
    try:
        yield
    except OSError as error:
        where = error.filename or path
        raise FolderError(f"{where} cannot be written: {error.strerror or error}") from error
