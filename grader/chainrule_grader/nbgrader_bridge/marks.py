"""Marks go into nbgrader's gradebook from the verdicts alone, and nothing counts without one."""

from __future__ import annotations

import math
from typing import Any

from nbgrader import utils
from nbgrader.preprocessors import SaveAutoGrades

from chainrule_grader import catalogue
from chainrule_grader.verdict import Kind, Verdict


class SaveVerdicts(SaveAutoGrades):  # type: ignore[misc]
    """Saves scores and comments; fails closed where nbgrader's own step fails open."""

    def _add_score(self, cell: Any, resources: Any) -> None:
        grade_id = cell.metadata["nbgrader"]["grade_id"]
        task = f"{self.assignment_id}/{grade_id.removeprefix('check-')}"
        verdict: Verdict | None = resources["chainrule"].get(task)
        grade = self.gradebook.find_grade(
            grade_id, self.notebook_id, self.assignment_id, self.student_id
        )
        judged = grade_id.startswith("check-") and task in catalogue.identities(self.assignment_id)
        if judged:
            share = verdict.score if verdict else 0.0
            grade.auto_score = min(max(share, 0.0), 1.0) * cell.metadata["nbgrader"]["points"]
        else:
            grade.auto_score = _stock_score(cell)
        fault = judged and (verdict is None or verdict.kind is Kind.GRADER_FAULT)
        missing = grade.manual_score is not None or grade.auto_score is None
        grade.needs_manual_grade = fault or missing
        self.gradebook.db.commit()

    def _add_comment(self, cell: Any, resources: Any) -> None:
        """Comment on an answer with a sentence of ours; nothing that a student wrote is in it."""
        grade_id = cell.metadata["nbgrader"]["grade_id"]
        verdict: Verdict | None = resources["chainrule"].get(f"{self.assignment_id}/{grade_id}")
        if verdict is None:
            super()._add_comment(cell, resources)
            return
        comment = self.gradebook.find_comment(
            grade_id, self.notebook_id, self.assignment_id, self.student_id
        )
        comment.auto_comment = _comment(verdict)
        self.gradebook.db.commit()


def _comment(verdict: Verdict) -> str | None:
    match verdict.kind:
        case Kind.CORRECT:
            return None
        case Kind.MISCONCEPTION:
            return verdict.sentence
        case Kind.NOT_ATTEMPTED:
            return "No response."
    return "See what the check below found."


def _stock_score(cell: Any) -> float | None:
    """Score an instructor's own test cell as nbgrader does, without what it lets through.

    nbgrader gives all points for a result below 0 or not a number, and raises above the maximum.
    """
    results = (o for o in cell.get("outputs", []) if o["output_type"] == "execute_result")
    shown = next((str(result["data"].get("text/plain", "")) for result in results), "")
    points = float(cell.metadata["nbgrader"]["points"])
    try:
        number = float(shown)
    except ValueError:
        return utils.determine_grade(cell)[0]  # type: ignore[no-any-return]
    return 0.0 if math.isnan(number) or utils.has_failed(cell) else min(max(number, 0.0), points)
