"""Export marks as a table: one with nbgrader's columns, or one that a platform has exported.

A platform's table is filled in and written to a new file; every other column stays as it was. No
mark is written unless it is certain whose row it is.
"""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy.exc import SQLAlchemyError

from chainrule_grader.course.course import Course
from chainrule_grader.course.files import reason, replaced
from chainrule_grader.course.problem_set import ProblemSet, known_sets
from chainrule_grader.course.settings import SQLITE, settings
from chainrule_grader.judging import registry

STUDENT_COLUMNS: Final = {
    "canvas": ("SIS Login ID", "SIS User ID", "ID", "Student"),
    "moodle": ("Username", "ID number", "Email address", "Identifier", "Full name"),
}
"""The columns that may hold the student ids of the gradebook, the most likely first."""
EMPTY: Final = frozenset({"", "-"})
"""What platforms write where there is no mark yet."""
COLUMNS: Final = (
    *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
    *("raw_score", "late_submission_penalty", "score", "max_score"),
)
"""The columns of the table of all marks, which are those of `nbgrader export`."""
DIGITS: Final = 6
"""Decimal places of a mark; a sum of shares can differ from its value in the last digits."""

Table: TypeAlias = list[list[str]]


class ExportError(ValueError):
    """A table cannot be filled in; the message says why."""


@dataclass
class Filled:
    """Which students got a mark in a platform's table, and which did not."""

    marked: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """Students with a mark for whom there is no row."""
    repeated: list[str] = field(default_factory=list)
    """Students with a mark for whom there are several rows."""
    kept: dict[str, str] = field(default_factory=dict)
    """Other entries that were in the table and are still there, by student."""
    overwritten: dict[str, str] = field(default_factory=dict)
    """Other entries that were in the table and were replaced, by student."""

    @property
    def unmatched(self) -> list[str]:
        """Students with a mark for whom there is not exactly one row."""
        return sorted([*self.missing, *self.repeated])

    def notes(self, template: Path) -> list[str]:
        """Return a sentence on each student whose row needs a look."""
        missing = f"has a mark, but no row in {template}; check the student's id on the platform"
        repeated = f"has several rows in {template}, so no mark was written; enter it by hand"
        return [
            *(f"{name} {missing}" for name in self.missing),
            *(f"{name} {repeated}" for name in self.repeated),
            *(f"{name} keeps {e!r}; --overwrite replaces it" for name, e in self.kept.items()),
            *(f"the mark of {name} replaces {e!r}" for name, e in self.overwritten.items()),
        ]


def write_csv(course: Course, path: Path, problem_set: str | None = None) -> Path:
    """Write all marks of a course, or those of one problem set, as a table.

    A student who submitted nothing has 0 points, as in the table of `nbgrader export`.

    Raises:
        ExportError: where nobody has a mark, there is no such problem set, or the file cannot be
            written.
    """
    with _gradebook(course) as gradebook:
        if problem_set is not None:
            _find_assignment(gradebook, course, problem_set)
        chosen = [one for one in gradebook.assignments if problem_set in {None, one.name}]
        if not any(assignment.submissions for assignment in chosen):
            raise ExportError(f"nobody has a mark yet; {_how_to_mark(problem_set or 'SET')}")
        rows = [row for assignment in chosen for row in _rows_of(gradebook, assignment)]
    with _written(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([_entry(row[column]) for column in COLUMNS] for row in rows)
    return path


def _rows_of(gradebook: Gradebook, assignment: Any) -> Iterator[dict[str, Any]]:
    """Yield a row for each student of the gradebook."""
    submissions = {one.student_id: one for one in assignment.submissions}
    for student in gradebook.students:
        submission = submissions.get(student.id)
        raw = submission.score if submission else 0.0
        penalty = submission.late_submission_penalty if submission else 0.0
        yield {
            "assignment": assignment.name,
            "duedate": assignment.duedate,
            "timestamp": submission.timestamp if submission else None,
            "student_id": student.id,
            "last_name": student.last_name,
            "first_name": student.first_name,
            "email": student.email,
            "raw_score": raw,
            "late_submission_penalty": penalty,
            "score": max(0.0, raw - (penalty or 0.0)),
            "max_score": assignment.max_score,
        }


def _entry(value: Any) -> str:
    """Return the text of a cell of the table."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(round(value, DIGITS))
    entry = str(value)
    return f"'{entry}" if _is_formula(entry) else entry


def _is_formula(entry: str) -> bool:
    """Tell whether a spreadsheet computes an entry; a negative number is none."""
    if not entry.startswith(("=", "+", "-", "@", "\t", "\r")):
        return False
    try:
        float(entry)
    except ValueError:
        return True
    return False


def fill_template(
    problem_set: ProblemSet,
    lms: str,
    template: Path,
    to: Path,
    *,
    overwrite: bool = False,
) -> Filled:
    """Fill the marks of a problem set into a platform's table, and write it to a new file.

    Another entry in the column of the marks stays unless `overwrite` is given.

    Raises:
        ExportError: where nobody has a mark in the problem set, the file is not a table of the
            platform, no mark can be written into it, or `to` is the table itself; then nothing is
            written.
    """
    if to.resolve() == template.resolve():
        raise ExportError(f"{template} would be overwritten: name another file with --to")
    marks = _marks(problem_set)
    table = _read(template, lms)
    at = _mark_column(table.rows[0], lms, problem_set.name, template)
    found = _rows_by_student(table.rows, lms, marks.keys())
    if not found.rows:
        columns = ", ".join(c for c in STUDENT_COLUMNS[lms] if c in table.rows[0])
        raise ExportError(
            f"no student of the gradebook is in {template} ({columns}), so nothing is written; "
            "one of these columns must have the ids of the gradebook's students"
        )
    missing = marks.keys() - found.rows.keys() - found.repeated
    filled = Filled(missing=sorted(missing), repeated=sorted(found.repeated))
    for student, row in found.rows.items():
        _fill(row, at, student, f"{marks[student]:.10g}", filled, overwrite=overwrite)
    if not filled.marked:
        student, entry = next(iter(filled.kept.items()))
        raise ExportError(
            f"every row of {template} has another entry already, for example {student} {entry!r}, "
            "so nothing is written; --overwrite replaces them"
        )
    with _written(to) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=table.delimiter, lineterminator=table.line_end)
        writer.writerows(table.rows)
    return filled


def _fill(
    row: list[str], at: int, student: str, mark: str, filled: Filled, *, overwrite: bool
) -> None:
    """Write a mark into a row, unless there is another entry that must stay."""
    row.extend([""] * (at + 1 - len(row)))
    before = row[at].strip()
    if before not in EMPTY and not _same_number(before, mark):
        if not overwrite:
            filled.kept[student] = before
            return
        filled.overwritten[student] = before
    row[at] = mark
    filled.marked.append(student)


def _same_number(before: str, mark: str) -> bool:
    """Tell whether an entry is a mark already, written with more or fewer digits."""
    try:
        return abs(float(before.replace(",", ".")) - float(mark)) < 0.005
    except ValueError:
        return False


def _marks(problem_set: ProblemSet) -> dict[str, float]:
    """Return each student's points, less the penalty for a late submission."""
    name = problem_set.name
    with _gradebook(problem_set.course) as gradebook:
        _find_assignment(gradebook, problem_set.course, name)
        marks = {
            submission.student.id: max(0.0, submission.score - submission.late_submission_penalty)
            for submission in gradebook.assignment_submissions(name)
        }
    if not marks:
        raise ExportError(f"nobody has a mark in {name} yet; {_how_to_mark(name)}")
    return marks


@contextlib.contextmanager
def _gradebook(course: Course) -> Iterator[Gradebook]:
    """Open a course's gradebook, which must exist.

    Raises:
        ExportError: where there is none, or it cannot be read.
    """
    url = settings(course).db_url
    path = Path(url.removeprefix(SQLITE))
    # nbgrader would make an empty gradebook.
    if url.startswith(SQLITE) and not path.exists():
        raise ExportError(f"there is no gradebook {path}, so nobody has a mark; {_how_to_mark()}")
    try:
        with Gradebook(url) as gradebook:
            yield gradebook
    except SQLAlchemyError as error:
        why = getattr(error, "orig", None) or error
        where = path if url.startswith(SQLITE) else "that nbgrader_config.py names"
        raise ExportError(f"the gradebook {where} cannot be read: {why}") from error


def _find_assignment(gradebook: Gradebook, course: Course, name: str) -> None:
    """Raise an error where the gradebook has no problem set of a name."""
    try:
        gradebook.find_assignment(name)
    except MissingEntry:
        in_course = known_sets(course)
        if name in in_course:
            raise ExportError(f"nobody has a mark in {name} yet; {_how_to_mark(name)}") from None
        known = sorted({*in_course, *(assignment.name for assignment in gradebook.assignments)})
        found = registry.suggestion(name, known) if known else _how_to_mark()
        raise ExportError(f"the gradebook has no problem set {name!r}; {found}") from None


def _how_to_mark(name: str = "SET") -> str:
    return f"`chainrule autograde {name}` marks submissions"


@dataclass(frozen=True)
class Template:
    """A platform's table as it was read, with what its file looks like."""

    rows: Table
    delimiter: str
    line_end: str


def _read(template: Path, lms: str) -> Template:
    """Read a platform's table."""
    try:
        text = template.read_bytes().decode("utf-8-sig")
        ends = re.search(r"\r\n|\n|\r", text)
        for delimiter in ",;\t":
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            if rows and not set(rows[0]).isdisjoint(STUDENT_COLUMNS[lms]):
                return Template(rows, delimiter, ends[0] if ends else "\n")
    except OSError as error:
        raise ExportError(f"{template} cannot be read: {reason(error)}") from None
    except UnicodeDecodeError:
        raise ExportError(
            f"{template} cannot be read as a table: it is not text in UTF-8; give the CSV file "
            "that the platform exported"
        ) from None
    except csv.Error as error:
        raise ExportError(f"{template} cannot be read as a table: {error}") from None
    columns = ", ".join(STUDENT_COLUMNS[lms])
    raise ExportError(f"{template} is not a table of {lms}: it has none of the columns {columns}")


def _mark_column(header: list[str], lms: str, problem_set: str, template: Path) -> int:
    """Find the column that the marks belong in."""
    # Canvas writes an assignment as its name and, in brackets, its number.
    needed = "grade" if lms == "moodle" else problem_set.casefold()
    found = [i for i, name in enumerate(header) if _without_number(name) == needed]
    if len(found) != 1:
        count = len(found) or "no"
        raise ExportError(
            f"{template} has {count} columns for {problem_set!r}, and needs one; its columns are "
            f"{', '.join(header)}"
        )
    return found[0]


def _without_number(name: str) -> str:
    return name.rpartition(" (")[0].casefold() if name.endswith(")") else name.casefold()


@dataclass(frozen=True)
class Matches:
    """The rows of students in a platform's table."""

    rows: dict[str, list[str]] = field(default_factory=dict)
    """The row of each student that has exactly one."""
    repeated: set[str] = field(default_factory=set)
    """Students that have several rows."""


def _rows_by_student(rows: Table, lms: str, students: Collection[str]) -> Matches:
    """Find students' rows by the one column that names the most of them."""
    header, *body = rows
    columns = [header.index(name) for name in STUDENT_COLUMNS[lms] if name in header]
    candidates = [_matches(body, column, students) for column in columns]
    return max(candidates, key=lambda found: len(found.rows))  # of several, the first


def _matches(body: Table, column: int, students: Collection[str]) -> Matches:
    """Match the entries of a column with student ids; an entry that is there twice matches none.

    The part of an address before its @ is matched as well, if more than half of the column's
    entries have its domain. At another domain, the same name may be another person's.
    """
    entries = [row[column].strip() if column < len(row) else "" for row in body]
    names = [entry.partition("@")[0] for entry in entries]
    domains = Counter(entry.partition("@")[2] for entry in entries if entry)
    common = {domain for domain, n in domains.items() if domain and 2 * n > domains.total()}
    found = Matches()
    for row, entry, name in zip(body, entries, names, strict=True):
        if entry in students:
            student, is_unique = entry, entries.count(entry) == 1
        elif name in students and entry.partition("@")[2] in common:
            student, is_unique = name, names.count(name) == 1
        else:
            continue
        if is_unique:
            found.rows[student] = row
        else:
            found.repeated.add(student)
    # An id that stands there once as it is counts, also if it begins several addresses.
    found.repeated.difference_update(found.rows)
    return found


@contextlib.contextmanager
def _written(path: Path) -> Iterator[Path]:
    """Give a temporary path, whose file becomes the one at `path` at the end.

    Raises:
        ExportError: where it cannot be written.
    """
    try:
        with replaced(path) as temporary:
            yield temporary
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {reason(error)}") from None
