"""Represent the arrays and layers of a network before there are data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chainrule.arrays import Shape

__all__ = ["Node", "SymbolicTensor"]


class SymbolicTensor:
    """Stand for an array of shape (batch, *shape) whose values are not known yet.

    Calling a layer with a symbolic tensor adds a `Node` to the graph and returns the symbolic
    tensor of the layer's output.
    """

    __slots__ = ("node", "shape")

    def __init__(self, shape: Shape, node: Node) -> None:
        self.shape = shape
        self.node = node

    def __repr__(self) -> str:
        return f"<symbolic tensor of shape {(None, *self.shape)}, from {self.node.layer.name}>"

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        raise TypeError(f"{self!r} has no values yet: pass it to layers and make a Model of it")


class Node:
    """Record one use of a layer: the symbolic tensors at its inputs and at its output."""

    __slots__ = ("inputs", "layer", "output")

    def __init__(self, layer: Any, inputs: list[SymbolicTensor], shape: Shape) -> None:
        self.layer = layer  # a Layer, whose module imports this one
        self.inputs = inputs
        self.output = SymbolicTensor(shape, self)
