"""The mean over examples."""

import numpy as np
import pytest
from chainrule.metrics import MeanMetric


class First(MeanMetric):
    """The first entry of each prediction."""

    def per_example(self, y_true, y_pred):  # noqa: ARG002
        return y_pred[:, 0]


def test_plain_and_weighted_mean():
    """Sample weights weigh; a column of them is a vector of them."""
    p, w = np.array([[1.0], [3.0]]), np.array([3.0, 1.0])
    assert 2.0 == First("f")(p, p)
    assert 1.5 == First("f")(p, p, w) == First("f")(p, p, w[:, np.newaxis])


def test_nothing_seen_is_zero():
    """Before the first batch, and after a reset, the result is 0."""
    metric = First("f")
    assert 0.0 == metric.result()
    metric(np.ones((1, 1)), np.ones((1, 1)))
    metric.reset_state()
    assert 0.0 == pytest.approx(metric.result())
