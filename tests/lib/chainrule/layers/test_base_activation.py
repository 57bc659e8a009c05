"""A layer that is an activation keeps shapes, has no weights and does not change its input."""

import numpy as np
from chainrule import layers


def test_the_input_is_not_changed():
    """The forward pass works on a copy, in any shape."""
    x = np.array([[[-1.0, 2.0]]], np.float32)
    layer = layers.Activation("relu")
    assert [[[0.0, 2.0]]] == layer(x).tolist()
    assert [[[-1.0, 2.0]]] == x.tolist()
    assert ([], 0) == (layer.weights, layer.count_params())


def test_the_fused_gradient_passes_unchanged():
    """A gradient at z is the gradient at the input."""
    grad = np.ones((1, 2))
    layer = layers.Activation("sigmoid")
    assert grad is layer.backward_fused(grad, None, needs_input_grad=True)
