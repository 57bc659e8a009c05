"""An activation as a layer of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule import activations
from chainrule.layers.layer import Bent

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape

__all__ = ["Activation", "LeakyReLU"]


class _EntryByEntry(Bent):
    """An activation of whatever comes in, in its shape."""

    @final
    def build(self, shape: Shape) -> Shape:
        return shape

    @final
    def forward(self, x: Array, training: bool) -> tuple[Array, Array]:  # noqa: ARG002
        out = self.activation.forward(x.copy())
        return out, out

    @final
    def backward(self, grad: Array, memory: Array, wanted: bool) -> Array:  # noqa: ARG002
        return self.activation.backward(grad, memory)

    @final
    def backward_inside(self, grad: Array, memory: Array, wanted: bool) -> Array:  # noqa: ARG002
        return grad


@final
class Activation(_EntryByEntry):
    """g(x), entry by entry, in the shape of the input.

    Source: D4 (C8).

    >>> Activation("relu")([[-1.0, 2.0]])
    array([[0., 2.]], dtype=float32)
    """

    def __init__(self, activation: str | activations.Activation, **options: Any) -> None:
        super().__init__(**options)
        self.activation = activations.get(activation)


@final
class LeakyReLU(_EntryByEntry):
    """x where x > 0, else negative_slope · x. As a layer its slope is Keras's 0.3, not 0.1.

    Source: D0 (C4).

    >>> LeakyReLU()([[-1.0, 2.0]])
    array([[-0.3,  2. ]], dtype=float32)
    """

    def __init__(self, negative_slope: float = 0.3, **options: Any) -> None:
        super().__init__(**options)
        self.activation = activations.LeakyReLU(negative_slope)
        self.negative_slope = negative_slope
