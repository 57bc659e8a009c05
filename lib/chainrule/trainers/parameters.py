"""Keep all weights of a network in one vector, and their gradients in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array, Shape
    from chainrule.layers import Layer, Weight

__all__ = ["Parameters"]


class Parameters:
    """Copy the weights of some layers into one vector, and give the layers views into it.

    The trainable weights come first, so that an optimizer updates one contiguous vector.

    Raises:
        ValueError: if the layers have different dtypes.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.trainable = [w for layer in layers for w in layer.trainable_weights]
        chosen = set(map(id, self.trainable))
        frozen = [w for layer in layers for w in layer.weights if id(w) not in chosen]
        self._weights = [*self.trainable, *frozen]
        dtypes = {str(w.value.dtype): w.name for w in self._weights}
        if len(dtypes) > 1:
            raise ValueError(f"all layers of a model need one dtype, but these differ: {dtypes}")
        dtype = next(iter(dtypes), "float32")
        self.vector = np.empty(sum(w.value.size for w in self._weights), dtype)
        self.gradient = np.zeros(sum(w.value.size for w in self.trainable), dtype)
        self._gradient_parts: list[tuple[slice, Shape]] = []
        start = 0
        for weight in self._weights:
            start = self._replace_by_view(weight, start)

    def _replace_by_view(self, weight: Weight, start: int) -> int:
        stop, shape = start + weight.value.size, weight.shape
        view = self.vector[start:stop].reshape(shape)
        view[...] = weight.value
        weight.value = view
        is_trainable = stop <= self.gradient.size
        weight.gradient = self.gradient[start:stop].reshape(shape) if is_trainable else None
        if is_trainable:
            self._gradient_parts.append((slice(start, stop), shape))
        return stop

    @property
    def intact(self) -> bool:
        """Whether the layers still have views into this vector, and not into another model's."""
        return all(w.value.base is self.vector for w in self._weights)

    @property
    def trainable_vector(self) -> Array:
        """The part of the vector that has the trainable weights."""
        return self.vector[: self.gradient.size]

    def gradients(self) -> list[Array]:
        """Return copies of the gradients of the trainable weights, as views into one new vector."""
        vector = self.gradient.copy()
        return [vector[part].reshape(shape) for part, shape in self._gradient_parts]
