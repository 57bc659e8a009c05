"""Describe a network's layers and connections as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule.serialization import serialize

if TYPE_CHECKING:
    from chainrule.layers import Node
    from chainrule.networks.network import Network

__all__ = ["graph_config"]


def graph_config(network: Network) -> dict[str, Any]:
    """Return data that JSON can hold: each layer, and for each node its layer and its inputs."""
    graph = network.graph
    nodes: list[Node] = [*(tensor.node for tensor in graph.inputs), *graph.nodes]
    positions = {id(node.output): i for i, node in enumerate(nodes)}
    numbers = {id(layer): i for i, layer in enumerate(graph.layers)}
    return {
        "kind": type(network).__name__,
        "name": network.name,
        "layers": [serialize(layer) for layer in graph.layers],
        "nodes": [
            [numbers[id(node.layer)], [positions[id(tensor)] for tensor in node.inputs]]
            for node in nodes
        ],
        "inputs": [positions[id(tensor)] for tensor in graph.inputs],
        "outputs": [positions[id(tensor)] for tensor in graph.outputs],
    }
