"""Apply the leaky ReLU as a layer."""

from __future__ import annotations

from typing import Any, final

from chainrule import activations
from chainrule.layers.base_activation import BaseActivation

__all__ = ["LeakyReLU"]


@final
class LeakyReLU(BaseActivation):
    """Return x where x > 0, else negative_slope · x, entry by entry.

    The default slope is 0.3, as in Keras's layer; the function `leaky_relu` has 0.1.

    Source: slides D0 (concept C4).

    >>> LeakyReLU()([[-1.0, 2.0]])
    array([[-0.3,  2. ]], dtype=float32)
    """

    def __init__(self, negative_slope: float = 0.3, **options: Any) -> None:
        super().__init__(**options)
        self.activation = activations.LeakyReLU(negative_slope)
        self.negative_slope = negative_slope
