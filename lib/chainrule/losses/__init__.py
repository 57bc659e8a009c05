"""Losses and their gradients with respect to the predictions.

Each loss is a class, called `loss(y_true, y_pred)`, with `loss.gradient(y_true, y_pred)`. The
functions of the same names return the loss of each example.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from chainrule.losses.absolute_error import MeanAbsoluteError, mean_absolute_error
from chainrule.losses.binary_cross_entropy import BinaryCrossentropy, binary_crossentropy
from chainrule.losses.categorical_cross_entropy import (
    CategoricalCrossentropy,
    categorical_crossentropy,
)
from chainrule.losses.loss import Loss
from chainrule.losses.sparse_categorical_cross_entropy import (
    SparseCategoricalCrossentropy,
    sparse_categorical_crossentropy,
)
from chainrule.losses.squared_error import MeanSquaredError, mean_squared_error

__all__ = [
    "BinaryCrossentropy",
    "CategoricalCrossentropy",
    "Loss",
    "LossLike",
    "MeanAbsoluteError",
    "MeanSquaredError",
    "SparseCategoricalCrossentropy",
    "binary_crossentropy",
    "categorical_crossentropy",
    "get",
    "mean_absolute_error",
    "mean_squared_error",
    "sparse_categorical_crossentropy",
]

_BY_NAME: Final[dict[str, type[Loss]]] = {
    "mae": MeanAbsoluteError,
    "mean_absolute_error": MeanAbsoluteError,
    "mse": MeanSquaredError,
    "mean_squared_error": MeanSquaredError,
    "binary_crossentropy": BinaryCrossentropy,
    "categorical_crossentropy": CategoricalCrossentropy,
    "sparse_categorical_crossentropy": SparseCategoricalCrossentropy,
}

LossLike: TypeAlias = str | Loss
"""A loss, or its name."""


def get(name: LossLike) -> Loss:
    """Return the loss of that name, with its defaults; a loss is returned unchanged.

    Raises:
        ValueError: if no loss has that name.

    >>> get("mse")
    <loss mean_squared_error>
    """
    if isinstance(name, Loss):
        return name
    by_class = {cls.__name__: cls for cls in _BY_NAME.values()}
    if cls := _BY_NAME.get(name) or by_class.get(name):
        # Every loss has a default for each argument, which the abstract class does not promise.
        return cls()  # type: ignore[call-arg]
    raise ValueError(f"there is no loss {name!r}; the losses are {', '.join(_BY_NAME)}")
