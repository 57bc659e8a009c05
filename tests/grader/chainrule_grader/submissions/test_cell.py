"""Cells know their tasks, and released cells their part in the problem set."""

import pytest
from chainrule_grader.submissions.cell import Cell, ReleasedCell


@pytest.mark.parametrize(
    ("grade_id", "task"), [("check-relu", "relu"), ("relu", ""), ("", ""), ("recheck-relu", "")]
)
def test_a_check_cell_names_its_task(grade_id, task):
    """Other cells name none."""
    assert task == Cell("code", "", grade_id).task


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ({}, (False, False, 0.0)),
        ({"solution": True, "grade": False}, (False, True, 0.0)),
        ({"solution": True, "grade": False, "points": 4}, (False, True, 0.0)),
        ({"grade": True, "points": 2}, (True, False, 2.0)),
        ({"task": True, "points": 3}, (False, True, 3.0)),
    ],
)
def test_what_nbgraders_flags_mean(flags, expected):
    """A flag that is not there is not set, and one of several is enough."""
    cell = ReleasedCell({"cell_type": "code", "source": "", "metadata": {"nbgrader": flags}})
    assert expected == (cell.has_flag("grade"), cell.has_flag("solution", "task"), cell.points)


@pytest.mark.parametrize("source", ["a\nb", ["a\n", "b"]])
def test_the_text_may_be_a_list_of_lines(source):
    """Both forms of a notebook are the same text."""
    assert "a\nb" == ReleasedCell({"cell_type": "code", "source": source, "metadata": {}}).source


def test_an_ordinary_cell_has_no_name():
    """A cell of text is part of the notebook and of no task."""
    assert "" == ReleasedCell({"cell_type": "markdown", "source": "x", "metadata": {}}).grade_id
