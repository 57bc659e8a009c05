"""A network as plain data."""

import json

from chainrule import layers, models
from chainrule.models.graph_config import graph_config


def test_a_chain_in_numbers():
    """Each node has the number of its layer and the positions of its inputs."""
    model = models.Sequential([layers.Dense(2, input_shape=(3,), name="d")], name="m")
    config = json.loads(json.dumps(graph_config(model)))
    assert ("Sequential", "m") == (config["kind"], config["name"])
    assert [[0, []], [1, [0]]] == config["nodes"]
    assert ([0], [1]) == (config["inputs"], config["outputs"])
    assert ["layers.InputLayer", "layers.Dense"] == [layer["is"] for layer in config["layers"]]


def test_a_shared_layer_is_listed_once():
    """Two uses are two nodes of one layer."""
    x = layers.Input((2,))
    shared = layers.Dense(2)
    config = graph_config(models.Model(x, shared(shared(x))))
    assert (2, 3) == (len(config["layers"]), len(config["nodes"]))
