"""An activation function as a layer."""

import numpy as np
import pytest
from chainrule import activations, layers

Z = np.array([[-2.0, 0.0, 0.5, 3.0]])


@pytest.mark.parametrize("name", ["step", "linear", "sigmoid", "tanh", "relu", "softmax"])
def test_the_layer_is_the_function(name):
    """Name or function give the same layer, which returns what the function returns."""
    function = activations.get(name)
    for given in (name, function):
        found = layers.Activation(given, dtype="float64")(Z)
        np.testing.assert_allclose(function(Z), found, rtol=1e-12)
