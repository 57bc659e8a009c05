"""The binary cross-entropy."""

import numpy as np
import pytest
from chainrule import losses

LOGITS = losses.BinaryCrossentropy(from_logits=True)
P = np.array([0.1, 0.5, 0.8])
Y = np.array([0.0, 1.0, 1.0])


def test_logits_are_the_same_loss():
    """With z = log(p / (1 − p)) both forms give one loss, and σ(z) − y is the gradient."""
    z = np.log(P / (1 - P))
    assert losses.BinaryCrossentropy()(Y, P) == pytest.approx(LOGITS(Y, z), rel=1e-12)
    np.testing.assert_allclose((P - Y) / 3, LOGITS.gradient(Y, z), rtol=1e-12)


def test_fused_with_sigmoid_is_the_chain_rule():
    """The gradient at z is the one at p, multiplied by σ′ = p (1 − p)."""
    loss = losses.BinaryCrossentropy()
    value, grad = loss.value_and_gradient(Y, P, is_fused=True)
    assert loss(Y, P) == pytest.approx(value, rel=1e-12)
    np.testing.assert_allclose(loss.gradient(Y, P) * P * (1 - P), grad, rtol=1e-12)


def test_smoothing_moves_the_targets():
    """Y becomes y (1 − s) + s/2."""
    smooth = losses.BinaryCrossentropy(label_smoothing=0.2)
    assert losses.BinaryCrossentropy()(0.8 * Y + 0.1, P) == pytest.approx(smooth(Y, P), rel=1e-12)


def test_a_clipped_probability_has_no_gradient():
    """At p = 0 the loss is −log 1e-7, and it does not change with p."""
    loss = losses.BinaryCrossentropy()
    assert -np.log(1e-7) == pytest.approx(loss([1.0], [0.0]))
    assert [0.0] == loss.gradient([1.0], [0.0]).tolist()
