"""The functional model."""

import numpy as np
import pytest
from chainrule import layers, models


def test_a_graph_of_two_inputs_is_its_formula():
    """Y = [a, b] W: the model computes what its layers compute."""
    a, b = layers.Input((1,)), layers.Input((2,))
    head = layers.Dense(1, use_bias=False, dtype="float64")
    model = models.Model([a, b], head(layers.Concatenate(dtype="float64")([a, b])))
    model.set_weights([[[1.0], [10.0], [100.0]]])
    assert [[321.0]] == model.predict([np.array([[1.0]]), np.array([[2.0, 3.0]])]).tolist()


@pytest.mark.parametrize("given", [3, "x", None, [layers.Input((1,)), 3]])
def test_inputs_must_be_symbolic(given):
    """Anything else gets a sentence."""
    with pytest.raises(TypeError, match="Model needs symbolic tensors as inputs"):
        models.Model(given, layers.Input((1,)))
