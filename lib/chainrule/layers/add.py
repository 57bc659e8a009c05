"""Add the outputs of several layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, final

from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["Add"]


@final
class Add(Layer):
    """Return the sum of the inputs; each input gets the gradient of the output.

    Shapes: all inputs and the output have the same shape.

    Raises:
        ValueError: for inputs of different shapes.

    Source: slides D4 (concept D7).

    >>> Add()([[[1.0, 2.0]], [[10.0, 20.0]]])
    array([[11., 22.]], dtype=float32)
    """

    takes_many: ClassVar[bool] = True

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)

    def build(self, shape: list[Shape]) -> Shape:
        if len(set(shape)) > 1:
            raise ValueError(f"{self.name} needs inputs of one shape, and was given {shape}")
        return shape[0]

    def forward(self, x: list[Array], training: bool) -> tuple[Array, int]:  # noqa: ARG002
        total = x[0] + x[1] if len(x) > 1 else x[0].copy()
        for other in x[2:]:
            total += other
        return total, len(x)

    def backward(self, grad: Array, cache: int, needs_input_grad: bool) -> list[Array]:  # noqa: ARG002
        return [grad, *(grad.copy() for _ in range(cache - 1))]
