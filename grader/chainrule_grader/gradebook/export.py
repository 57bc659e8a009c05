"""Export marks as a table: nbgrader's own, or one that a learning platform has exported.

A platform's table is filled in and written to a new file; every other column stays as it was. No
mark is written unless it is certain whose row it is.
"""

from __future__ import annotations

import contextlib
import csv
import io
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeAlias

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.plugins import CsvExportPlugin

from chainrule_grader.course.course import Course
from chainrule_grader.course.files import replaced
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.course.settings import settings

STUDENT_COLUMNS: Final = {
    "canvas": ("SIS Login ID", "SIS User ID", "ID", "Student"),
    "moodle": ("Username", "ID number", "Email address", "Identifier", "Full name"),
}
"""The columns that may hold the student ids of the gradebook, the most likely first."""
EMPTY: Final = frozenset({"", "-"})
"""What platforms write where there is no mark yet."""

Table: TypeAlias = list[list[str]]


class ExportError(ValueError):
    """A table cannot be filled in; the message says why."""


@dataclass
class Filled:
    """Which students got a mark in a platform's table, and which did not."""

    marked: list[str] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    """Students with a mark for whom there is not exactly one row."""
    kept: dict[str, str] = field(default_factory=dict)
    """Other entries that were in the table and are still there, by student."""
    overwritten: dict[str, str] = field(default_factory=dict)
    """Other entries that were in the table and were replaced, by student."""

    def notes(self, template: Path) -> list[str]:
        """Return a sentence on each student whose row needs a look."""
        unmatched = "has a mark, but not exactly one row in"
        return [
            *(f"{name} {unmatched} {template}" for name in self.unmatched),
            *(f"{name} keeps {e!r}; --overwrite replaces it" for name, e in self.kept.items()),
            *(f"the mark of {name} replaces {e!r}" for name, e in self.overwritten.items()),
        ]


def write_csv(course: Course, path: Path) -> Path:
    """Write all marks of a course as a table, with nbgrader's exporter.

    Raises:
        ExportError: where the file cannot be written.
    """
    with _written(path) as temporary, Gradebook(settings(course).db_url) as gradebook:
        CsvExportPlugin(to=str(temporary)).export(gradebook)
        _disarm(temporary)
    return path


def _disarm(path: Path) -> None:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            [f"'{entry}" if _is_formula(entry) else entry for entry in row]
            for row in csv.reader(file)
        ]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


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
        ExportError: where the file is not a table of the platform, no student of the gradebook is
            in it, or `to` is the table itself; then nothing is written.
    """
    if to.resolve() == template.resolve():
        raise ExportError(f"{template} would be overwritten: name another file with --to")
    rows, delimiter = _read(template, lms)
    at = _mark_column(rows[0], lms, problem_set.name, template)
    marks = _marks(problem_set)
    found = _rows_by_student(rows, lms, marks.keys())
    if not found:
        columns = ", ".join(c for c in STUDENT_COLUMNS[lms] if c in rows[0])
        raise ExportError(
            f"no student of the gradebook is in {template} ({columns}), so nothing is written"
        )
    filled = Filled(unmatched=sorted(marks.keys() - found.keys()))
    for student, row in found.items():
        _fill(row, at, student, f"{marks[student]:.10g}", filled, overwrite=overwrite)
    with _written(to) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
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
    with Gradebook(settings(problem_set.course).db_url) as gradebook:
        try:
            gradebook.find_assignment(name)
        except MissingEntry:
            raise ExportError(f"the gradebook has no problem set {name}") from None
        return {
            submission.student.id: submission.score - submission.late_submission_penalty
            for submission in gradebook.assignment_submissions(name)
        }


def _read(template: Path, lms: str) -> tuple[Table, str]:
    """Read a platform's table; return its rows and what separates its columns."""
    try:
        text = template.read_bytes().decode("utf-8-sig")
        for delimiter in ",;\t":
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
            if rows and not set(rows[0]).isdisjoint(STUDENT_COLUMNS[lms]):
                return rows, delimiter
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ExportError(f"{template} cannot be read as a table: {error}") from None
    columns = ", ".join(STUDENT_COLUMNS[lms])
    raise ExportError(f"{template} is not a table of {lms}: it has none of the columns {columns}")


def _mark_column(header: list[str], lms: str, problem_set: str, template: Path) -> int:
    """Find the column that the marks belong in."""
    # Canvas writes an assignment as its name and, in brackets, its number.
    wanted = "grade" if lms == "moodle" else problem_set.casefold()
    found = [i for i, name in enumerate(header) if _without_number(name) == wanted]
    if len(found) != 1:
        count = len(found) or "no"
        raise ExportError(f"{template} has {count} columns for {problem_set!r}, and needs one")
    return found[0]


def _without_number(name: str) -> str:
    return name.rpartition(" (")[0].casefold() if name.endswith(")") else name.casefold()


def _rows_by_student(rows: Table, lms: str, students: Collection[str]) -> dict[str, list[str]]:
    """Find students' rows by the one column that names the most of them."""
    header, *body = rows
    columns = [header.index(name) for name in STUDENT_COLUMNS[lms] if name in header]
    candidates = [_matches(body, column, students) for column in columns]
    return max(candidates, key=len)  # of several, the first


def _matches(body: Table, column: int, students: Collection[str]) -> dict[str, list[str]]:
    """Match the entries of a column with student ids; an entry that is there twice matches none.

    The part of an address before its @ is matched as well, if more than half of the column's
    entries have its domain. At another domain, the same name may be another person's.
    """
    entries = [row[column].strip() if column < len(row) else "" for row in body]
    names = [entry.partition("@")[0] for entry in entries]
    domains = Counter(entry.partition("@")[2] for entry in entries if entry)
    common = {domain for domain, n in domains.items() if domain and 2 * n > domains.total()}
    found = {}
    for row, entry, name in zip(body, entries, names, strict=True):
        if entry in students and entries.count(entry) == 1:
            found[entry] = row
        elif name in students and entry.partition("@")[2] in common and names.count(name) == 1:
            found[name] = row
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
        raise ExportError(f"{path} cannot be written: {error.strerror or error}") from None
