"""A submission is a file that somebody sent: it is read with suspicion, and refused in one line.

What is read is reduced to what marking needs, the cells in their order. Metadata, outputs, points
and ids that came with the file are the student's words, and are not used.
"""

from __future__ import annotations

import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

from chainrule_grader.judging import registry

MEGABYTE: Final = 2**20
LARGEST: Final = 10 * MEGABYTE
MOST_CELLS: Final = 2000

Json: TypeAlias = Any


class UnreadableError(ValueError):
    """A file is no notebook that can be marked; the message says why in one line."""


@dataclass(frozen=True)
class Cell:
    """A cell, and its part in the problem set if it has one."""

    kind: str
    source: str
    grade_id: str = ""

    @property
    def task(self) -> str:
        """The name of the task that this cell checks, or nothing."""
        return self.grade_id.removeprefix("check-") if self.grade_id.startswith("check-") else ""


@dataclass(frozen=True)
class Submission:
    """The cells of a notebook and the problem set that they belong to."""

    problem_set: str
    cells: tuple[Cell, ...]


def read(path: Path) -> Submission:
    """Read a student's notebook.

    Raises:
        UnreadableError: where it is not a notebook of a problem set, in one line.
    """
    return parsed(content(path))


def parsed(raw: bytes) -> Submission:
    """Read a student's notebook from what is in its file.

    Raises:
        UnreadableError: where it is not a notebook of a problem set, in one line.
    """
    return submission([_cell(cell) for cell in _cells(_parse(raw))])


def submission(cells: list[Cell]) -> Submission:
    """Find the problem set that cells belong to, and put every check cell in its place.

    Raises:
        UnreadableError: where there is none, or where a cell of it is there twice.
    """
    grade_ids = [cell.grade_id for cell in cells if cell.grade_id]
    problem_set = _problem_set(set(grade_ids))
    tasks = [identity.partition("/")[2] for identity in registry.identities(problem_set)]
    known = {*tasks, *(f"check-{task}" for task in tasks)}
    twice = sorted({name for name in grade_ids if name in known and grade_ids.count(name) > 1})
    if twice:
        raise UnreadableError(f"it has the cell {twice[0]} twice, and each is needed once")
    for task in tasks:
        if f"check-{task}" not in grade_ids:
            cells = _with_check(cells, task, f"{problem_set}/{task}")
    return Submission(problem_set, tuple(cells))


def _with_check(cells: list[Cell], task: str, identity: str) -> list[Cell]:
    """Put a missing check cell back, below the answer if there is one, else at the end."""
    answers = [i for i, cell in enumerate(cells) if cell.grade_id == task]
    at = answers[0] + 1 if answers else len(cells)
    check = Cell("code", f'check("{identity}", {task})', f"check-{task}")
    return [*cells[:at], check, *cells[at:]]


def _problem_set(grade_ids: set[str]) -> str:
    """Return the problem set that has most of these cells."""

    def matches(problem_set: str) -> int:
        tasks = [identity.partition("/")[2] for identity in registry.identities(problem_set)]
        return sum((t in grade_ids) + (f"check-{t}" in grade_ids) for t in tasks)

    best = max(registry.problem_sets(), key=matches)
    if not matches(best):
        raise UnreadableError("it has none of the cells of a problem set")
    return best


def content(path: Path) -> bytes:
    """Read a regular file of reasonable size, and follow no link to one.

    Raises:
        UnreadableError: where it is anything else, in one line.
    """
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            raise UnreadableError("it is a symbolic link, and the notebook itself is needed")
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError("it is a directory, and a notebook is needed")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("it is no file, and a notebook is needed")
        if status.st_size > LARGEST:
            size, largest = status.st_size / MEGABYTE, LARGEST // MEGABYTE
            raise UnreadableError(f"it has {size:.1f} MB, and at most {largest} MB are read")
        # The file may have been replaced since it was looked at; a link is still not followed.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            return file.read(LARGEST)
    except OSError as error:
        raise UnreadableError(f"it cannot be opened: {error.strerror}") from None


def _parse(raw: bytes) -> Json:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        what = "it is empty" if not raw.strip() else "it is broken off or no notebook at all"
        raise UnreadableError(f"{what}: a notebook is a JSON file") from None


def _cells(notebook: Json) -> list[Json]:
    """Return a notebook's cells, if it is one of today's format."""
    if not isinstance(notebook, dict) or not isinstance(notebook.get("nbformat"), int):
        raise UnreadableError("it is JSON, but no notebook: it does not say its format")
    if notebook["nbformat"] != 4:
        version = notebook["nbformat"]
        raise UnreadableError(f"it is of notebook format {version}, and format 4 is needed")
    cells = notebook.get("cells")
    if not isinstance(cells, list) or len(cells) > MOST_CELLS:
        raise UnreadableError(f"it has no list of at most {MOST_CELLS} cells")
    return cells


def _cell(cell: Json) -> Cell:
    """Reduce a cell to what marking needs."""
    if not isinstance(cell, dict):
        raise UnreadableError("one of its cells is no cell")
    source = cell.get("source", "")
    lines = source if isinstance(source, list) else [source]
    if not all(isinstance(line, str) for line in lines):
        raise UnreadableError("the text of one of its cells is no text")
    kind = cell.get("cell_type")
    return Cell(kind if kind in ("code", "markdown") else "raw", "".join(lines), _grade_id(cell))


def _grade_id(cell: dict[str, Json]) -> str:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return grade_id if isinstance(grade_id, str) else ""
