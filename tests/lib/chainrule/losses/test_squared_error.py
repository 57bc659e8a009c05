"""The mean squared error."""

import numpy as np
import pytest
from chainrule import losses

LOSS = losses.MeanSquaredError()


def test_closed_form():
    """1², 2² and 0² have the mean 5/3; the gradient is 2 (ŷ − y) / 3."""
    y, p = [0.0, 1.0, 2.0], [1.0, 3.0, 2.0]
    assert 5 / 3 == pytest.approx(LOSS(y, p))
    assert pytest.approx([2 / 3, 4 / 3, 0.0]) == LOSS.gradient(y, p)


def test_an_outlier_counts_quadratically():
    """An error ten times as large is a loss a hundred times as large."""
    assert 100 * LOSS([0.0], [1.0]) == LOSS([0.0], [10.0])


def test_the_mean_has_the_least_loss():
    """No constant prediction is better than the mean of the targets."""
    y = np.random.default_rng(0).normal(size=50)
    best = LOSS(y, np.full(50, y.mean()))
    assert all(best < LOSS(y, np.full(50, y.mean() + shift)) for shift in (-0.1, 0.1))
