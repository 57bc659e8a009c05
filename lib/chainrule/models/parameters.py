"""All weights of a network in one vector, all their gradients in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.layers import Layer, Weight

__all__ = ["Parameters"]


class Parameters:
    """Takes the weights of some layers over into one vector; the layers keep views into it.

    The weights that learn stand first, so that an optimizer has one contiguous vector to move.

    Raises:
        ValueError: if the layers compute in different kinds of float.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.learning = [w for layer in layers for w in layer.trainable_weights]
        chosen = set(map(id, self.learning))
        fixed = [w for layer in layers for w in layer.weights if id(w) not in chosen]
        kinds = {str(w.value.dtype): w.name for w in (*self.learning, *fixed)}
        if len(kinds) > 1:
            raise ValueError(
                f"all layers of a model compute in one dtype, but these differ: {kinds}"
            )
        dtype = next(iter(kinds), "float32")
        self.vector = np.empty(sum(w.value.size for w in (*self.learning, *fixed)), dtype)
        self.gradient = np.zeros(sum(w.value.size for w in self.learning), dtype)
        self._weights = [*self.learning, *fixed]
        start = 0
        for weight in self._weights:
            start = self._adopt(weight, start)

    def _adopt(self, weight: Weight, start: int) -> int:
        stop, shape = start + weight.value.size, weight.shape
        view = self.vector[start:stop].reshape(shape)
        view[...] = weight.value
        weight.value = view
        learns = stop <= self.gradient.size
        weight.gradient = self.gradient[start:stop].reshape(shape) if learns else None
        return stop

    @property
    def intact(self) -> bool:
        """Whether the layers still look into this vector, and not into another model's."""
        return all(w.value.base is self.vector for w in self._weights)

    @property
    def moving(self) -> Array:
        """The part of the vector that learns."""
        return self.vector[: self.gradient.size]
