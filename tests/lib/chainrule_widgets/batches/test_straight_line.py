"""The line's loss, its gradients and its walks agree with formulas and with the library's fit."""

import numpy as np
import pytest
from chainrule_widgets.batches.straight_line import (
    COUNT,
    X,
    Y,
    descent,
    gradient_of_each,
    loss_at,
    lowest,
    neuron,
)

W = np.array([0.5, -1.0])


def test_loss_is_the_mean_square():
    """One loss for each row of weights."""
    expected = [np.mean((w0 + w1 * X[:, 0] - Y) ** 2) for w0, w1 in [W, 2 * W]]
    np.testing.assert_allclose(expected, loss_at(np.array([W, 2 * W])))


def test_each_gradient_is_the_library_s():
    """The slope of one example is what a model finds for a batch of one."""
    _, (kernel, bias) = neuron(0.1, W).gradients(X[[7]], Y[[7]])
    assert [bias.item(), kernel.item()] == pytest.approx(gradient_of_each(W)[7].tolist())


def test_nothing_is_below_the_lowest():
    """At the lowest point the mean gradient is zero."""
    np.testing.assert_allclose(0, gradient_of_each(lowest()).mean(axis=0), atol=1e-12)


def test_batch_descent_is_the_closed_form():
    """With all examples in a batch, w − w* shrinks by I − η H, whatever the shuffle."""
    features = np.column_stack([np.ones(COUNT), X[:, 0]])
    shrink = np.eye(2) - 0.1 * 2 * features.T @ features / COUNT
    expected = lowest() + np.linalg.matrix_power(shrink, 5) @ (W - lowest())
    np.testing.assert_allclose(expected, descent(COUNT, 0.1, 5, 3, W)[-1])


def test_path_has_every_step():
    """The start and one place for each step."""
    path = descent(8, 0.1, 20, 0, W)
    assert (21, 2) == path.shape
    assert W.tolist() == path[0].tolist()
