"""The slides' numbers, and what is done with others."""

import numpy as np
import pytest
from chainrule_widgets.gradient_descent import OneWeight


def test_slides_numbers():
    """From w = 0.5 with α = 0.1: 1.7, 1.76, 2.192."""
    assert [0.5, 1.7, 1.76, 2.192] == pytest.approx(OneWeight().path)


def test_rows_are_the_problem_set_s_table():
    """Error and slope of each pair, as worked out by hand."""
    rows = np.frombuffer(OneWeight().arrays[0], "<f8").reshape(3, 7)
    np.testing.assert_allclose([9, 0.09, 0.5184], rows[:, 3])
    np.testing.assert_allclose([-12, -0.6, -4.32], rows[:, 4])
    np.testing.assert_allclose((rows[:, 0] * rows[:, 5] - rows[:, 1]) ** 2, rows[:, 6])


def test_knobs_are_traits():
    """A new start or rate from code is stepped at once."""
    seen = OneWeight()
    seen.w, seen.learning_rate = 2.0, 0.05
    assert [2.0, 2.0, 2.0, 2.0] == seen.path
    assert 2.0 == np.frombuffer(seen.arrays[0], "<f8")[2]
    assert "w = 2 → 2 → 2 → 2" in repr(seen)


@pytest.mark.parametrize("bad", [[], [(1, 2, 3)], [(1, 2)] * 7])
def test_bad_pairs_are_told(bad):
    """What was given and what is needed, in one sentence."""
    with pytest.raises(ValueError, match=r"needs one to six pairs \(x, y\), and was given"):
        OneWeight(bad)
