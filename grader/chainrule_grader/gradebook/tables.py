"""The tables of nbgrader's gradebook that marks go into, with the columns that are used.

nbgrader itself is not imported, because that takes as long as marking a class. A test compares
every name here with nbgrader's own.
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
SUBMITTED_ASSIGNMENT: Final = table(
    "submitted_assignment",
    column("id", String),
    column("assignment_id", String),
    column("student_id", String),
    column("timestamp", DateTime),
)
SUBMITTED_NOTEBOOK: Final = table(
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
ORDER: Final[tuple[TableClause, ...]] = (
    STUDENT,
    SUBMITTED_ASSIGNMENT,
    SUBMITTED_NOTEBOOK,
    GRADE,
    COMMENT,
)
"""The tables that are written to; each comes after those that it refers to."""
