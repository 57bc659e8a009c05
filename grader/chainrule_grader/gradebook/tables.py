"""The tables of nbgrader's gradebook that marks go into, with the columns that are used.

nbgrader itself is not imported: it would take as long as marking a class. A test holds every name
here against nbgrader's own.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, DateTime, Float, String, TableClause, column, table

ASSIGNMENT: Final = table("assignment", column("id", String), column("name", String))
NOTEBOOK: Final = table(
    "notebook", column("id", String), column("name", String), column("assignment_id", String)
)
CELL: Final = table(
    "base_cell",
    column("id", String),
    column("name", String),
    column("type", String),
    column("notebook_id", String),
)
STUDENT: Final = table("student", column("id", String))
SUBMISSION: Final = table(
    "submitted_assignment",
    column("id", String),
    column("assignment_id", String),
    column("student_id", String),
    column("timestamp", DateTime),
)
PAPER: Final = table(
    "submitted_notebook",
    column("id", String),
    column("assignment_id", String),
    column("notebook_id", String),
    column("flagged", Boolean),
    column("late_submission_penalty", Float),
)
GRADE: Final = table(
    "grade",
    column("id", String),
    column("notebook_id", String),
    column("cell_id", String),
    column("auto_score", Float),
    column("manual_score", Float),
    column("extra_credit", Float),
    column("needs_manual_grade", Boolean),
)
COMMENT: Final = table(
    "comment",
    column("id", String),
    column("notebook_id", String),
    column("cell_id", String),
    column("auto_comment", String),
    column("manual_comment", String),
)
ORDER: Final[tuple[TableClause, ...]] = (STUDENT, SUBMISSION, PAPER, GRADE, COMMENT)
"""Those that are written to, each after those that it refers to."""
