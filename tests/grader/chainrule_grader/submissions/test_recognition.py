"""A notebook's problem set is recognized by names, checks, ids, tests and functions."""

import json

import pytest
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.notebook import UnreadableError
from chainrule_grader.submissions.recognition import recognize
from chainrule_grader.submissions.release import Release


def released(source, name, identity, **flags):
    """A released cell."""
    metadata = {"nbgrader": {"grade_id": name, **flags}}
    return {"cell_type": "code", "source": source, "metadata": metadata, "id": identity}


OWN = Release(
    "homework",
    json.dumps(
        {
            "cells": [
                released("def square(x): pass", "task-1", "id-1", solution=True),
                released("assert square(2) == 4", "test-1", "id-2", grade=True, locked=True),
            ]
        }
    ),
)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Cell("code", "", "relu"), "activations"),
        (Cell("code", "", "check-mse"), "losses"),
        (Cell("code", 'check("losses/mse", mine)'), "losses"),
        (Cell("code", "def mse(y, p): pass\ndef mae(y, p): pass"), "losses"),
    ],
)
def test_our_sets(cell, expected):
    """A name, a check, or two functions are enough."""
    assert expected == recognize([Cell("markdown", "# Mine"), cell])


@pytest.mark.parametrize(
    "cell",
    [
        Cell("code", "x = 1", "task-1"),
        Cell("code", "assert square(2) == 4\n"),
        Cell("code", "x = 1", identity="id-1"),
        Cell("code", "def square(x): return x * x"),
    ],
)
def test_an_instructors_own_set(cell):
    """A name, the text of a test, an id, or the function is enough."""
    assert "homework" == recognize([cell], [OWN])


@pytest.mark.parametrize(
    "cells",
    [
        [],
        [Cell("code", "x = 1")],
        [Cell("markdown", 'check("losses/mse", mse)')],
        [Cell("code", "def mse(): 0")],
    ],
)
def test_other_notebooks_belong_to_none(cells):
    """One function may have any name, and words are no check."""
    with pytest.raises(UnreadableError, match="none of the cells of a problem set"):
        recognize(cells, [OWN])


def test_the_release_counts_in_doubt():
    """Where as much belongs to the release as to another set, it is the release."""
    cells = [Cell("code", "", "task-1"), Cell("code", "", "relu")]
    assert ("homework", "activations") == (recognize(cells, [OWN]), recognize(cells))
    assert "activations" == recognize([*cells, Cell("code", "", "tanh")], [OWN])


def test_a_name_counts_more_than_functions():
    """An instructor's own set may use functions with the names of our tasks."""
    functions = Cell("code", "def accuracy(): 0\ndef split(): 0\ndef confusion_matrix(): 0")
    assert "homework" == recognize([Cell("code", "", "task-1"), functions], [OWN])
    assert "evaluation" == recognize([functions], [OWN])
