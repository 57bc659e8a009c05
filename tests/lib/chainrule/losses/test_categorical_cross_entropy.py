"""The categorical cross-entropy of one-hot targets."""

import numpy as np
import pytest
from chainrule import losses
from chainrule.activations import softmax
from chainrule.losses.categorical_cross_entropy import log_softmax

Z = np.random.default_rng(0).normal(size=(4, 3))
Y = np.eye(3)[[0, 2, 1, 1]]


def test_log_softmax_is_the_logarithm():
    """It is log softmax(z), and finite where softmax is 0."""
    np.testing.assert_allclose(np.log(softmax(Z)), log_softmax(Z), rtol=1e-12)
    assert [-1000.0, 0.0] == log_softmax(np.array([0.0, 1000.0])).tolist()


def test_logits_are_the_same_loss():
    """Scores and probabilities give one loss, and (softmax(z) − y) / n is the gradient."""
    logits = losses.CategoricalCrossentropy(from_logits=True)
    assert losses.CategoricalCrossentropy()(Y, softmax(Z)) == pytest.approx(logits(Y, Z))
    np.testing.assert_allclose((softmax(Z) - Y) / 4, logits.gradient(Y, Z), rtol=1e-12)


def test_fused_with_softmax_is_the_chain_rule():
    """The gradient at z is the one at p, multiplied by softmax's Jacobian."""
    loss, p = losses.CategoricalCrossentropy(), softmax(Z)
    _, grad = loss.value_and_gradient(Y, p, is_fused=True)
    expected = np.einsum("nij,nj->ni", softmax.derivative(Z), loss.gradient(Y, p))
    np.testing.assert_allclose(expected, grad, rtol=1e-10, atol=1e-15)


def test_rows_are_divided_by_their_sum():
    """Predictions that sum to 2 have the loss of their halves."""
    loss, p = losses.CategoricalCrossentropy(), softmax(Z)
    assert loss(Y, p) == pytest.approx(loss(Y, 2 * p), rel=1e-12)
