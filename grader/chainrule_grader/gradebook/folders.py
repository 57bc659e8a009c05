"""Write graded notebooks and feedback pages into their folders, each whole or not at all.

Everything is first written into a staging folder. A submission's folder in `autograded` is moved
into place last, because nbgrader and we take it as the sign that the submission is graded.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import hmac
import itertools
import math
import os
import shutil
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from chainrule_grader.course.files import reason
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.submissions.notebook import read_file

STAGING: Final = ".being-written"
"""Where new files are until they are complete; nbgrader ignores hidden names."""
LARGEST: Final = 10 * 2**20
"""Bytes of the largest file beside a notebook that is copied."""
MOST_FILES: Final = 500
"""The most files beside a notebook that are copied."""
MOST_ENTRIES: Final = 10_000
"""The most entries of a folder that are looked at."""
MOST_BYTES: Final = 50 * 2**20
"""Bytes of all files beside a notebook that are copied."""
DEEPEST: Final = 8
"""The most folders, one in another, beside a notebook that are copied."""
LONGEST_TIME: Final = 100
"""The most characters of a time."""
TIMESTAMP: Final = "timestamp.txt"
SECRET: Final = "submission_secret.txt"  # noqa: S105  the name of nbgrader's file


EVERYBODYS: Final = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO}
"""Errors that the next student's files would meet as well, such as a full disk."""


class FolderError(Exception):
    """A file could not be written; the message says which, and why."""

    def __init__(self, message: str, number: int | None = None) -> None:
        super().__init__(message)
        self.is_everybodys = number in EVERYBODYS
        """Whether no other student's files could be written either."""


def timestamp(folder: Path) -> datetime | None:
    """Return when the submission in a folder was submitted, in UTC, if that is known."""
    try:
        raw = b"" if folder.is_symlink() else read_file(folder / TIMESTAMP)
        text = raw.decode().strip()
    except ValueError:  # also where there is no such file
        return None
    if not text or len(text) > LONGEST_TIME:
        return None
    from dateutil.parser import parse  # noqa: PLC0415  as nbgrader reads it, where there is one

    try:
        time: datetime = parse(text)
        return time.astimezone(UTC).replace(tzinfo=None) if time.tzinfo else time
    except Exception:  # noqa: BLE001  the text is the student's, and no promise of the parser's
        return None


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
        self.numbers: dict[str, str] = {}
        """The names of students' folders in the staging folders, which need not be theirs."""
        with translate_errors(course.autograded):
            for folder in (course.autograded, course.feedback):
                # An interrupted run may have left unfinished files.
                shutil.rmtree(folder / STAGING, ignore_errors=True)
                (folder / STAGING).mkdir(parents=True)

    def close(self) -> None:
        """Remove the staging folders."""
        for folder in (self.course.autograded, self.course.feedback):
            shutil.rmtree(folder / STAGING, ignore_errors=True)

    def _staged(self, folder: Path, student: str) -> Path:
        """Return where a student's files are until they are complete."""
        number = self.numbers.setdefault(student, str(len(self.numbers)))
        return folder / STAGING / number

    def write(self, student: str, notebook: str, page: str) -> None:
        """Write a student's graded notebook, the files beside it, and their page."""
        graded = self._staged(self.course.autograded, student)
        feedback = self._staged(self.course.feedback, student)
        with translate_errors(graded):
            graded.mkdir()
            feedback.mkdir()
            self._copy_files(student, graded)
            name = graded / f"{self.problem_set.name}.ipynb"
            name.write_text(notebook, encoding="utf-8")
            name.chmod(0o444)
            for name in (graded / TIMESTAMP, graded / SECRET):
                if name.is_file():
                    shutil.copyfile(name, feedback / name.name)
            identify(feedback, self.problem_set, student)
        self.write_page(student, page)

    def write_page(self, student: str, page: str) -> None:
        """Write a student's page, or another one in its place."""
        folder = self._staged(self.course.feedback, student)
        path = folder / f"{self.problem_set.name}.html"
        with translate_errors(path):
            path.write_text(page, encoding="utf-8", errors="replace")

    def publish(self, student: str) -> None:
        """Move a student's folders into place: first the page, then the notebook."""
        for folder in (self.course.feedback, self.course.autograded):
            place = folder / student / self.problem_set.name
            staged = self._staged(folder, student)
            with translate_errors(place):
                place.parent.mkdir(parents=True, exist_ok=True)
                if place.exists():
                    old = staged.with_name(f"{staged.name}.old")
                    place.rename(old)
                    shutil.rmtree(old)
                staged.rename(place)

    def _copy_files(self, student: str, target: Path) -> None:
        """Copy the instructor's files, then those of the student that are none of them."""
        for path, relative in self._files(self.problem_set.source.parent):
            _copy(path, target / relative)
        submitted = self.problem_set.submitted(student)
        if submitted.is_symlink() or submitted.parent.is_symlink():
            return  # a link could lead to the files of another student
        remaining = MOST_BYTES
        for path, relative in itertools.islice(self._files(submitted), MOST_FILES):
            # A file that cannot be read or written is left out; nobody's marks depend on it.
            with contextlib.suppress(OSError):
                size = path.lstat().st_size
                if size <= remaining and not os.path.lexists(target / relative):
                    _copy(path, target / relative)
                    remaining -= size

    def _files(self, folder: Path) -> Iterator[tuple[Path, Path]]:
        """Yield the files beside a notebook and their relative paths, but no link."""
        for path in _regular_files(folder):
            relative = path.relative_to(folder)
            if path.suffix != ".ipynb" and not relative.parts[0].endswith(".ipynb"):
                parts = itertools.product(relative.parts, self.ignored)
                if not any(fnmatch(part, pattern) for part, pattern in parts):
                    yield path, relative


def _copy(path: Path, target: Path) -> None:
    """Copy a file, which nobody needs to change afterwards."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target, follow_symlinks=False)
    target.chmod(0o444)


def _regular_files(folder: Path, depth: int = 0) -> Iterator[Path]:
    """Yield the files of a folder and of the folders in it; nothing behind links, nothing large."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(itertools.islice(found, MOST_ENTRIES), key=lambda entry: entry.name)
    except OSError:  # there is none, or it cannot be read
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if depth < DEEPEST:
                yield from _regular_files(Path(entry.path), depth + 1)
        elif entry.is_file(follow_symlinks=False) and _size(entry) <= LARGEST:
            yield Path(entry.path)


def _size(entry: os.DirEntry[str]) -> float:
    """Return the bytes of a file; infinitely many if they cannot be counted."""
    try:
        return entry.stat(follow_symlinks=False).st_size
    except OSError:
        return math.inf


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
        words = f"{where} cannot be written: {reason(error)}"
        raise FolderError(words, error.errno) from error
