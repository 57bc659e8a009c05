"""All weights in one vector."""

import numpy as np
import pytest
from chainrule import layers
from chainrule.trainers.parameters import Parameters


def built(**options):
    """A layer with four weights."""
    layer = layers.Dense(1, dtype="float64", **options)
    layer.connect((3,))
    return layer


def test_layers_have_views_into_the_vector():
    """Changing the vector changes the layers; trainable weights come first."""
    frozen, layer = built(trainable=False), built()
    frozen.set_weights([np.full((3, 1), 7.0), [7.0]])
    parameters = Parameters([frozen, layer])
    parameters.trainable_vector[:] = [1.0, 2.0, 3.0, 4.0]
    assert [[1.0], [2.0], [3.0]] == layer.kernel.value.tolist()
    assert [4.0] == layer.bias.value.tolist()
    assert [[7.0]] * 3 == frozen.kernel.value.tolist()
    assert frozen.kernel.gradient is None


def test_gradients_are_copies():
    """The gradients have the weights' shapes, and stay when the next ones are written."""
    layer = built()
    parameters = Parameters([layer])
    layer.kernel.gradient[:] = 5.0
    kernel, bias = parameters.gradients()
    layer.kernel.gradient[:] = 0.0
    assert ([[5.0]] * 3, [0.0]) == (kernel.tolist(), bias.tolist())


def test_another_owner_is_noticed():
    """The vector is not intact once another one has taken over."""
    layer = built()
    first = Parameters([layer])
    assert first.intact
    assert Parameters([layer]).intact
    assert not first.intact


def test_one_dtype():
    """Layers of different dtypes cannot be in one vector."""
    other = layers.Dense(1, dtype="float32")
    other.connect((3,))
    with pytest.raises(ValueError, match="one dtype"):
        Parameters([built(), other])
