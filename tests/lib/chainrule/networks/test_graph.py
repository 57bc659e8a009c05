"""A graph lists nodes in the order of computation, and layers by their depth."""

import pytest
from chainrule import layers
from chainrule.models import Graph


def test_every_node_follows_its_inputs():
    """However the branches are given, what a node needs comes before it."""
    x = layers.Input((2,), name="x")
    a = layers.Dense(2, name="a")(x)
    b = layers.Dense(2, name="b")(a)
    out = layers.Add(name="sum")([b, x, a])
    graph = Graph([x], [out])
    seen = {id(x)}
    for node in graph.nodes:
        assert all(id(tensor) in seen for tensor in node.inputs)
        seen.add(id(node.output))
    assert ["x", "a", "b", "sum"] == [layer.name for layer in graph.layers]


def test_only_what_is_between_is_in_it():
    """Layers before the inputs, and beside the outputs, are left out."""
    x = layers.Input((2,))
    middle = layers.Dense(2, name="before")(x)
    out = layers.Dense(2, name="inside")(middle)
    layers.Dense(2, name="beside")(middle)
    names = [node.layer.name for node in Graph([middle], [out]).nodes]
    assert ["inside"] == names


def test_errors():
    """A missing input and a name that is used twice are told."""
    x, y = layers.Input((2,), name="x"), layers.Input((2,), name="y")
    with pytest.raises(ValueError, match="y is needed and not among"):
        Graph([x], [layers.Add()([x, y])])
    twice = layers.Dense(2, name="d")(layers.Dense(2, name="d")(x))
    with pytest.raises(ValueError, match="its own name.*'d'"):
        Graph([x], [twice])
