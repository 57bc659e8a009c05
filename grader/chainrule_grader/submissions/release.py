"""A released problem set, with the tests that students do not see."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.submissions.cell import Cell, ReleasedCell
from chainrule_grader.submissions.notebook import normalized
from chainrule_grader.submissions.released_files import read_files

HIDDEN: Final = "### BEGIN HIDDEN TESTS"
"""nbgrader's mark of tests that are not in the release."""

Notebook: TypeAlias = dict[str, Any]
"""A notebook of format 4, as parsed from JSON."""


@dataclass(frozen=True)
class Release:
    """The notebook that students got; its metadata count, and not a submission's."""

    problem_set: str
    text: str
    """The notebook in JSON, which is quick to send to another process."""
    public_texts: Mapping[str, str] = field(default_factory=dict)
    """The texts that students got of the cells that have hidden tests, by name."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """The files beside the notebook, by relative path."""

    @property
    def notebook(self) -> Notebook:
        """The notebook."""
        return _parsed(self.text)

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        """The cells in their order."""
        return tuple(map(ReleasedCell, self.notebook["cells"]))

    def merged(self, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        """Return submitted cells with the released ones; of a locked cell, no text is used."""
        released = {cell.grade_id: cell for cell in self.cells if cell.grade_id}
        return tuple(_merged(cell, released.get(cell.grade_id)) for cell in cells)


def _merged(cell: Cell, released: ReleasedCell | None) -> Cell:
    if released is None:
        return replace(cell, grade_id="")
    source = released.source if released.has_flag("locked") else cell.source
    return replace(cell, kind=released.kind, source=source, released=released)


@functools.lru_cache(maxsize=8)
def _parsed(text: str) -> Notebook:
    notebook: Notebook = json.loads(text)
    return notebook


def read_release(problem_set: ProblemSet) -> Release:
    """Read a released problem set, and put its hidden tests back.

    Raises:
        OSError: where it cannot be read.
    """
    notebook: Notebook = json.loads(problem_set.release.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        cell["source"] = normalized(text(cell))
    public_texts: dict[str, str] = {}
    source = problem_set.source
    if source.exists() and HIDDEN in (whole := source.read_text(encoding="utf-8")):
        tests = {grade_id(cell): normalized(text(cell)) for cell in json.loads(whole)["cells"]}
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("locked"):
                public_texts[grade_id(cell)] = cell["source"]
                cell["source"] = tests.get(grade_id(cell), cell["source"])
    files = read_files(problem_set.release.parent)
    return Release(problem_set.name, json.dumps(notebook), public_texts, files)


def text(cell: Mapping[str, Any]) -> str:
    """Return the text of a cell in a notebook of ours, which may be a list of lines."""
    source: str | list[str] = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def grade_id(cell: Mapping[str, Any]) -> str:
    """Return nbgrader's name of a cell in a notebook of ours, if it has one."""
    name: str = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return name
