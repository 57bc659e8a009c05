"""A layer that ends in an activation can start its backward pass before the activation."""

import numpy as np
import pytest
from chainrule import layers

X = np.random.default_rng(0).normal(size=(4, 3))


@pytest.mark.parametrize(
    "layer",
    [
        layers.Dense(2, "sigmoid", dtype="float64"),
        layers.Activation("tanh", dtype="float64"),
        layers.LeakyReLU(dtype="float64"),
    ],
)
def test_backward_is_fused_backward_after_the_activation(layer):
    """The gradient at z, given directly, leads to the same gradient at the input."""
    assert isinstance(layer, layers.ActivatedLayer)
    out = layer(X)
    grad = np.random.default_rng(1).normal(size=out.shape)
    _, cache = layer.forward(X, training=True)
    expected = layer.backward(grad.copy(), cache, needs_input_grad=True)
    at_z = layer.activation.backward(grad.copy(), out)
    found = layer.backward_fused(at_z, cache, needs_input_grad=True)
    np.testing.assert_allclose(expected, found, rtol=1e-12)
