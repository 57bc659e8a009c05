"""Make a model from the description of its graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule.layers import InputLayer, Node
from chainrule.models.model import Model
from chainrule.models.sequential import Sequential
from chainrule.serialization import deserialize

if TYPE_CHECKING:
    from chainrule.layers import Layer, SymbolicTensor
    from chainrule.models.base_model import BaseModel

__all__ = ["model_from_config"]


def model_from_config(config: dict[str, Any]) -> BaseModel:
    """Return a model with the layers and connections that `graph_config` has described.

    The weights are new.
    """
    layers: list[Layer] = [deserialize(layer) for layer in config["layers"]]
    name = config["name"]
    if config["kind"] == "Sequential":
        return Sequential([layers[number] for number, _ in config["nodes"]], name=name)
    tensors: list[SymbolicTensor] = []
    for number, sources in config["nodes"]:
        layer = layers[number]
        given = [tensors[i] for i in sources]
        if isinstance(layer, InputLayer):
            tensors.append(Node(layer, [], layer.shape).output)
        else:
            tensors.append(layer(given if layer.takes_many else given[0]))
    inputs = [tensors[i] for i in config["inputs"]]
    return Model(inputs, [tensors[i] for i in config["outputs"]], name=name)
