"""The dense layer is a matrix product."""

import numpy as np
from chainrule import layers

RNG = np.random.default_rng(0)


def test_dense_is_the_matrix_form():
    """A dense layer is g(X W + b), over all leading axes."""
    layer = layers.Dense(3, activation="tanh", dtype="float64")
    x = RNG.normal(size=(2, 5, 4))
    out = layer(x)
    kernel, bias = layer.get_weights()
    np.testing.assert_allclose(out, np.tanh(x @ kernel + bias), rtol=1e-12)
