"""Batch normalization in training and at inference."""

import numpy as np
from chainrule import layers

RNG = np.random.default_rng(0)


def test_batch_normalization_follows_the_batches():
    """The moving averages become those of the data, and inference uses them."""
    layer = layers.BatchNormalization(momentum=0.5, dtype="float64")
    x = 3 + 2 * RNG.normal(size=(50, 2))
    for _ in range(60):
        layer(x, training=True)
    np.testing.assert_allclose(layer.get_weights()[2:], [x.mean(0), x.var(0)], rtol=1e-12)
    np.testing.assert_allclose(layer(x), (x - x.mean(0)) / np.sqrt(x.var(0) + 1e-3), rtol=1e-9)


def test_frozen_batch_normalization_is_inference():
    """A frozen layer does not look at the batch, as in Keras."""
    layer = layers.BatchNormalization(trainable=False, dtype="float64")
    x = RNG.normal(size=(5, 2))
    np.testing.assert_allclose(layer(x, training=True), x / np.sqrt(1 + 1e-3), rtol=1e-14)
