"""The mean absolute error."""

import numpy as np
import pytest
from chainrule import losses

LOSS = losses.MeanAbsoluteError()


def test_closed_form():
    """|0 − 1|, |1 − 3| and |2 − 2| have the mean 1; the gradient is the sign, divided by 3."""
    y, p = [0.0, 1.0, 2.0], [1.0, 3.0, 2.0]
    assert 1.0 == LOSS(y, p)
    assert pytest.approx([1 / 3, 1 / 3, 0.0]) == LOSS.gradient(y, p)


def test_an_outlier_counts_linearly():
    """An error ten times as large is a loss ten times as large, with the same gradient."""
    assert 10 * LOSS([0.0], [1.0]) == LOSS([0.0], [10.0])
    assert LOSS.gradient([0.0], [1.0]) == LOSS.gradient([0.0], [10.0])


def test_each_example_has_its_mean():
    """The function averages over the last axis only."""
    found = losses.mean_absolute_error(np.zeros((2, 4)), [[1.0] * 4, [2.0, 0.0, 0.0, 0.0]])
    assert [1.0, 0.5] == found.tolist()
