"""The screen shows who was graded, and where the results are."""

import pytest
from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook import progress
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions.cell import Cell
from rich.console import Console


def record(student, *kinds, error=None):
    """A student's record with these verdicts."""
    cells = [Cell("code", "", verdict=Verdict("mine/f", kind, "")) for kind in kinds]
    return Record(f"{student}.ipynb", "mine", tuple(cells), error=error, student=student)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ""),
        (["ada"], "not marked: ada"),
        (["a", "b", "c", "d", "e"], "not marked: a, b, c and 2 more"),
    ],
)
def test_failures_are_named(names, expected):
    """Only the first few, because the line is short."""
    assert expected == progress._failed(names)


def test_the_table_has_a_row_for_each_student():
    """The name is the student's, and an error is in the row."""
    console = Console(width=100)
    records = [record("ada", Kind.CORRECT), record("bo", error="it is empty")]
    with console.capture() as seen:
        console.print(progress._table(records))
    lines = seen.get().splitlines()
    assert ["student", "ada", "bo"] == [line.split()[0] for line in lines]
    assert (True, True) == ("all right" in lines[1], "it is empty" in lines[2])


def test_a_large_class_shows_only_errors():
    """The report has everybody."""
    records = [record(str(n)) for n in range(100)] + [record("bo", error="it is empty")]
    assert ["bo"] == [one.student for one in progress._shown(records)]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:////course/gradebook.db", "/course/gradebook.db"),
        ("postgresql://me:secret@host/marks", "postgresql://me:***@host/marks"),
    ],
)
def test_no_password_is_shown(url, expected):
    """The place of the marks is a file or an address."""
    assert expected == progress._place(url)
