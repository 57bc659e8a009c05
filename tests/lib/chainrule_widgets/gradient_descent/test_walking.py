"""A walk is the library's, step by step, and ends where there is nothing more to follow."""

import numpy as np
import pytest
from chainrule.optimizers import SGD
from chainrule_widgets.gradient_descent.numerals import written
from chainrule_widgets.gradient_descent.walking import descend, first_climb


def test_path_is_the_closed_form():
    """On w²/2 the weight is (1 − η)ᵗ times what it was."""
    path = descend(SGD(0.3), lambda w: w, [2.0, -1.0], 5)
    np.testing.assert_allclose(0.7 ** np.arange(6)[:, None] * [2.0, -1.0], path)


def test_walk_that_leaves_is_followed_no_more():
    """Beyond a million the rest of the path is not a number, and nothing warns."""
    path = descend(SGD(100.0), lambda w: w**3, 3.0, 20)
    assert np.isnan(path[-1])
    assert np.isfinite(path[:2]).all()


@pytest.mark.parametrize(
    ("heights", "step"),
    [([3, 2, 1], None), ([3, 2, 2.5, 1], 2), ([1, 2], 1), ([1, 1, 1], None), ([5], None)],
)
def test_first_climb(heights, step):
    """Steps are counted from 1, and level ground is no climb."""
    assert step == first_climb(heights)


@pytest.mark.parametrize(
    ("value", "text"),
    [(np.nan, "NaN"), (-np.inf, "−∞"), (0.0, "0"), (1234.6, "1230"), (-4e-5, "−4.0·10⁻⁵")],
)
def test_written(value, text):
    """Numbers are written as people do."""
    assert text == written(value)
