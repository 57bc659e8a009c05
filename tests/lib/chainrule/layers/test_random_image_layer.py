"""Images change while training only."""

import numpy as np
import pytest
from chainrule import layers

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("layer", [layers.RandomFlip(), layers.RandomTranslation(0.3, 0.3)])
def test_augmentation_is_off_at_inference(layer):
    """Images pass unchanged outside of training."""
    images = RNG.normal(size=(3, 4, 4, 2)).astype("float32")
    assert images.tolist() == layer(images).tolist()
