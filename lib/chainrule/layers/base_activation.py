"""Define a layer that is an activation function and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from chainrule.layers.activated_layer import ActivatedLayer

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["BaseActivation"]


class BaseActivation(ActivatedLayer):
    """Apply `activation` to the input, whose shape is kept; there are no weights."""

    @final
    def build(self, shape: Shape) -> Shape:
        return shape

    @final
    def forward(self, x: Array, training: bool) -> tuple[Array, Array]:  # noqa: ARG002
        out = self.activation.forward(x.copy())
        return out, out

    @final
    def backward(self, grad: Array, cache: Array, needs_input_grad: bool) -> Array:  # noqa: ARG002
        return self.activation.backward(grad, cache)

    @final
    def backward_fused(self, grad: Array, cache: Array, needs_input_grad: bool) -> Array:  # noqa: ARG002
        return grad
