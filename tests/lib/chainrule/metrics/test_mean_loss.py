"""A loss as a metric."""

import numpy as np
import pytest
from chainrule import losses, metrics

Y, P = np.array([[0.0], [1.0], [2.0]]), np.array([[1.0], [3.0], [2.0]])


@pytest.mark.parametrize("name", ["mse", "mae"])
def test_mean_over_batches_is_the_loss(name):
    """Batches of different sizes give the loss of all examples."""
    metric = metrics.MeanLoss(name)
    metric(Y[:1], P[:1])
    assert float(losses.get(name)(Y, P)) == pytest.approx(metric(Y[1:], P[1:]))


def test_less_is_better():
    """Callbacks look for a smaller value."""
    assert ("min", "max") == (metrics.MeanLoss("mse").direction, metrics.Accuracy().direction)
