"""Any model is drawn as it is wired, and what flows is what the model predicts."""

import numpy as np
import pytest
from chainrule import layers, models
from chainrule_widgets.networks import ModelGraph


@pytest.fixture
def forked():
    """Two inputs, one of which takes a short cut, and two outputs."""
    image, age = layers.Input((3,), name="image"), layers.Input((1,), name="age")
    look = layers.Dense(4, activation="relu", name="look")(image)
    both = layers.Concatenate(name="join")([look, age])
    outputs = [layers.Dense(1, name="ill")(both), layers.Dense(2, name="days")(both)]
    return models.Model(inputs=[image, age], outputs=outputs)


def test_last_nodes_are_the_prediction(forked):
    """The output nodes hold what predict returns for the same example."""
    graph = ModelGraph(forked, [[1.0, -2.0, 0.5], [0.3]])
    predicted = forked.predict([np.array([[1.0, -2.0, 0.5]]), np.array([[0.3]])])
    drawn = dict(zip((n["name"] for n in graph.nodes), graph.seen["values"], strict=True))
    assert predicted[0][0].tolist() == pytest.approx(drawn["ill"])
    assert predicted[1][0].tolist() == pytest.approx(drawn["days"])


def test_joined_place_has_both(forked):
    """Concatenate's place holds the numbers of both that its arrows bring."""
    graph = ModelGraph(forked, [[1.0, -2.0, 0.5], [0.25]])
    values = graph.seen["values"]
    at = [node["name"] for node in graph.nodes].index("join")
    left, right = graph.nodes[at]["takes"]
    assert values[left] + values[right] == values[at]
    assert (2, 0) == (graph.nodes[at]["depth"], graph.nodes[right]["depth"])


def test_shared_layer_stands_twice():
    """A layer that is called twice has two nodes and one set of weights."""
    a, b = layers.Input((2,), name="a"), layers.Input((2,), name="b")
    eye = layers.Dense(3, name="eye")
    model = models.Model(inputs=[a, b], outputs=layers.Add(name="sum")([eye(a), eye(b)]))
    graph = ModelGraph(model, [[1.0, 2.0], [1.0, 2.0]])
    assert 2 == [node["name"] for node in graph.nodes].count("eye")
    assert "sum from eye, eye" in repr(graph)
    values = graph.seen["values"]
    assert values[2] == values[3]


def test_sequential_and_long_rows():
    """A stack is a graph too, and of many numbers the first six are sent."""
    graph = ModelGraph(models.Sequential([layers.Dense(9, input_shape=(8,))]))
    assert ([6, 6], [8, 9]) == ([len(v) for v in graph.seen["values"]], graph.seen["sizes"])


def test_knobs_are_traits(forked):
    """Another example from code flows at once."""
    graph = ModelGraph(forked)
    before = graph.seen["values"][-1]
    graph.x = [[3.0, 0.0, 0.0], [-2.0]]
    assert before != graph.seen["values"][-1]


def test_bad_input_is_told(forked):
    """What is no model, and what does not fit into it, gets a sentence."""
    with pytest.raises(TypeError, match="ModelGraph needs a model, but got Dense"):
        ModelGraph(layers.Dense(3))
    with pytest.raises(ValueError, match="needs 2 inputs with .3, 1. numbers"):
        ModelGraph(forked, [[1.0]])
    long = [layers.Dense(1, input_shape=(1,)), *(layers.Dense(1) for _ in range(16))]
    with pytest.raises(ValueError, match="at most 16 nodes, but got 18"):
        ModelGraph(models.Sequential(long))
