"""The record of a graded notebook: its cells with their results and verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from chainrule_grader.judging.verdict import Verdict
from chainrule_grader.submissions.cell import Cell


@dataclass(frozen=True)
class Record:
    """What grading one notebook gave."""

    notebook: str
    """The path of the notebook, as it was given."""
    problem_set: str | None = None
    cells: tuple[Cell, ...] = ()
    points: Mapping[str, float] = field(default_factory=dict)
    """The points of each task, where it is not one point."""
    seconds: float = 0.0
    error: str | None = None
    """Why the notebook could not be graded, if it could not."""
    student: str = ""
    tests: tuple[Verdict, ...] = ()
    """Verdicts on an instructor's own test cells."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on tasks, in the order of the notebook."""
        return tuple(cell.verdict for cell in self.cells if cell.verdict)

    @property
    def graded(self) -> tuple[Verdict, ...]:
        """All verdicts: on tasks, then on an instructor's own tests."""
        return (*self.verdicts, *self.tests)

    def summary(self) -> Self:
        """Return the record with its verdicts and without the texts and outputs of cells."""
        cells = (Cell("code", "", cell.grade_id, verdict=cell.verdict) for cell in self.cells)
        return replace(self, cells=tuple(cell for cell in cells if cell.verdict))

    def worth(self, task: str) -> float:
        """What a task is worth."""
        return self.points.get(task, 1.0)

    def earned(self, verdict: Verdict) -> float:
        """What a verdict earns, in points."""
        return min(max(verdict.score, 0.0), 1.0) * self.worth(verdict.task)

    @property
    def score(self) -> float:
        """The sum of all that was earned."""
        return sum(map(self.earned, self.graded))

    @property
    def maximum(self) -> float:
        """The sum of all that could be earned."""
        return sum(self.worth(verdict.task) for verdict in self.graded)

    def as_json(self) -> dict[str, Any]:
        """The record as the command prints it."""
        return {
            "notebook": self.notebook,
            "set": self.problem_set,
            "score": round(self.score, 6),
            "max": self.maximum,
            "seconds": round(self.seconds, 3),
            "tasks": [
                {
                    "task": verdict.task,
                    "score": round(self.earned(verdict), 6),
                    "max": self.worth(verdict.task),
                    "verdict": str(verdict.kind),
                    "misconception": verdict.misconception,
                    "misconceptions": list(verdict.misconceptions),
                    "message": verdict.message,
                }
                for verdict in self.graded
            ],
            "error": self.error,
        }
