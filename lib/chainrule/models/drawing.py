"""A network's layers and connections as plain data, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule.configuration import describe, rebuild
from chainrule.layers import InputLayer, Node
from chainrule.models.model import Model
from chainrule.models.sequential import Sequential

if TYPE_CHECKING:
    from chainrule.layers import Layer, Symbol
    from chainrule.models.network import Network

__all__ = ["drawing", "redrawn"]


def drawing(model: Network) -> dict[str, Any]:
    """Return what JSON can hold of a network: each layer, and each use of one."""
    graph = model.graph
    nodes: list[Node] = [*(symbol.node for symbol in graph.inputs), *graph.nodes]
    places = {id(node.output): i for i, node in enumerate(nodes)}
    numbers = {id(layer): i for i, layer in enumerate(graph.layers)}
    return {
        "kind": type(model).__name__,
        "name": model.name,
        "layers": [describe(layer) for layer in graph.layers],
        "nodes": [
            [numbers[id(node.layer)], [places[id(symbol)] for symbol in node.inputs]]
            for node in nodes
        ],
        "inputs": [places[id(symbol)] for symbol in graph.inputs],
        "outputs": [places[id(symbol)] for symbol in graph.outputs],
    }


def redrawn(picture: dict[str, Any]) -> Network:
    """Make the network of a drawing, with new weights."""
    layers: list[Layer] = [rebuild(layer) for layer in picture["layers"]]
    name = picture["name"]
    if picture["kind"] == "Sequential":
        return Sequential([layers[number] for number, _ in picture["nodes"]], name=name)
    symbols: list[Symbol] = []
    for number, sources in picture["nodes"]:
        layer = layers[number]
        given = [symbols[i] for i in sources]
        if isinstance(layer, InputLayer):
            symbols.append(Node(layer, [], layer.shape).output)
        else:
            symbols.append(layer(given if layer.merges else given[0]))
    inputs = [symbols[i] for i in picture["inputs"]]
    return Model(inputs, [symbols[i] for i in picture["outputs"]], name=name)
