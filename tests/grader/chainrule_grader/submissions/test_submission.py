"""A submission is recognized by its cells, and has one check cell for each task."""

import json

import pytest
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.notebook import UnreadableError
from chainrule_grader.submissions.release import Release
from chainrule_grader.submissions.submission import read_submission, unreadable_cells


def cell(source="", grade_id=None, **flags):
    """A code cell of a notebook."""
    metadata = {} if grade_id is None else {"nbgrader": {"grade_id": grade_id, **flags}}
    return {"cell_type": "code", "source": source, "metadata": metadata}


RELU = cell("def relu(z): pass", "relu")
CHECK = cell('check("activations/relu", relu)', "check-relu")


def notebook(*cells):
    """The text of a notebook."""
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})


def submission(*cells, release=None):
    """Read a notebook of these cells."""
    return read_submission(notebook(*cells).encode(), release)


RELEASE = Release(
    "activations",
    notebook(
        cell("# Your code here", "relu", solution=True),
        cell("check('activations/relu', relu)", "check-relu", grade=True, locked=True, points=2),
    ),
)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        pytest.param([], "none of the cells of a problem set", id="no-cell"),
        pytest.param([cell("1", "mine")], "none of the cells", id="no-cell-of-the-set"),
        pytest.param([RELU, RELU], "the cell relu twice", id="answer-twice"),
        pytest.param([CHECK, RELU, CHECK], "the cell check-relu twice", id="check-twice"),
    ],
)
def test_what_cannot_be_graded_is_refused(cells, says):
    """One line gives the reason."""
    with pytest.raises(UnreadableError, match=says):
        submission(*cells)


def test_another_problem_set_is_refused():
    """A notebook that was submitted for the wrong problem set is named."""
    with pytest.raises(UnreadableError, match="it is the problem set losses"):
        submission(cell("def mse(): pass", "mse"), release=RELEASE)


def test_missing_check_cells_are_put_back():
    """A deleted check is put back: below the answer if there is one, else at the end."""
    found = submission(cell("a = 1"), RELU, cell("b = 1"))
    assert "activations" == found.problem_set
    ids = [c.grade_id for c in found.cells]
    assert ["", "relu", "check-relu", ""] == ids[:4]
    assert Cell("code", 'check("activations/relu", relu)', "check-relu") == found.cells[2]
    checks = [c.task for c in found.cells if c.task]
    assert 11 == len(checks) == len({*checks})


def test_only_released_checks_are_put_back():
    """A task that is not in the release is not asked for."""
    found = submission(RELU, release=RELEASE)
    assert ["relu", "check-relu"] == [c.grade_id for c in found.cells]


def test_check_cells_that_are_there_stay_where_they_are():
    """A check far below its answer is where its student put it."""
    found = submission(RELU, cell("b = 1"), CHECK)
    assert ["relu", "", "check-relu"] == [c.grade_id for c in found.cells[:3]]


def test_cells_of_no_task_may_be_there_twice():
    """Students copy cells, and only the set's own must be unique."""
    found = submission(RELU, cell("1", "mine"), cell("2", "mine"))
    assert "activations" == found.problem_set


def test_points_and_locked_texts_are_the_releases():
    """A submission's own points and its text of a check do not count; its answer does."""
    forged = cell("1.0", "check-relu", points=99, locked=False)
    answer, check = submission(RELU, forged, release=RELEASE).cells
    assert ("def relu(z): pass", 2.0) == (answer.source, check.released.points)
    assert "check('activations/relu', relu)" == check.source


def test_a_name_that_was_not_released_is_dropped():
    """A cell with an unknown name is an ordinary cell."""
    assert "" == submission(RELU, CHECK, cell("1", "mine"), release=RELEASE).cells[2].grade_id


def test_an_unreadable_submission_is_the_release_below_the_reason():
    """The page of such a submission has every task on it."""
    banner, answer, check = unreadable_cells(RELEASE, "it is empty")
    assert "**This submission could not be marked: it is empty.**" == banner.source
    assert ("# Your code here", "relu") == (answer.source, check.task)
