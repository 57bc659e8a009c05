"""A question has one right choice, and every choice is explained."""

import pytest
from chainrule_widgets import question


def test_words():
    """Without widgets the question and its choices can be read, and the answer cannot."""
    asked = question("Steepest where?", {"at 0": "Yes, there.", "far out": "No."}, right="at 0")
    expected = "Predict, then run. Steepest where?\n(a) at 0\n(b) far out"
    assert expected == repr(asked)


@pytest.mark.parametrize(
    ("choices", "right", "says"),
    [
        ({"a": "x"}, "a", "needs two to six choices, but got 1"),
        ({"a": "x", "b": "y"}, "c", "right='c' must be one of the choices: a, b"),
    ],
)
def test_bad_input_is_told(choices, right, says):
    """A question that nobody could answer is refused."""
    with pytest.raises(ValueError, match=says):
        question("?", choices, right=right)
