"""Half of the images are flipped."""

import numpy as np
import pytest
from chainrule import layers


def test_flip_turns_half_of_the_images():
    """Each image is itself or its mirror image, about as often."""
    images = np.arange(6.0).reshape(1, 2, 3).repeat(400, axis=0)
    out = layers.RandomFlip("horizontal", seed=0)(images, training=True)
    turned = (out == images[:, :, ::-1]).all(axis=(1, 2))
    assert (turned | (out == images).all(axis=(1, 2))).all()
    assert 0.5 == pytest.approx(turned.mean(), abs=0.1)
