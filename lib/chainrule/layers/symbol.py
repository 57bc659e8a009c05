"""A network is drawn before any number flows: a symbol stands for an array that is still to come.

Calling a layer with a symbol makes a node of the graph, and gives the symbol of its output.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chainrule.arrays import Shape
    from chainrule.layers.layer import Layer

__all__ = ["Node", "Symbol"]


class Symbol:
    """What will be an array of shape (batch, *shape) once there are data."""

    __slots__ = ("node", "shape")

    def __init__(self, shape: Shape, node: Node) -> None:
        self.shape = shape
        self.node = node

    def __repr__(self) -> str:
        return f"<symbol of shape {(None, *self.shape)}, from {self.node.layer.name}>"

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        raise TypeError(
            f"{self!r} has no numbers yet: put it through layers and make a Model of it"
        )


class Node:
    """One use of a layer: which symbols it takes, and which it gives."""

    __slots__ = ("inputs", "layer", "output")

    def __init__(self, layer: Layer, inputs: list[Symbol], shape: Shape) -> None:
        self.layer = layer
        self.inputs = inputs
        self.output = Symbol(shape, self)
