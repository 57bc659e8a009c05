"""The course that is installed with the package: lectures, problem sets and a sample class."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Final

from chainrule_grader.course.course import Course

SOURCES: Final = (".py", ".ipynb", ".toml", ".md")
"""The kinds of file that a course consists of."""


def installed_course() -> Course:
    """Return the course of the installed package; in a checkout, that of the repository."""
    return Course(_data() if _data().is_dir() else _repository())


def is_checkout() -> bool:
    """Return whether the package runs from a checkout, and not from a wheel."""
    return not _data().is_dir()


def sample_class() -> Path:
    """Return the folder of the sample class: one notebook per student."""
    return installed_course().root / "tests" / "sample_class"


def copy_files(source: Path, target: Path, suffixes: Iterable[str] = SOURCES) -> None:
    """Copy a folder's files of some kinds; no existing file is overwritten.

    Raises:
        FileExistsError: where one of the files is there already.
    """
    for path in sorted(source.rglob("*")):
        relative = path.relative_to(source)
        hidden = any(part.startswith((".", "__pycache__")) for part in relative.parts)
        if path.suffix not in suffixes or hidden or not path.is_file():
            continue
        (target / relative).parent.mkdir(parents=True, exist_ok=True)
        # Only the content: an installed file may be read-only.
        with path.open("rb") as old, (target / relative).open("xb") as new:
            shutil.copyfileobj(old, new)


def _data() -> Path:
    """Return where a wheel has the course; setup.py copies it there."""
    return Path(str(resources.files("chainrule_grader.course"))) / "data"


def _repository() -> Path:
    return Path(__file__).resolve().parents[3]
