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
        ({}, (False, False, False, False, 0.0)),
        ({"solution": True}, (False, False, True, True, 0.0)),
        ({"grade": True, "locked": True, "points": 2}, (True, True, False, False, 2.0)),
        ({"task": True, "points": 3}, (False, False, False, True, 3.0)),
    ],
)
def test_what_nbgraders_flags_mean(flags, expected):
    """Answers and manual tasks have comments; graded cells have points."""
    cell = ReleasedCell({"cell_type": "code", "source": "", "metadata": {"nbgrader": flags}})
    found = (cell.is_graded, cell.is_locked, cell.is_solution, cell.has_comment, cell.points)
    assert expected == found


def test_an_ordinary_cell_has_no_name():
    """A cell of text is part of the notebook and of no task."""
    assert "" == ReleasedCell({"cell_type": "markdown", "source": "x", "metadata": {}}).grade_id
