"""Order the layers between symbolic inputs and outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chainrule.layers import InputLayer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.layers import Layer, Node, SymbolicTensor

__all__ = ["Graph"]


class Graph:
    """Hold a directed acyclic graph of layers.

    `nodes` has each use of a layer after all that it depends on, without the inputs; `layers` has
    each layer once, with the largest distance from the outputs first, as in Keras.

    Raises:
        ValueError: if an output needs an input that is not given, or two layers have one name.
    """

    def __init__(self, inputs: Sequence[SymbolicTensor], outputs: Sequence[SymbolicTensor]) -> None:
        self.inputs, self.outputs = list(inputs), list(outputs)
        self.nodes: list[Node] = []
        self._sort_nodes()
        self.layers = self._sorted_layers()
        names = [layer.name for layer in self.layers]
        if duplicates := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"each layer needs its own name, but two layers have: {duplicates}")

    def _sort_nodes(self) -> None:
        """List the nodes in topological order, by depth-first search without recursion."""
        given, done = set(map(id, self.inputs)), set()
        stack = [(output.node, False) for output in reversed(self.outputs)]
        while stack:
            node, inputs_done = stack.pop()
            if id(node) in done or id(node.output) in given:
                continue
            if isinstance(node.layer, InputLayer):
                raise ValueError(f"{node.layer.name} is needed and not among `inputs`")  # noqa: TRY004
            if inputs_done:
                done.add(id(node))
                self.nodes.append(node)
                continue
            stack.append((node, True))
            stack.extend((tensor.node, False) for tensor in reversed(node.inputs))

    def _sorted_layers(self) -> list[Layer]:
        depth: dict[int, int] = {}
        for node in reversed(self.nodes):
            node_depth = depth.setdefault(id(node), 0)
            for tensor in node.inputs:
                source = id(tensor.node)
                depth[source] = max(depth.get(source, 0), node_depth + 1)
        nodes = [*(tensor.node for tensor in self.inputs), *self.nodes]
        largest: dict[int, tuple[int, Layer]] = {}
        for node in nodes:
            key, node_depth = id(node.layer), depth.get(id(node), 0)
            largest[key] = (max(node_depth, largest.get(key, (0, None))[0]), node.layer)
        return [layer for _, layer in sorted(largest.values(), key=lambda pair: -pair[0])]
