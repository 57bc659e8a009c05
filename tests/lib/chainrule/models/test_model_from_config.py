"""A model from plain data."""

import pytest
from chainrule import layers, models
from chainrule.models.graph_config import graph_config
from chainrule.models.model_from_config import model_from_config


def functional():
    """Two inputs, a shared layer and a sum."""
    a, b = layers.Input((2,), name="a"), layers.Input((2,), name="b")
    shared = layers.Dense(2, name="shared")
    return models.Model([a, b], [layers.Add(name="sum")([shared(a), shared(b)]), shared(b)])


def sequential():
    """Two layers."""
    return models.Sequential([layers.Dense(3, "relu", input_shape=(2,)), layers.Dense(1)])


@pytest.mark.parametrize("make", [functional, sequential])
def test_the_description_is_kept(make):
    """A model that is made from a description has the same description, class and name."""
    model = make()
    again = model_from_config(graph_config(model))
    assert graph_config(model) == graph_config(again)
    assert (type(model), model.name) == (type(again), again.name)
    assert [w.shape for w in model.weights] == [w.shape for w in again.weights]
