"""A weight is a number that is learned; a layer's weights come in arrays, each with its slope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from chainrule.arrays import Array, Shape
    from chainrule.regularizers import Regularizer

__all__ = ["Weight"]


class Weight:
    """An array that a layer owns, with the place where its gradient is written.

    A model that trains keeps all its weights in one long vector; `value` and `gradient` are then
    views into that vector and into its twin, so that an optimizer moves all weights at once.
    A weight that does not learn has no gradient.
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
        """The shape of the array."""
        return self.value.shape

    def numpy(self) -> Array:
        """Return a copy of the value."""
        return self.value.copy()

    def assign(self, value: Any) -> None:
        """Overwrite the value in place.

        Raises:
            ValueError: where the shapes differ.
        """
        new = np.asarray(value)
        if new.shape != self.shape:
            raise ValueError(f"{self.name} has the shape {self.shape}, and was given {new.shape}")
        self.value[...] = new

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        return np.array(self.value, dtype=dtype, copy=copy)

    def __repr__(self) -> str:
        return f"<weight {self.name}, shape={self.shape}, dtype={self.value.dtype}>"
