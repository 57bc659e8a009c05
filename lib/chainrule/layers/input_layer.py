"""Declare the inputs of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.arguments import reject_unknown
from chainrule.layers.layer import Layer
from chainrule.layers.symbolic_tensor import Node, SymbolicTensor

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["Input", "InputLayer"]


@final
class InputLayer(Layer):
    """Hold the shape of a network's input, and return the input unchanged."""

    def __init__(self, shape: Shape, **options: Any) -> None:
        super().__init__(**options)
        self.shape = self.output_shape = tuple(shape)

    def build(self, shape: Shape) -> Shape:
        return shape

    def forward(self, x: Array, training: bool) -> tuple[Array, None]:  # noqa: ARG002
        return x, None

    def backward(self, grad: Array, cache: None, needs_input_grad: bool) -> Array:  # noqa: ARG002
        return grad


def Input(  # noqa: N802
    shape: Shape | None = None, name: str | None = None, dtype: str | None = None, **unknown: Any
) -> SymbolicTensor:
    """Return the symbolic tensor of a network's input; `shape` is that of one example.

    Raises:
        TypeError: if the shape is missing or an argument is unknown.

    Source: slides D4 (concept D7).

    >>> Input(shape=(784,), name="pixels")
    <symbolic tensor of shape (None, 784), from pixels>
    """
    reject_unknown("Input", unknown)
    if shape is None:
        raise TypeError("Input needs the shape of one example, as in Input(shape=(784,))")
    layer = InputLayer((shape,) if isinstance(shape, int) else shape, name=name, dtype=dtype)
    return Node(layer, [], layer.shape).output
