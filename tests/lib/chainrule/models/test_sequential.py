"""Layers are added and removed."""

import numpy as np
from chainrule import layers, models


def test_pop_and_add_keep_the_weights():
    """A head may be taken off and another put on."""
    model = models.Sequential([layers.Dense(4, input_shape=(3,)), layers.Dense(1)])
    kept = model.layers[0].get_weights()[0]
    assert isinstance(model.pop(), layers.Dense)
    model.add(layers.Dense(2))
    assert (5, 2) == model.predict(np.ones((5, 3))).shape
    assert kept.tolist() == model.layers[0].get_weights()[0].tolist()
