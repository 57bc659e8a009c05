"""Noise while training."""

import numpy as np
import pytest
from chainrule import layers


def test_noise_has_its_deviation():
    """40,000 draws have mean 0 and the deviation, and inference adds nothing."""
    layer = layers.GaussianNoise(0.5, seed=0, dtype="float64")
    x = np.full((200, 200), 3.0)
    noise = layer(x, training=True) - x
    assert 0.0 == pytest.approx(noise.mean(), abs=0.01)
    assert 0.5 == pytest.approx(noise.std(), rel=0.02)
    assert x.tolist() == layer(x).tolist()


def test_the_gradient_passes_unchanged():
    """∂(x + noise)/∂x = 1."""
    layer = layers.GaussianNoise(1.0)
    _, cache = layer.forward(np.ones((1, 2), np.float32), training=True)
    grad = np.array([[2.0, 3.0]])
    assert [[2.0, 3.0]] == layer.backward(grad, cache, needs_input_grad=True).tolist()
