"""Apply an activation function as a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule import activations
from chainrule.layers.base_activation import BaseActivation

if TYPE_CHECKING:
    from chainrule.activations import Activation as ActivationFunction

__all__ = ["Activation"]


@final
class Activation(BaseActivation):
    """Apply the activation function of that name: g(x), in the shape of the input.

    Source: slides D4 (concept C8).

    >>> Activation("relu")([[-1.0, 2.0]])
    array([[0., 2.]], dtype=float32)
    """

    def __init__(self, activation: str | ActivationFunction, **options: Any) -> None:
        super().__init__(**options)
        self.activation = activations.get(activation)
