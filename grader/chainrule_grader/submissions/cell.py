"""A cell of a submission: as it was released, as it was submitted, and what grading found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chainrule_worker.calls.failure import Failure

from chainrule_grader.judging.verdict import Verdict


@dataclass(frozen=True)
class CellResult:
    """The result of running a cell: printed text, outputs, and the failure, if there is one."""

    printed: tuple[tuple[str, str], ...] = ()
    shown: tuple[tuple[str, dict[str, str]], ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True)
class ReleasedCell:
    """A cell of a notebook of ours: released, or graded."""

    json: Mapping[str, Any]
    """The cell in the notebook's file."""

    @property
    def kind(self) -> str:
        """The kind of cell: code, markdown or raw."""
        return str(self.json["cell_type"])

    @property
    def source(self) -> str:
        """The text of the cell, which a notebook's file may have as a list of lines."""
        source: str | list[str] = self.json["source"]
        return source if isinstance(source, str) else "".join(source)

    @property
    def identity(self) -> str:
        """The cell's `id` in its file."""
        return str(self.json.get("id", ""))

    @property
    def grade_id(self) -> str:
        """The name of the cell in its problem set; empty for an ordinary cell."""
        return str(self._flags.get("grade_id", ""))

    @property
    def points(self) -> float:
        """The points of a graded cell; 0 for any other."""
        return float(self._flags.get("points", 0.0)) if self.has_flag("grade", "task") else 0.0

    def has_flag(self, *names: str) -> bool:
        """Tell whether nbgrader's `grade`, `locked`, `solution` or `task` is set in the cell."""
        return any(self._flags.get(name) for name in names)

    @property
    def _flags(self) -> Mapping[str, Any]:
        flags: Mapping[str, Any] = self.json["metadata"].get("nbgrader", {})
        return flags


@dataclass(frozen=True)
class Cell:
    """A cell on its way from the submitted file to the feedback page."""

    kind: str
    source: str
    grade_id: str = ""
    """The name of the cell in its problem set, if it has one."""
    released: ReleasedCell | None = None
    """The released cell, where a submission is graded for a course and the cell belongs to it."""
    result: CellResult | None = None
    """The result of running the cell; a cell that checks a task has none."""
    verdict: Verdict | None = None
    """The verdict, where the cell checks a task."""
    identity: str = field(default="", compare=False)
    """The cell's `id` in its file."""
    function: str = field(default="", compare=False)
    """The name of the function that a check cell was given, where it is not the task's name."""
    skipped: bool = field(default=False, compare=False)
    """Whether the cell is not run: it is a copy that nobody wrote an answer into."""
    remarks: tuple[str, ...] = field(default=(), compare=False)
    """What the student should know about how the cell was read, in sentences."""
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The images that were pasted into a Markdown cell: base64 data by media type, by name."""

    @property
    def task(self) -> str:
        """The name of the task that this cell checks, or nothing."""
        return self.grade_id.removeprefix("check-") if self.grade_id.startswith("check-") else ""
