"""The files beside a released notebook, such as a table of data, which its cells may read."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Final

LARGEST: Final = 2**20
"""Bytes of the largest file that a worker gets."""
LARGEST_SUM: Final = 5 * 2**20


def read_files(folder: Path) -> dict[str, bytes]:
    """Return the files of a released problem set other than notebooks, by relative path."""
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        hidden = any(part.startswith((".", "__")) for part in name.parts)
        if hidden or path.suffix == ".ipynb" or path.is_symlink() or not path.is_file():
            continue
        size = path.stat().st_size
        if size <= LARGEST and size + sum(map(len, files.values())) <= LARGEST_SUM:
            files[name.as_posix()] = path.read_bytes()
    return files


def file_cells(files: Mapping[str, bytes]) -> list[str]:
    """Return Python that writes the files into the current folder, one cell for each."""
    return [_file_cell(PurePosixPath(name), content) for name, content in files.items()]


def _file_cell(name: PurePosixPath, content: bytes) -> str:
    path = f'__import__("pathlib").Path({str(name)!r})'
    data = f'__import__("base64").b64decode({base64.b64encode(content).decode()!r})'
    return f"{path}.parent.mkdir(parents=True, exist_ok=True)\n{path}.write_bytes({data});"
