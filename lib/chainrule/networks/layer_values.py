"""Compute the output of each layer, and the gradient of the loss with respect to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.layers import Node
    from chainrule.networks.graph import Graph

__all__ = ["LayerValues"]


class LayerValues:
    """Run one forward pass, and keep the output and the cache of each node of the graph."""

    def __init__(self, graph: Graph, inputs: Sequence[Array], training: bool) -> None:
        self.graph = graph
        self.outputs = {id(t.node): x for t, x in zip(graph.inputs, inputs, strict=True)}
        self.caches: list[Any] = []
        for node in graph.nodes:
            x = [self.outputs[id(tensor.node)] for tensor in node.inputs]
            output, cache = node.layer.forward(x if node.layer.takes_many else x[0], training)
            self.outputs[id(node)] = output
            self.caches.append(cache)

    def predictions(self) -> list[Array]:
        """Return the outputs of the network."""
        return [self.outputs[id(tensor.node)] for tensor in self.graph.outputs]

    def by_layer(self) -> dict[str, Any]:
        """Return the output of each layer."""
        return _by_layer(self._all_nodes(), self.outputs)

    def gradients(self, output_grads: Sequence[Array | None]) -> dict[str, Any]:
        """Run the backward pass, and return the gradient at the output of each layer."""
        grads: dict[int, Array] = {}
        for tensor, grad in zip(self.graph.outputs, output_grads, strict=True):
            _accumulate(grads, tensor.node, grad)
        for node, cache in zip(reversed(self.graph.nodes), reversed(self.caches), strict=True):
            if id(node) not in grads:
                continue
            # A layer may overwrite the gradient that it is given.
            back = node.layer.backward(grads[id(node)].copy(), cache, True)
            for tensor, part in zip(
                node.inputs, back if node.layer.takes_many else [back], strict=True
            ):
                _accumulate(grads, tensor.node, part)
        return _by_layer([node for node in self._all_nodes() if id(node) in grads], grads)

    def _all_nodes(self) -> list[Node]:
        return [*(tensor.node for tensor in self.graph.inputs), *self.graph.nodes]


def _accumulate(grads: dict[int, Array], node: Node, grad: Array | None) -> None:
    if grad is not None:
        grads[id(node)] = grads[id(node)] + grad if id(node) in grads else grad


def _by_layer(nodes: Sequence[Node], values: dict[int, Array]) -> dict[str, Any]:
    """Return one array for each layer, and a list for a layer that is used several times."""
    found: dict[str, list[Array]] = {}
    for node in nodes:
        found.setdefault(node.layer.name, []).append(values[id(node)])
    return {name: arrays[0] if len(arrays) == 1 else arrays for name, arrays in found.items()}
