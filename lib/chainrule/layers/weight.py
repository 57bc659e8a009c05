"""Hold one array of a layer's parameters, with its gradient."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape
    from chainrule.regularizers import Regularizer

__all__ = ["Weight"]


class Weight:
    """Hold the values of a weight array, and the array into which its gradient is written.

    A model that trains keeps all its weights in one vector; `value` and `gradient` are then views
    into that vector and into a second one, so that an optimizer updates all weights at once.
    A weight that is not trainable has no gradient.
    """

    __slots__ = ("gradient", "name", "regularizer", "trainable", "value")

    def __init__(
        self,
        name: str,
        value: Array,
        *,
        trainable: bool = True,
        regularizer: Regularizer | None = None,
    ) -> None:
        self.name = name
        self.value = value
        self.trainable = trainable
        self.regularizer = regularizer
        self.gradient: Array | None = np.zeros_like(value) if trainable else None

    @property
    def shape(self) -> Shape:
        """Return the shape of the array."""
        return self.value.shape

    def numpy(self) -> Array:
        """Return a copy of the value."""
        return self.value.copy()

    def assign(self, value: Any) -> None:
        """Overwrite the value in place.

        Raises:
            ValueError: if the shapes differ.
        """
        new = np.asarray(value)
        if new.shape != self.shape:
            raise ValueError(f"{self.name} has the shape {self.shape}, and was given {new.shape}")
        self.value[...] = new

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        return np.array(self.value, dtype=dtype, copy=copy)

    def __repr__(self) -> str:
        return f"<weight {self.name}, shape={self.shape}, dtype={self.value.dtype}>"
