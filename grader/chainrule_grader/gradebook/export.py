"""Marks leave as a table: nbgrader's own, or the one that a learning platform has exported.

A platform takes back what it gave: its file is filled in, with every other column as it was, and
written to a new place. Students are found by whichever of its columns holds their names here.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import CsvExportPlugin

from chainrule_grader.authoring.release import nbgrader_config
from chainrule_grader.course.course import Course

WHO: Final = {
    "canvas": ("SIS Login ID", "SIS User ID", "ID", "Student"),
    "moodle": ("Username", "ID number", "Email address", "Identifier", "Full name"),
}
"""The columns that may hold what a student is called here, the likeliest first."""


class ExportError(ValueError):
    """A table cannot be filled in; the message says why."""


@dataclass
class Filled:
    """Who got a mark in a platform's table, and who was not in it."""

    marked: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def write_csv(course: Course, path: Path) -> Path:
    """Write all marks of a course as a table, with nbgrader's exporter."""
    with Gradebook(_url(course)) as gradebook:
        CsvExportPlugin(to=str(path)).export(gradebook)
    return path


def fill_template(course: Course, lms: str, problem_set: str, template: Path, to: Path) -> Filled:
    """Fill the marks of a problem set into a platform's table, and write it to a new place.

    Raises:
        ExportError: where the table is none of the platform's, or `to` is the table itself.
    """
    if to.resolve() == template.resolve():
        raise ExportError(f"{template} would be overwritten: name another file with --to")
    rows, dialect = _read(template)
    at = _column(rows[0], lms, problem_set, template)
    marks = _marks(course, problem_set)
    filled = Filled()
    for row in rows[1:]:
        student = next((n for n in _names(rows[0], row, lms) if n in marks), None)
        if student is not None and at < len(row):
            row[at] = f"{marks[student]:.10g}"
            filled.marked.append(student)
    filled.unknown = sorted(marks.keys() - set(filled.marked))
    _write(to, rows, dialect)
    return filled


def _url(course: Course) -> str:
    url: str = CourseDirectory(config=nbgrader_config(course)).db_url
    return url


def _marks(course: Course, problem_set: str) -> dict[str, float]:
    """Return each student's points, late penalties taken off."""
    with Gradebook(_url(course)) as gradebook:
        try:
            gradebook.find_assignment(problem_set)
        except MissingEntry:
            raise ExportError(f"the gradebook has no problem set {problem_set}") from None
        return {
            submission.student.id: submission.score - submission.late_submission_penalty
            for submission in gradebook.assignment_submissions(problem_set)
        }


def _read(template: Path) -> tuple[list[list[str]], type[csv.Dialect]]:
    """Read a table in the form that it has, comma or semicolon."""
    try:
        text = template.read_text(encoding="utf-8-sig")
        dialect = csv.Sniffer().sniff(text.partition("\n")[0], delimiters=",;\t")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ExportError(f"{template} cannot be read as a table: {error}") from None
    return list(csv.reader(io.StringIO(text), dialect)), dialect


def _column(header: list[str], lms: str, problem_set: str, template: Path) -> int:
    """Find the column that the marks belong in."""
    if not any(name in header for name in WHO[lms]):
        raise ExportError(f"{template} is no table of {lms}'s: it names no student")
    # Canvas writes an assignment as its name and, in brackets, its number.
    wanted = "grade" if lms == "moodle" else problem_set.casefold()
    found = [i for i, name in enumerate(header) if _bare(name) == wanted]
    if len(found) != 1:
        count = len(found) or "no"
        raise ExportError(f"{template} has {count} columns for {problem_set!r}, and needs one")
    return found[0]


def _bare(name: str) -> str:
    return name.rpartition(" (")[0].casefold() if name.endswith(")") else name.casefold()


def _names(header: list[str], row: list[str], lms: str) -> list[str]:
    """Return what a row's student may be called here; of an address, also what is before the @."""
    values = [row[header.index(c)].strip() for c in WHO[lms] if c in header[: len(row)]]
    return [name for value in values for name in (value, value.partition("@")[0]) if name]


def _write(path: Path, rows: list[list[str]], dialect: type[csv.Dialect]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, dialect, lineterminator="\r\n").writerows(rows)
