"""Turn each example into one row of numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, final

from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["Flatten"]


@final
class Flatten(Layer):
    """Reshape (n, a, b, …) to (n, a · b · …), in row-major order; the backward pass undoes it.

    Source: slides D4 (concept M4).

    >>> Flatten()([[[1.0, 2.0], [3.0, 4.0]]])
    array([[1., 2., 3., 4.]], dtype=float32)
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)

    def build(self, shape: Shape) -> Shape:
        return (math.prod(shape),)

    def forward(self, x: Array, training: bool) -> tuple[Array, Shape]:  # noqa: ARG002
        return x.reshape(len(x), -1), x.shape

    def backward(self, grad: Array, cache: Shape, needs_input_grad: bool) -> Array:  # noqa: ARG002
        return grad.reshape(cache)
