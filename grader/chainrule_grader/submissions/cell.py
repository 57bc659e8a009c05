"""A cell of a submission: as it was released, as it was submitted, and what grading found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
    """A cell of a released problem set."""

    json: Mapping[str, Any]
    """The cell in the notebook's file, with its source as one string."""

    @property
    def kind(self) -> str:
        """The kind of cell: code, markdown or raw."""
        return str(self.json["cell_type"])

    @property
    def source(self) -> str:
        """The text of the cell."""
        return str(self.json["source"])

    @property
    def flags(self) -> Mapping[str, Any]:
        """The description of the cell that nbgrader uses; empty for an ordinary cell."""
        flags: Mapping[str, Any] = self.json["metadata"].get("nbgrader", {})
        return flags

    @property
    def grade_id(self) -> str:
        """The name that nbgrader uses for the cell; empty for an ordinary cell."""
        return str(self.flags.get("grade_id", ""))

    @property
    def points(self) -> float:
        """The points of a graded cell."""
        return float(self.flags.get("points", 0.0))

    @property
    def is_graded(self) -> bool:
        """Whether the cell has points of its own."""
        return bool(self.flags.get("grade"))

    @property
    def is_locked(self) -> bool:
        """Whether students must not change the cell."""
        return bool(self.flags.get("locked"))

    @property
    def is_solution(self) -> bool:
        """Whether the cell has an answer in it."""
        return bool(self.flags.get("solution"))

    @property
    def has_comment(self) -> bool:
        """Whether the gradebook has a comment on the cell."""
        return self.is_solution or bool(self.flags.get("task"))


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

    @property
    def task(self) -> str:
        """The name of the task that this cell checks, or nothing."""
        return self.grade_id.removeprefix("check-") if self.grade_id.startswith("check-") else ""
