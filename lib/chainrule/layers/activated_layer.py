"""Define a layer whose last operation is an activation function."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from chainrule.layers.layer import Layer

if TYPE_CHECKING:
    from chainrule.activations import Activation
    from chainrule.arrays import Array

__all__ = ["ActivatedLayer"]


class ActivatedLayer(Layer):
    """Apply an activation function at the end of the forward pass.

    A loss that is fused with the activation, as categorical cross-entropy is with softmax, gives
    the gradient at the *input* of the activation. `backward_fused` starts from that gradient.
    """

    activation: Activation

    @abstractmethod
    def backward_fused(self, grad: Array, cache: Any, needs_input_grad: bool) -> Any:
        """Do the same as `backward`, for a gradient at the input of the activation."""
