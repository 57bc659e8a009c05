"""Squares and bars are the losses' own, and the best lines are the best."""

import numpy as np
import pytest
from chainrule_widgets.losses import ErrorAreas

X = np.array([1.0, 2.0, 3.0, 4.5, 6.0, 7.0, 8.0, 9.0])
OUTLIER = [2.5, 3.5, 3.0, 4.0, 5.5, 5.0, 6.5, 0.3]


def test_losses_by_hand():
    """Both means, and each point's part, are the formulas'."""
    seen = ErrorAreas(ends=(1.0, 6.0)).seen
    error = 1 + X / 2 - np.array(seen["y"])
    assert np.mean(error**2) == pytest.approx(seen["losses"]["mse"])
    assert np.mean(np.abs(error)) == pytest.approx(seen["losses"]["mae"])
    np.testing.assert_allclose(error**2, seen["mse_each"])
    np.testing.assert_allclose(np.abs(error), seen["mae_each"])


def test_least_squares_line_is_polyfit_s():
    """The line of least MSE is the one that NumPy fits."""
    slope, start = np.polyfit(X, OUTLIER, 1)
    assert [start, start + 10 * slope] == pytest.approx(ErrorAreas(y=OUTLIER).seen["fitted"]["mse"])


def test_no_line_has_a_smaller_mean_distance():
    """A fine grid of lines finds none below the line of least MAE."""
    left, right = np.meshgrid(np.linspace(0, 10, 201), np.linspace(0, 10, 201))
    heights = left[..., None] + (right - left)[..., None] * X / 10
    least = np.abs(heights - OUTLIER).mean(axis=-1).min()
    assert ErrorAreas(y=OUTLIER).seen["least"]["mae"] <= least + 1e-12


def test_only_squares_chase_the_outlier():
    """Dragging one point down turns the line of squares and hardly that of distances."""
    areas = ErrorAreas()
    before = areas.seen["fitted"]
    areas.y = OUTLIER
    after = areas.seen["fitted"]
    turned = {name: abs(after[name][1] - before[name][1]) for name in ("mse", "mae")}
    assert turned["mse"] > 2
    assert turned["mae"] < 0.7


def test_words_and_bad_input():
    """The sentence has both means; points that cannot be fitted are told."""
    assert "the MSE is 1.243, the MAE is 1.006" in repr(ErrorAreas())
    with pytest.raises(ValueError, match="each with a different x and a y"):
        ErrorAreas(x=[1, 1, 2], y=[1, 2, 3])
    with pytest.raises(ValueError, match="given 3 x and 2 y"):
        ErrorAreas(x=[1, 2, 3], y=[1, 2])
