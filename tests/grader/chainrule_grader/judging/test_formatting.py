"""Values and calls are formatted as a student would write them."""

import numpy as np
import pytest
from chainrule_grader.judging.formatting import format_call, format_value, kind_of
from chainrule_worker.handles import ObjectHandle, Seed


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.0, "1"),
        (0.1 + 0.2, "0.3"),
        (-1234567.0, "-1.23457e+06"),
        (3, "3"),
        (True, "True"),
        (None, "None"),
        ("relu", "'relu'"),
        ("x" * 200, repr("x" * 200)[:80]),
        (np.array([1.0, -2.5]), "[1, -2.5]"),
        (np.array([[1, 2], [3, 4]]), "[[1, 2], [3, 4]]"),
        (np.array(1.5), "1.5"),
        (np.zeros((7, 7)), "array of shape (7, 7)"),
        ([1, 2.0], "[1, 2]"),
        ((1, [2]), "(1, [2])"),
        ([1, 2, 3, 4, 5, 6, 7], "[1, 2, 3, 4, 5, 6, …]"),
        ({"a": 1.0, 2: [3]}, "{'a': 1, 2: [3]}"),
        (dict.fromkeys("abcdefg", 0), "{'a': 0, 'b': 0, 'c': 0, 'd': 0, 'e': 0, 'f': 0, …}"),
        (ObjectHandle(3, "Net"), "<Net>"),
        ([ObjectHandle(3, "Net")], "[<Net>]"),
        (Seed(1), "Seed(seed=1)"),
    ],
)
def test_values_as_a_student_would_write_them(value, expected):
    """Values are written on one short line."""
    assert expected == format_value(value)


def test_a_call_as_a_student_would_write_it():
    """A call is its name and its arguments."""
    assert "f([1, 2], 0.5)" == format_call("f", [np.array([1.0, 2.0]), 0.5])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "None"),
        (1.5, "an array of numbers"),
        (np.ones(2), "an array of numbers"),
        ([1, 2], "a list of 2"),
        ({}, "a dict of 0"),
        ("a", "something of type str"),
        (ObjectHandle(0, "Net"), "something of type Net"),
        (ObjectHandle(0, "ndarray"), "an array of something else than real numbers"),
    ],
)
def test_kinds(value, expected):
    """A value's kind is described in words."""
    assert expected == kind_of(value)
