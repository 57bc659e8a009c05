"""The text of a cell says which tasks it checks and which names it defines."""

import time

import pytest
from chainrule_grader.submissions.cell_text import (
    checked_tasks,
    defined_functions,
    defined_names,
    has_definitions,
    used_names,
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('check("activations/relu", relu)', {"activations/relu": "relu"}),
        ("  check( 'activations/relu' , mine )", {"activations/relu": "mine"}),
        ('result = check("activations/relu", relu)', {"activations/relu": "relu"}),
        ('check("activations/relu", lambda z: z)', {"activations/relu": ""}),
        ('a = 1\ncheck("a/b", b)\ncheck("c/d", d)', {"a/b": "b", "c/d": "d"}),
        ('# check("activations/relu", relu)', {}),
        ('recheck("activations/relu", relu)', {}),
        ('hint("activations/relu")', {}),
        ('check("../relu", relu)', {}),
        ("check(", {}),
    ],
)
def test_checks(source, expected):
    """A line with a check names the task and the function."""
    assert expected == checked_tasks(source)


@pytest.mark.parametrize(
    ("source", "names", "functions"),
    [
        (
            "def f(x):\n    y = 1\nclass A: pass\nasync  def g(): pass",
            {"f", "A", "g"},
            {"f", "A", "g"},
        ),
        ("x = 1\ny == 2\nz=3", {"x", "z"}, set()),
        ("def broken(:\n    return", {"broken"}, {"broken"}),
        ("  def inner(): pass", set(), set()),
        ("", set(), set()),
    ],
)
def test_definitions(source, names, functions):
    """Names at the top level count, also in a cell that is no Python."""
    assert (names, functions) == (defined_names(source), defined_functions(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1.0", False),
        ('print("x")', False),
        ("import os", True),
        ("x = 1", True),
        ("def f(): pass", True),
    ],
)
def test_cells_that_later_cells_may_need(source, expected):
    """A definition or an import is needed later; a number is not."""
    assert expected == has_definitions(source)


def test_words():
    """Every word of a text may be a name."""
    assert {"name", "my_f", "is", "not", "defined", "x2"} == used_names(
        "name 'my_f' is not defined: 2, x2"
    )


@pytest.mark.parametrize(
    "piece",
    [" ", "\n", "check(", "check( ", "a", "a = ", "def ", "async ", '"', "check('a/", "\t\n"],
)
def test_no_text_takes_long(piece):
    """Time is in proportion to the length of the text."""
    source = piece * (2_000_000 // len(piece))
    began = time.process_time()
    checked_tasks(source), defined_names(source), has_definitions(source), used_names(source)
    assert time.process_time() - began < 5
