"""The memory of batch norm is a geometric mean of what it saw, and arrives as 1 − momentumᵏ."""

import numpy as np
import pytest
from chainrule_widgets.normalization import MovingAverages
from chainrule_widgets.normalization.moving_averages import _batches


def test_memory_is_the_weighted_sum_of_the_batches():
    """After k batches: Σ (1 − m) m^(k−1−i) · mean of batch i, and for the variance 1 · mᵏ more."""
    seen = MovingAverages(0.9, batches=30).seen
    weights = 0.1 * 0.9 ** np.arange(29, -1, -1)
    batches = _batches()[:30, :, 0]
    assert weights @ batches.mean(axis=1) == pytest.approx(seen["means"][30], abs=1e-4)
    expected = weights @ batches.var(axis=1) + 0.9**30
    assert expected == pytest.approx(seen["variances"][30], abs=1e-4)
    assert 1 - 0.9**30 == pytest.approx(seen["arrived"])


def test_half_of_the_way_takes_69_batches():
    """0.99 to the power 69 is one half."""
    assert 0.5 == pytest.approx(MovingAverages(0.99, batches=69).seen["arrived"], abs=1e-3)


def test_training_is_centred_and_inference_only_when_the_memory_has_arrived():
    """By its own statistics a batch has mean 0 and deviation 1; by a young memory it has not."""
    young, old = MovingAverages(0.99, batches=0).seen, MovingAverages(0.99, batches=500).seen
    for seen in (young, old):
        np.testing.assert_allclose(0, np.mean(seen["training"]), atol=1e-3)
        np.testing.assert_allclose(1, np.std(seen["training"]), atol=1e-2)
    np.testing.assert_allclose(_batches()[0, :, 0] / np.sqrt(1.001), young["inference"], atol=1e-3)
    assert abs(np.mean(old["inference"])) < 0.6


def test_words():
    """The sentence has the moving mean at the place of the slider."""
    assert "momentum 0.99, after 0 batches: the moving mean is 0 of 4" in repr(
        MovingAverages(batches=0)
    )
