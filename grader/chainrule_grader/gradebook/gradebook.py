"""Writes marks into nbgrader's gradebook: one connection, a few statements for a batch.

nbgrader opens its gradebook nine times for each submission and commits after each cell. Here the
same rows are written, in any database that its `db_url` may name, and nothing else is touched:
what a person has graded or said stays, and asks to be looked at again.
"""

from __future__ import annotations

import functools
import uuid
from collections.abc import Iterable, Iterator, Mapping
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
    """Rows that are to be written, all of a batch together."""

    inserted: dict[sa.TableClause, list[dict[str, Any]]] = field(default_factory=dict)
    updated: dict[sa.TableClause, list[dict[str, Any]]] = field(default_factory=dict)

    def insert(self, table: sa.TableClause, **row: Any) -> str:
        row.setdefault("id", uuid.uuid4().hex)
        self.inserted.setdefault(table, []).append(row)
        return str(row["id"])

    def update(self, table: sa.TableClause, identity: str, **row: Any) -> None:
        self.updated.setdefault(table, []).append({"identity": identity, **row})

    def write(self, connection: sa.Connection) -> None:
        """Write them, in the order in which they refer to each other."""
        for table in t.ORDER:
            if table in self.inserted:
                connection.execute(table.insert(), self.inserted[table])
            for row in self.updated.get(table, ()):
                values = {name: value for name, value in row.items() if name != "identity"}
                found = table.c.id == row["identity"]
                connection.execute(table.update().where(found).values(values))


@dataclass(frozen=True)
class Assignment:
    """A problem set in the gradebook: its number, its notebook's, and its cells' by name."""

    identity: str
    notebook: str
    graded: Mapping[str, str]
    answers: Mapping[str, str]


@functools.lru_cache(maxsize=4)
def _engine(url: str) -> sa.Engine:
    """Return what opens a gradebook, and knows its statements from the last time that it did."""
    # Whoever grades by hand meanwhile may hold the file for a moment.
    options: dict[str, Any] = {"timeout": 60} if url.startswith("sqlite") else {}
    return sa.create_engine(url, connect_args=options, poolclass=sa.NullPool)


@final
class Gradebook:
    """An open gradebook."""

    def __init__(self, url: str) -> None:
        with said():
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
        with said(), self.connection.begin():
            sets = t.ASSIGNMENT.join(t.NOTEBOOK, t.NOTEBOOK.c.assignment_id == t.ASSIGNMENT.c.id)
            wanted = (t.ASSIGNMENT.c.name == problem_set) & (t.NOTEBOOK.c.name == problem_set)
            query = sa.select(t.ASSIGNMENT.c.id, t.NOTEBOOK.c.id).select_from(sets).where(wanted)
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
        handed_in: Mapping[str, datetime | None],
    ) -> dict[str, Marks]:
        """Write what was found, by student, in one transaction.

        Returns the marks of those whom a person has graded or commented on before.
        """
        with said(), self.connection.begin():
            rows, people = _Rows(), {}
            known = self._submissions(assignment, found)
            before = self._before([notebook for _, notebook, _ in known.values() if notebook])
            for name in sorted(found.keys() - self._students(found)):
                rows.insert(t.STUDENT, id=name)
            for name, findings in found.items():
                _, notebook, penalty = known.get(name, ("", "", None))
                submission = self._submission(rows, assignment, name, known, handed_in.get(name))
                if not notebook:
                    notebook = rows.insert(
                        t.PAPER,
                        assignment_id=submission,
                        notebook_id=assignment.notebook,
                        flagged=False,
                    )
                kept = before.get(notebook, _Before())
                kept.write(rows, assignment, notebook, findings)
                if kept.by_hand() or penalty:
                    people[name] = kept.marks(assignment, findings, penalty or 0.0)
            rows.write(self.connection)
        return people

    def _students(self, names: Iterable[str]) -> set[str]:
        query = sa.select(t.STUDENT.c.id).where(t.STUDENT.c.id.in_(list(names)))
        return {row[0] for row in self.connection.execute(query)}

    def _submissions(
        self, assignment: Assignment, names: Iterable[str]
    ) -> dict[str, tuple[str, str | None, float | None]]:
        """Return what is known of these students' submissions: numbers, and penalties for delay."""
        paper = t.PAPER.c.notebook_id == assignment.notebook
        joined = t.SUBMISSION.outerjoin(
            t.PAPER, (t.PAPER.c.assignment_id == t.SUBMISSION.c.id) & paper
        )
        columns = t.SUBMISSION.c.student_id, t.SUBMISSION.c.id, t.PAPER.c.id
        query = sa.select(*columns, t.PAPER.c.late_submission_penalty).select_from(joined)
        these = t.SUBMISSION.c.student_id.in_(list(names))
        query = query.where((t.SUBMISSION.c.assignment_id == assignment.identity) & these)
        return {row[0]: (row[1], row[2], row[3]) for row in self.connection.execute(query)}

    def _submission(
        self,
        rows: _Rows,
        assignment: Assignment,
        name: str,
        known: Mapping[str, tuple[str, str | None, float | None]],
        handed_in: datetime | None,
    ) -> str:
        """Return the number of a student's submission, which is new or newly handed in."""
        if name not in known:
            return rows.insert(
                t.SUBMISSION,
                assignment_id=assignment.identity,
                student_id=name,
                timestamp=handed_in,
            )
        if handed_in is not None:
            rows.update(t.SUBMISSION, known[name][0], timestamp=handed_in)
        return known[name][0]

    def _before(self, notebooks: list[str]) -> dict[str, _Before]:
        """Return the grades and comments that are there already, by notebook."""
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
    """What the gradebook says of a notebook already, by cell."""

    grades: dict[str, Mapping[Any, Any]] = field(default_factory=dict)
    comments: dict[str, Mapping[Any, Any]] = field(default_factory=dict)

    def write(self, rows: _Rows, assignment: Assignment, notebook: str, findings: Findings) -> None:
        """Write scores and comments over what was there, except what a person wrote."""
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

    def by_hand(self) -> bool:
        """Tell whether a person has graded or commented on anything."""
        graded = (row["manual_score"] or row["extra_credit"] for row in self.grades.values())
        said = (row["manual_comment"] for row in self.comments.values())
        return any(one is not None for one in (*graded, *said))

    def marks(self, assignment: Assignment, findings: Findings, penalty: float) -> Marks:
        """Return what counts: a person's word before ours."""
        scores = {one.grade_id: one.automatic for one in findings.scores}
        comments = dict(findings.comments)
        for name, cell in assignment.graded.items():
            row = self.grades.get(cell, {})
            if row.get("manual_score") is not None:
                scores[name] = row["manual_score"]
            if row.get("extra_credit"):
                scores[name] = (scores.get(name) or 0.0) + row["extra_credit"]
        for name, cell in assignment.answers.items():
            manual = self.comments.get(cell, {}).get("manual_comment")
            comments[name] = comments.get(name) if manual is None else manual
        return Marks(scores, comments, penalty)


@contextmanager
def said() -> Iterator[None]:
    """Say in one sentence what the database had against it.

    Raises:
        GradebookError: where it had anything.
    """
    try:
        yield
    except (sa.exc.DBAPIError, sa.exc.ArgumentError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise GradebookError(f"the gradebook cannot be used: {reason}") from error
