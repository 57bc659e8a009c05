"""A student's gradient is judged by slopes, and told what is wrong with it."""

import numpy as np
import pytest
from chainrule_widgets.backpropagation import check_my_gradient
from chainrule_widgets.backpropagation.gradient_check import relative_error

W = [1.0, -2.0, 0.5]


def cubes(w):
    return (w**3).sum()


def test_error_is_the_slides_formula():
    """[3, 4] against [3, 3] is 1 / (5 + √18); two zeros are no error."""
    a, n = np.array([3.0, 4.0]), np.array([3.0, 3.0])
    assert 1 / (5 + 18**0.5) == pytest.approx(relative_error(a, n))
    assert 0.0 == relative_error(0 * a, 0 * n)


def one_wrong(w):
    grad = 3 * w**2
    grad[1] = 0
    return grad


def in_place(w):
    w *= 2
    return w


@pytest.mark.parametrize(
    ("grad", "says"),
    [
        (lambda w: 3 * w**2, "The two gradients agree."),
        (lambda w: np.float32(3) * w.astype("f4") ** 2, "The two gradients agree."),
        (lambda w: 3.00003 * w**2, "almost agree"),
        (lambda w: -3 * w**2, "The sign is wrong"),
        (lambda w: 6 * w**2, "Your gradient is 2 times the numerical gradient, in every entry."),
        (lambda w: 0 * w, "zero everywhere, but the numerical gradient is not"),
        (lambda w: 1 / w, "differ, and not by a common factor"),
        (lambda w: w / 0, "contains NaN or infinity"),
        (one_wrong, "Wrong at entry 1; the others agree."),
        (lambda w: 3 * w[:2] ** 2, "w has the shape (3,), and <lambda> returned the shape (2,)"),
        (lambda w: w[7], "raised IndexError: index 7 is out of bounds"),
        (lambda _: None, "returned None. Add a return statement."),
        (lambda _: "w", "returned str. Return an array"),
        (in_place, "in_place changed the array w in place"),
    ],
)
def test_gradient_is_told_what_it_is(grad, says):
    """Right ones are called right; of the others the simplest fault is named."""
    assert says in repr(check_my_gradient(cubes, grad, W))


@pytest.mark.parametrize(
    ("loss", "says"),
    [
        (lambda w: w, "must return one number, the loss, and returned shape (3,)"),
        (lambda _: 1 / 0, "raised ZeroDivisionError"),
    ],
)
def test_loss_is_told_what_it_is(loss, says):
    """A loss that is none is a sentence too."""
    seen = check_my_gradient(loss, lambda w: w, W)
    assert says in repr(seen)
    assert seen.error is None


def test_matrix_is_welcome():
    """It need not be a vector."""
    assert check_my_gradient(cubes, lambda w: 3 * w**2, np.ones((2, 3))).error < 1e-9


def test_h_is_a_knob():
    """The error of a right gradient grows with h as h²: the third derivative of w³ is 6."""
    seen = check_my_gradient(cubes, lambda w: 3 * w**2, [1.0])
    seen.power = -1.0
    assert 0.01 / (3 + 3.01) == pytest.approx(seen.error, rel=1e-6)
    assert "With this h the numerical gradient is wrong. With 10⁻⁵ the two agree." in repr(seen)
    assert seen.seen["agrees"]


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ((3, cubes, W), TypeError, "needs the loss as a function, and was given int"),
        ((cubes, W, W), TypeError, "needs your gradient as a function, and was given list"),
        ((cubes, cubes, []), ValueError, "w must have 1 to 24 entries, and has 0"),
    ],
)
def test_bad_input_is_told(arguments, error, says):
    """What was given and what is needed, in one sentence."""
    with pytest.raises(error, match=says):
        check_my_gradient(*arguments)
