"""The leaky ReLU as a layer."""

import numpy as np
import pytest
from chainrule import activations, layers


@pytest.mark.parametrize("slope", [0.0, 0.3, 1.0])
def test_output_and_gradient(slope):
    """Positive entries pass, others are multiplied by the slope; so is their gradient."""
    layer = layers.LeakyReLU(slope, dtype="float64")
    out, cache = layer.forward(np.array([[-2.0, 0.0, 3.0]]), training=True)
    assert [[-2 * slope, 0.0, 3.0]] == out.tolist()
    grad = layer.backward(np.ones((1, 3)), cache, needs_input_grad=True)
    assert [[slope, slope, 1.0]] == grad.tolist()


def test_two_defaults():
    """The layer's slope is Keras's 0.3, the function's is the slides' 0.1."""
    assert (0.3, 0.1) == (layers.LeakyReLU().negative_slope, activations.leaky_relu.negative_slope)
