"""Write marks into nbgrader's gradebook: one connection, a few statements for a batch.

nbgrader opens its gradebook nine times for each submission and commits after each cell. Here the
same rows are written, in any database that its `db_url` may name, and nothing else changes: a
person's scores and comments stay, and the cell is listed for manual grading again.
"""

from __future__ import annotations

import functools
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self, final

import sqlalchemy as sa

from chainrule_grader.gradebook import tables as t
from chainrule_grader.gradebook.feedback import Marks
from chainrule_grader.gradebook.scores import Findings


class GradebookError(Exception):
    """The gradebook cannot be read or written, or lacks what is to be marked."""


@dataclass
class _Rows:
    """The rows of a batch that are to be written."""

    inserted: dict[sa.TableClause, list[dict[str, Any]]] = field(default_factory=dict)
    updated: dict[sa.TableClause, list[dict[str, Any]]] = field(default_factory=dict)

    def insert(self, table: sa.TableClause, **row: Any) -> str:
        row.setdefault("id", uuid.uuid4().hex)
        self.inserted.setdefault(table, []).append(row)
        return str(row["id"])

    def update(self, table: sa.TableClause, identity: str, **row: Any) -> None:
        self.updated.setdefault(table, []).append({"identity": identity, **row})

    def write(self, connection: sa.Connection) -> None:
        """Write them; a row comes after those that it refers to."""
        for table in t.ORDER:
            if table in self.inserted:
                connection.execute(table.insert(), self.inserted[table])
            for row in self.updated.get(table, ()):
                values = {name: value for name, value in row.items() if name != "identity"}
                found = table.c.id == row["identity"]
                connection.execute(table.update().where(found).values(values))


@dataclass(frozen=True)
class Assignment:
    """A problem set in the gradebook: its id, its notebook's, and its cells' ids by name."""

    identity: str
    notebook: str
    graded: Mapping[str, str]
    answers: Mapping[str, str]


@functools.lru_cache(maxsize=4)
def _engine(url: str) -> sa.Engine:
    """Return the engine of a gradebook, which caches its compiled statements."""
    # Another program, such as the formgrader, may lock the file for a moment.
    options: dict[str, Any] = {"timeout": 60} if url.startswith("sqlite") else {}
    return sa.create_engine(url, connect_args=options, poolclass=sa.NullPool)


@final
class Gradebook:
    """An open gradebook."""

    def __init__(self, url: str) -> None:
        with translate_errors():
            self.connection = _engine(url).connect()
            if self.connection.dialect.name == "sqlite":
                self.connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                self.connection.exec_driver_sql("PRAGMA synchronous=NORMAL")
                self.connection.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.connection.close()

    def assignment(self, problem_set: str) -> Assignment:
        """Find a problem set.

        Raises:
            GradebookError: where it was never released.
        """
        found, cells = None, {}
        with translate_errors(), self.connection.begin():
            sets = t.ASSIGNMENT.join(t.NOTEBOOK, t.NOTEBOOK.c.assignment_id == t.ASSIGNMENT.c.id)
            condition = (t.ASSIGNMENT.c.name == problem_set) & (t.NOTEBOOK.c.name == problem_set)
            query = sa.select(t.ASSIGNMENT.c.id, t.NOTEBOOK.c.id).select_from(sets).where(condition)
            if sa.inspect(self.connection).has_table(t.ASSIGNMENT.name):
                found = self.connection.execute(query).first()
                cells = self._cells(found[1]) if found else {}
        if found is None:
            words = f"the problem set {problem_set} is not in the gradebook"
            raise GradebookError(f"{words}: run `nbgrader generate_assignment {problem_set}` first")
        graded = {**cells.get("GradeCell", {}), **cells.get("TaskCell", {})}
        answers = {**cells.get("SolutionCell", {}), **cells.get("TaskCell", {})}
        return Assignment(found[0], found[1], graded, answers)

    def _cells(self, notebook: str) -> dict[str, dict[str, str]]:
        """Return a notebook's cells, by kind and name."""
        columns = sa.select(t.CELL.c.type, t.CELL.c.name, t.CELL.c.id)
        cells: dict[str, dict[str, str]] = {}
        for kind, name, identity in self.connection.execute(
            columns.where(t.CELL.c.notebook_id == notebook)
        ):
            cells.setdefault(kind, {})[name] = identity
        return cells

    def write(
        self,
        assignment: Assignment,
        found: Mapping[str, Findings],
        submitted: Mapping[str, datetime | None],
    ) -> dict[str, Marks]:
        """Write the findings on students' submissions, in one transaction.

        `submitted` has the times of the submissions. Returns the marks of those students who have
        marks or comments by a person, or a penalty.
        """
        others = []
        with translate_errors(), self.connection.begin():
            rows = _Rows()
            known = self._submissions(assignment, found)
            before = self._before(notebook for _, notebook, _ in known.values() if notebook)
            for name in sorted(found.keys() - self._students(found)):
                rows.insert(t.STUDENT, id=name)
            for name, findings in found.items():
                _, notebook, penalty = known.get(name, ("", "", None))
                submission = self._submission(rows, assignment, name, known, submitted.get(name))
                if not notebook:
                    notebook = rows.insert(
                        t.SUBMITTED_NOTEBOOK,
                        assignment_id=submission,
                        notebook_id=assignment.notebook,
                        flagged=False,
                    )
                kept = before.get(notebook, _Before())
                kept.write(rows, assignment, notebook, findings)
                if kept.has_entries_by_hand() or penalty:
                    others.append(name)
            rows.write(self.connection)
        return self.marks(assignment, others) if others else {}

    def marks(self, assignment: Assignment, students: Collection[str]) -> dict[str, Marks]:
        """Return what students see: scores and comments, a person's before ours."""
        with translate_errors(), self.connection.begin():
            known = self._submissions(assignment, students)
            before = self._before(notebook for _, notebook, _ in known.values() if notebook)
        return {
            student: before[notebook].marks(assignment, penalty or 0.0)
            for student, (_, notebook, penalty) in known.items()
            if notebook
        }

    def _students(self, names: Iterable[str]) -> set[str]:
        query = sa.select(t.STUDENT.c.id).where(t.STUDENT.c.id.in_(list(names)))
        return {row[0] for row in self.connection.execute(query)}

    def _submissions(
        self, assignment: Assignment, names: Iterable[str]
    ) -> dict[str, tuple[str, str | None, float | None]]:
        """Return the ids of students' submissions and notebooks, and their late penalties."""
        this_notebook = t.SUBMITTED_NOTEBOOK.c.notebook_id == assignment.notebook
        joined = t.SUBMITTED_ASSIGNMENT.outerjoin(
            t.SUBMITTED_NOTEBOOK,
            (t.SUBMITTED_NOTEBOOK.c.assignment_id == t.SUBMITTED_ASSIGNMENT.c.id) & this_notebook,
        )
        columns = (
            t.SUBMITTED_ASSIGNMENT.c.student_id,
            t.SUBMITTED_ASSIGNMENT.c.id,
            t.SUBMITTED_NOTEBOOK.c.id,
        )
        query = sa.select(*columns, t.SUBMITTED_NOTEBOOK.c.late_submission_penalty).select_from(
            joined
        )
        these = t.SUBMITTED_ASSIGNMENT.c.student_id.in_(list(names))
        query = query.where((t.SUBMITTED_ASSIGNMENT.c.assignment_id == assignment.identity) & these)
        return {row[0]: (row[1], row[2], row[3]) for row in self.connection.execute(query)}

    def _submission(
        self,
        rows: _Rows,
        assignment: Assignment,
        name: str,
        known: Mapping[str, tuple[str, str | None, float | None]],
        submitted: datetime | None,
    ) -> str:
        """Return the id of a student's submission, which may be new, and note its time."""
        if name not in known:
            return rows.insert(
                t.SUBMITTED_ASSIGNMENT,
                assignment_id=assignment.identity,
                student_id=name,
                timestamp=submitted,
            )
        if submitted is not None:
            rows.update(t.SUBMITTED_ASSIGNMENT, known[name][0], timestamp=submitted)
        return known[name][0]

    def _before(self, ids: Iterable[str]) -> dict[str, _Before]:
        """Return the grades and comments that are there already, by notebook."""
        notebooks = list(ids)
        before: dict[str, _Before] = {notebook: _Before() for notebook in notebooks}
        grades = sa.select(t.GRADE).where(t.GRADE.c.notebook_id.in_(notebooks))
        for row in self.connection.execute(grades).mappings():
            before[row["notebook_id"]].grades[row["cell_id"]] = row
        comments = sa.select(t.COMMENT).where(t.COMMENT.c.notebook_id.in_(notebooks))
        for row in self.connection.execute(comments).mappings():
            before[row["notebook_id"]].comments[row["cell_id"]] = row
        return before


@dataclass
class _Before:
    """The grades and comments of a notebook that are in the gradebook already, by cell."""

    grades: dict[str, Mapping[Any, Any]] = field(default_factory=dict)
    comments: dict[str, Mapping[Any, Any]] = field(default_factory=dict)

    def write(self, rows: _Rows, assignment: Assignment, notebook: str, findings: Findings) -> None:
        """Replace scores and comments, except a person's."""
        scores = {one.grade_id: one for one in findings.scores}
        for name, cell in assignment.graded.items():
            score, old = scores.get(name), self.grades.get(cell)
            automatic = score.automatic if score else None
            manual = old is not None and old["manual_score"] is not None
            ask = manual or automatic is None or bool(score and score.ask)
            row = {"auto_score": automatic, "needs_manual_grade": ask}
            if old is None:
                rows.insert(t.GRADE, notebook_id=notebook, cell_id=cell, **row)
            elif any(old[name] != value for name, value in row.items()):
                rows.update(t.GRADE, old["id"], **row)
        for name, cell in assignment.answers.items():
            comment = findings.comments.get(name)
            known = self.comments.get(cell)
            if known is None:
                rows.insert(t.COMMENT, notebook_id=notebook, cell_id=cell, auto_comment=comment)
            elif known["auto_comment"] != comment:
                rows.update(t.COMMENT, known["id"], auto_comment=comment)

    def has_entries_by_hand(self) -> bool:
        """Tell whether a person has graded or commented on anything."""
        graded = (row["manual_score"] or row["extra_credit"] for row in self.grades.values())
        comments = (row["manual_comment"] for row in self.comments.values())
        return any(entry is not None for entry in (*graded, *comments))

    def marks(self, assignment: Assignment, penalty: float) -> Marks:
        """Return what counts: what a person entered, else what we did."""
        scores, comments = {}, {}
        for name, cell in assignment.graded.items():
            row = self.grades.get(cell, {})
            manual, extra = row.get("manual_score"), row.get("extra_credit")
            score = row.get("auto_score") if manual is None else manual
            scores[name] = (score or 0.0) + extra if extra else score
        for name, cell in assignment.answers.items():
            row = self.comments.get(cell, {})
            manual = row.get("manual_comment")
            comments[name] = row.get("auto_comment") if manual is None else manual
        return Marks(scores, comments, penalty)


@contextmanager
def translate_errors() -> Iterator[None]:
    """Turn the database's errors into one sentence.

    Raises:
        GradebookError: where there is one.
    """
    try:
        yield
    except (sa.exc.DBAPIError, sa.exc.ArgumentError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise GradebookError(f"the gradebook cannot be used: {reason}") from error
