"""Every phrase that a check can say is said where it is true."""

import numpy as np
import pytest
from chainrule_grader.judging.comparison import differences
from chainrule_grader.judging.messages import sentence
from chainrule_grader.judging.relations import Pair
from chainrule_grader.judging.task import Observation
from chainrule_worker.calls.call import Outcome
from chainrule_worker.handles import ObjectHandle
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

SQUARE = np.array([[1.5, 2.25], [-3.5, 4.0]])
TABLE = np.array([[1.5, 2.25, -1.0], [-3.5, 4.0, 0.5], [7.0, 8.0, 9.5]])
SIGNS = np.array([[0.5, -1.0, 2.0], [1.5, 0.25, -0.75], [-2.0, 3.0, 1.0]])
WRONG = "f gives the wrong numbers"


def said(expected, actual, *args):
    """The sentence for a result."""
    found = differences(expected, actual, 1e-6)
    if found.aspect != "value":
        return sentence("f", found, [])
    z = np.asarray(args[0]) if args and np.shape(args[0]) == np.shape(expected) else None
    wanted, got = np.asarray(found.expected, float), np.asarray(found.actual, float)
    pair = Pair(wanted, got, 1e-6, z)
    return sentence("f", found, [pair])


@pytest.mark.parametrize(
    ("expected", "actual", "words"),
    [
        (SQUARE, SQUARE + 1, f"{WRONG}: each is off by exactly 1."),
        (SQUARE, SQUARE - 0.25, f"{WRONG}: each is off by exactly -0.25."),
        (SQUARE, -SQUARE, f"{WRONG}: each has the wrong sign."),
        (SQUARE, np.trunc(SQUARE), f"{WRONG}: each is cut off to an integer."),
        (SQUARE, SQUARE.astype(int), f"{WRONG}: each is cut off to an integer."),
        (SQUARE, SQUARE.T, f"{WRONG}: they are transposed."),
        (SQUARE, 2 * SQUARE, f"{WRONG}: each is 2 times what it should be."),
        (SQUARE, SQUARE / 2, f"{WRONG}: each is 0.5 times what it should be."),
        (SQUARE, SQUARE[::-1], f"{WRONG}: they are the right ones in another order."),
        (TABLE, TABLE * [[1], [0], [0]], f"{WRONG}: only the first row is right."),
        (TABLE, TABLE * [[1], [1], [0]], f"{WRONG}: only the last row is wrong."),
        (TABLE, TABLE**2, f"{WRONG}: each is the square of what it should be."),
        (SQUARE, np.round(SQUARE), f"{WRONG}: each is rounded to an integer."),
        (SQUARE, SQUARE * 0 + 7, f"{WRONG}: each is 7, whatever the input."),
        (np.array(2.0), 4.0, f"{WRONG}: those that are wrong are too large."),
        (SQUARE, None, "f gives None: is the return missing?"),
        (SQUARE, "x", "f gives something of type str where an array of numbers is needed."),
        (
            SQUARE,
            ObjectHandle(0, "set"),
            "f gives something of type set where an array of numbers is needed.",
        ),
        (SQUARE, {"a": 1}, "f gives a dict of 1 where an array of numbers is needed."),
        ({"a": 1}, SQUARE, "f gives an array of numbers where a dict of 1 is needed."),
        (
            SQUARE,
            np.ones(3),
            "f gives an array of shape (3,) where (2, 2) is needed.",
        ),
        (
            TABLE[:2],
            TABLE[:2].T,
            "f gives an array of shape (3, 2) where (2, 3) is needed: it is transposed.",
        ),
        (
            TABLE[:2],
            np.ones((3, 2)),
            "f gives an array of shape (3, 2) where (2, 3) is needed.",
        ),
        (SQUARE, SQUARE * np.nan, "f gives nan (not a number) where a finite number is needed."),
        (SQUARE, SQUARE * np.inf, "f gives inf (infinity) where a finite number is needed."),
        (
            {"W": SQUARE},
            {"W": -SQUARE},
            "f(…)['W'] gives the wrong numbers: each has the wrong sign.",
        ),
    ],
)
def test_sentences(expected, actual, words):
    """The most specific thing that is true of the whole result is said."""
    assert words == said(expected, actual)


Z = np.array([-40.0, -2.0, 0.0, 1.0, 50.0])
RIGHT = np.array([0.5, 1.75, 0.25, 4.5, 3.0])


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Z == 0, "at exactly 0"),
        (Z < 0, "for negative numbers"),
        (Z > 0, "for positive numbers"),
        (np.abs(Z) >= 30, "for numbers of large size"),
    ],
)
def test_right_except(where, words):
    """Where the wrong ones share a property of the input, that is said."""
    wrong = np.where(where, RIGHT**2 + [7, 8, 9, 10, 11], RIGHT)
    assert f"{WRONG}: they are right except {words}." == said(RIGHT, wrong, Z)


def test_right_except_nothing_in_common():
    """Where they share none, nothing is made up."""
    wrong = RIGHT + np.array([0, 1, 0, -3, 0])
    assert f"{WRONG}." == said(RIGHT, wrong, Z)


def test_an_input_that_was_spoiled():
    """Right numbers do not hide what happened to the input."""
    found = differences(1.0, 2.0, 1e-6)
    changed = type(found)("changed", 1.0, 1.0)
    words = sentence("f", changed, Observation("all", "f(z)", Outcome(1.0)))
    assert "The numbers are right, but f writes into its input and spoils it." == words


@given(
    hnp.arrays(float, (2, 3), elements=st.floats(-1e3, 1e3)),
    hnp.arrays(float, (2, 3), elements=st.floats(allow_nan=False, allow_infinity=False)),
)
def test_numbers_of_any_size_get_a_sentence_without_a_warning(expected, actual):
    """However far off a result is, the check itself does not overflow."""
    if differences(expected, actual, 1e-6) is not None:
        assert said(expected, actual, expected).startswith(WRONG)
