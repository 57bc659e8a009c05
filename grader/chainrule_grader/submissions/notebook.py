"""Read the cells of a submitted notebook, which may be broken or hostile.

Only what grading needs is read: the cells in their order, their kinds, texts and names. A file's
outputs, points and other metadata are the student's, and are not used.
"""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any, Final, TypeAlias

from chainrule_grader.markup.images import is_base64
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.large_files import NotReadableError, without_outputs

MEGABYTE: Final = 2**20
LARGEST: Final = 10 * MEGABYTE
"""Bytes of the largest notebook that is read; its outputs do not count."""
LARGEST_FILE: Final = 200 * MEGABYTE
"""Bytes of the largest file whose outputs are dropped."""
MOST_CELLS: Final = 2000
MOST_IMAGES: Final = 50
"""The most pasted images of a cell that are read."""
IMAGE_TYPES: Final = ("image/png", "image/jpeg")

Json: TypeAlias = Any


class UnreadableError(ValueError):
    """A file is not a notebook that can be graded; the message says why in one line."""


def read_cells(content: bytes) -> list[Cell]:
    """Read the cells of a notebook from the content of its file.

    Raises:
        UnreadableError: where it is not a notebook, in one line.
    """
    return [_cell(cell) for cell in _cells(_parse(content))]


def read_file(path: Path) -> bytes:
    """Read a regular file of limited size, and follow no link; a large one loses its outputs.

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
        if status.st_size > LARGEST_FILE:
            raise _too_large(status.st_size)
        # The file may have been replaced since; a link is still not followed.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            content = file.read(LARGEST_FILE)
    except OSError as error:
        raise UnreadableError(f"it cannot be opened: {error.strerror}") from None
    return content if len(content) <= LARGEST else _shortened(content)


def _shortened(content: bytes) -> bytes:
    """Return a large notebook without its outputs."""
    try:
        shorter = without_outputs(content)
    except NotReadableError:
        shorter = content
    if len(shorter) > LARGEST:
        raise _too_large(len(content))
    return shorter


def _too_large(size: int) -> UnreadableError:
    largest = LARGEST // MEGABYTE
    words = f"it has {size / MEGABYTE:.1f} MB, and at most {largest} MB are read"
    return UnreadableError(f"{words}, not counting outputs")


def _parse(raw: bytes) -> Json:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        what = "it is empty" if not raw.strip() else "it is broken off or no notebook at all"
        raise UnreadableError(f"{what}: a notebook is a JSON file") from None


def _cells(notebook: Json) -> list[Json]:
    """Return the cells of a notebook of format 4, or of format 3, which has them in worksheets."""
    if not isinstance(notebook, dict) or not isinstance(notebook.get("nbformat"), int):
        raise UnreadableError("it is JSON, but no notebook: it does not say its format")
    version = notebook["nbformat"]
    cells = _cells_of_format_3(notebook) if version == 3 else notebook.get("cells")
    if version != 4 and not (version == 3 and cells):
        raise UnreadableError(f"it is of notebook format {version}, and format 4 is needed")
    if not isinstance(cells, list) or len(cells) > MOST_CELLS:
        raise UnreadableError(f"it has no list of at most {MOST_CELLS} cells")
    return cells


def _cells_of_format_3(notebook: Json) -> list[Json]:
    """Return the cells of all worksheets."""
    sheets = notebook.get("worksheets")
    if not isinstance(sheets, list):
        return []
    found = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    return [cell for cells in found if isinstance(cells, list) for cell in cells]


def _cell(cell: Json) -> Cell:
    """Keep of a cell what grading needs."""
    if not isinstance(cell, dict):
        raise UnreadableError("one of its cells is no cell")
    source = cell.get("source", cell.get("input", ""))  # format 3 has code in `input`
    lines: list[Json] = source if isinstance(source, list) else [source]
    if not all(isinstance(line, str) for line in lines):
        raise UnreadableError("the text of one of its cells is no text")
    kind = cell.get("cell_type")
    # A lone surrogate is no Unicode, and no file could hold it.
    text = "".join(lines).encode(errors="replace").decode()
    images = _images(cell.get("attachments")) if kind == "markdown" else {}
    known = kind if kind in ("code", "markdown") else "raw"
    identity = cell.get("id")
    return Cell(
        known,
        normalized(text),
        _grade_id(cell),
        attachments=images,
        identity=identity if isinstance(identity, str) else "",
    )


def normalized(source: str) -> str:
    """Return a text with the line ends of Unix, and without a byte order mark."""
    return source.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def _images(attachments: Json) -> dict[str, dict[str, str]]:
    """Return the images among a cell's attachments: base64 data by media type, by name."""
    found = {}
    for name, data in list(attachments.items() if isinstance(attachments, dict) else ())[
        :MOST_IMAGES
    ]:
        for kind in IMAGE_TYPES:
            image = data.get(kind) if isinstance(data, dict) else None
            if isinstance(image, str) and is_base64(image):
                found[name] = {kind: image}
    return found


def _grade_id(cell: dict[str, Json]) -> str:
    metadata = cell.get("metadata")
    nbgrader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = nbgrader.get("grade_id") if isinstance(nbgrader, dict) else None
    return grade_id if isinstance(grade_id, str) else ""
