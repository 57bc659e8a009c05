"""An image as one long row."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, final

from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["Flatten"]


@final
class Flatten(Layer):
    """Shape (n, a, b, …) becomes (n, a · b · …), in reading order; backwards, the other way.

    Source: D4 (M4).

    >>> Flatten()([[[1.0, 2.0], [3.0, 4.0]]])
    array([[1., 2., 3., 4.]], dtype=float32)
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)

    def build(self, shape: Shape) -> Shape:
        return (math.prod(shape),)

    def forward(self, x: Array, training: bool) -> tuple[Array, Shape]:  # noqa: ARG002
        return x.reshape(len(x), -1), x.shape

    def backward(self, grad: Array, memory: Shape, wanted: bool) -> Array:  # noqa: ARG002
        return grad.reshape(memory)
