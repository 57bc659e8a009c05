"""Metrics with and without weights."""

import numpy as np
import pytest
from chainrule import metrics

RNG = np.random.default_rng(0)


X, Y = RNG.normal(size=(20, 3)), RNG.normal(size=(20, 1))


def test_metrics_and_weighted_metrics(linear):
    """Plain metrics do not look at weights, weighted ones do."""
    model = linear(metrics=["mae"], weighted_metrics=[metrics.MeanLoss("mae", "weighted")])
    weights = np.arange(20.0)
    found = model.evaluate(X, Y, sample_weight=weights, return_dict=True)
    assert np.abs(Y).mean() == pytest.approx(found["mae"])
    assert (weights * np.abs(Y[:, 0])).sum() / weights.sum() == pytest.approx(found["weighted"])
