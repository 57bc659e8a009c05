"""Values and calls are formatted as a student would write them."""

import re

import numpy as np
import pytest
from chainrule_grader.judging.formatting import (
    asked,
    format_call,
    format_difference,
    format_value,
    type_in_words,
)
from chainrule_worker.handles import ObjectHandle, Seed
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp


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
        ([[[[[1]]]]], "[[[[…]]]]"),
        ("x" * 200, repr("x" * 200)[:79] + "…"),
        (-0.0, "0"),
        (np.array([-0.0, 6.000000000000001]), "[0, 6]"),
        (np.float32(0.1), "0.1"),
        ({"k" * 900: 1}, "{'" + "k" * 28 + "…: 1}"),
        ((1,), "(1,)"),
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
        (1.5, "a single number"),
        (np.array(2.0), "a single number"),
        (np.ones(2), "an array of numbers"),
        ([1, 2], "a list of 2 numbers"),
        ([1], "a list of 1 number"),
        ([], "a list of 0"),
        ((1, "a"), "a tuple of 2 (a single number and a string)"),
        ((np.ones(2), np.ones((2, 3))), "a tuple of 2 arrays of shapes (2,) and (2, 3)"),
        ([np.ones(2)] * 9, "a list of 9 arrays of shape (2,)"),
        ([np.ones(i + 1) for i in range(9)], "a list of 9 arrays"),
        ((np.ones(2), {}), "a tuple of 2 (an array of numbers and an empty dict)"),
        ([1, "a", None, {}], "a list of 4"),
        ([[1, [2]], [3, 4]], "a list of 2 lists"),
        ({}, "an empty dict"),
        ({"a": 1}, "a dict of 1"),
        ("a", "a string"),
        (ObjectHandle(0, "function"), "a function"),
        (ObjectHandle(0, "ufunc"), "a function"),
        (ObjectHandle(0, "set"), "a set"),
        (ObjectHandle(0, "Net"), "an object of type Net"),
        (ObjectHandle(0, "ndarray"), "an array whose entries are not real numbers"),
        (Seed(1), "an object of type Seed"),
    ],
)
def test_kinds(value, expected):
    """A value's kind is described in words."""
    assert expected == type_in_words(value)


@pytest.mark.parametrize(
    ("expected", "actual", "texts"),
    [
        (1.0, 2.0, ("1", "2")),
        (1.0, 1.00000021, ("1", "1.00000021")),
        (6.0, 6.000000000000001, ("6", "6.0000000000000009")),
        (np.array([1.0]), np.array([1.0000000001]), ("[1]", "[1.0000000001]")),
        (np.ones((1, 2)), np.ones(2), ("[[1, 1]] (shape (1, 2))", "[1, 1] (shape (2,))")),
        (np.array(1.0), np.ones(1), ("1 (a single number)", "[1] (shape (1,))")),
        (np.ones((0, 3)), np.ones(0), ("[] (shape (0, 3))", "[] (shape (0,))")),
        (np.zeros((9, 9)), np.zeros(81), ("array of shape (9, 9)", "array of shape (81,)")),
        (np.zeros(99), np.arange(99) // 98, ("[98] = 0", "[98] = 1")),
        ([1] * 9, [1] * 8 + [2], ("[8] = 1", "[8] = 2")),
        ([1] * 9, [1] * 8, ("length = 9", "length = 8")),
        (dict.fromkeys(range(9), 1), {i: i // 8 + 1 for i in range(9)}, ("[8] = 1", "[8] = 2")),
        ("a" * 200 + "b", "a" * 200 + "c", ("[200:] = 'b'", "[200:] = 'c'")),
        ([[[[[1, 2]]]]], [[[[[1, 3]]]]], ("[0][0][0][0][1] = 2", "[0][0][0][0][1] = 3")),
        ((None, None, 2.0), (None, None, 3.0), ("2", "3")),
        ((None, [None, 2.0]), (None, [None, 3.0]), ("2", "3")),
        ((1.0, None, 2.0), (1.0, None, 3.0), ("(1, 2)", "(1, 3)")),
        ((2.0, 1.0), (2.0, None), ("(2, 1)", "(2, None)")),
        ((None, 2.0), "x", ("2", "'x'")),
    ],
)  # fmt: skip
def test_a_difference(expected, actual, texts):
    """Two values that differ are written so that one sees the difference."""
    assert texts == tuple(text for text in format_difference(expected, actual))


def test_parts_that_were_not_asked_about():
    """None in a right result stands for a part that was not asked about; None alone is a value."""
    assert (2.0, None) == asked((None, 2.0))
    assert ((None, None), None) == asked((None, None))
    assert (None, 3.0) == asked(None, 3.0)


PLAIN = st.recursive(
    st.one_of(
        st.floats(allow_nan=False),
        st.integers(-(10**6), 10**6),
        st.text(max_size=100),
        st.none(),
        hnp.arrays(float, hnp.array_shapes(min_side=0, max_side=8), elements=st.floats(-9, 9)),
    ),
    lambda children: st.one_of(
        st.lists(children, max_size=9),
        st.dictionaries(st.text(max_size=50), children, max_size=9),
    ),
    max_leaves=9,
)


def same(one, other):
    """Return whether two plain values are equal."""
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return one.shape == other.shape and bool((one == other).all())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return format_value(one) == format_value(other)  # a list equals an array
    return one == other


@given(PLAIN, PLAIN, st.data())
def test_differences_are_seen(value, other, data):
    """Two values that differ never look equal, and no number is a negative zero."""
    if data.draw(st.booleans()) and isinstance(value, np.ndarray) and value.size:
        other = value.copy()
        other.flat[data.draw(st.integers(0, value.size - 1))] += data.draw(st.floats(1e-9, 1))
    assume(not same(value, other))
    texts = format_difference(value, other)
    assert texts[0] != texts[1]
    assert not any(re.search(r"(?<![\w.'])-0(?![.\d])", text) for text in texts if "'" not in text)
