"""A student's perceptron is compared with the library's, and differences are reported."""

import sys

import numpy as np
import pytest
from chainrule_widgets.perceptron import OwnPerceptron


def right(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))


def wrong_sign(X, w, b):
    return right(X, w, -b)


def changes_its_input(X, w, b):
    X -= 1
    return right(X, w, b)


def returns_nothing(X, w, b):
    right(X, w, b)


def says_yes(X, w, b):
    return "yes"


def ends(X, w, b):
    sys.exit()


def test_right_one_agrees_everywhere():
    """Written another way than the library's, in 64 or in 32 bits, it is right."""
    assert "same" == OwnPerceptron(right).seen["verdict"]
    narrow = OwnPerceptron(lambda X, w, b: right(X.astype("f4"), w.astype("f4"), b))
    assert "same" == narrow.seen["verdict"]


def test_field_of_the_library():
    """The first of the two fields is σ(w₀ + w₁ x₁ + w₂ x₂), the lowest row first."""
    theirs, yours = np.frombuffer(OwnPerceptron(right).arrays[0], "<f4").reshape(2, 41, 41)
    assert 1 / (1 + np.exp(-(1 + 3 * -3 - 2 * 3))) == pytest.approx(theirs[-1, 0], rel=1e-5)
    np.testing.assert_allclose(theirs, yours, rtol=1e-5)


def test_wrong_one_is_shown_where_it_is_most_wrong():
    """With −b the two differ by up to |σ(½·2) − σ(−½·2)|: at z = 1 against −1."""
    seen = OwnPerceptron(wrong_sign).seen
    x1, x2 = seen["at"]
    assert 0 == pytest.approx(3 * x1 - 2 * x2, abs=0.31)
    assert "wrong_sign returns 0.2689, the library returns 0.7311" in seen["says"]


@pytest.mark.parametrize(
    ("mine", "says"),
    [
        (changes_its_input, "changes_its_input changed the table X in place. Return a new array"),
        (ends, "ends raised SystemExit."),
        (returns_nothing, "returned None. Add a return statement."),
        (
            lambda X, w, b: right(X, w.reshape(2, 1), b),
            "shape (1681, 1). Return an array of shape (1681,)",
        ),
        (lambda X, w: X @ w, "takes 2 positional arguments but 3 were given"),
        (says_yes, "says_yes returned str. Return an array"),
    ],
)
def test_unusable_functions_are_told_why(mine, says):
    """Whatever the function does, one sentence is left of it."""
    seen = OwnPerceptron(mine)
    assert "unusable" == seen.seen["verdict"]
    assert says in repr(seen)


def test_not_a_number_is_wrong():
    """NaN is found, and named as such."""
    seen = OwnPerceptron(lambda X, w, b: np.where(X[:, 0] > 2.9, np.nan, right(X, w, b))).seen
    assert ("parts", 41) == (seen["verdict"], seen["wrong"])
    assert "returns NaN" in seen["says"]


def test_bad_input_is_told():
    """A result instead of a function gets a sentence with the remedy."""
    with pytest.raises(TypeError, match="write its name without brackets"):
        OwnPerceptron(np.ones(3))
