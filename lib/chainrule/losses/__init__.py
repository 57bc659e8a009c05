"""A loss says how far predictions are from the truth, and which way is nearer.

Each is a class, called `loss(y_true, y_pred)`, with `loss.gradient(y_true, y_pred)`: the slope of
that one number at each prediction. The functions of the same names give the loss of each example.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from chainrule.losses.absolute import MeanAbsoluteError, mean_absolute_error
from chainrule.losses.binary import BinaryCrossentropy, binary_crossentropy
from chainrule.losses.categorical import CategoricalCrossentropy, categorical_crossentropy
from chainrule.losses.loss import Loss
from chainrule.losses.sparse import (
    SparseCategoricalCrossentropy,
    sparse_categorical_crossentropy,
)
from chainrule.losses.squared import MeanSquaredError, mean_squared_error

__all__ = [
    "BinaryCrossentropy",
    "CategoricalCrossentropy",
    "Loss",
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

Spelling: TypeAlias = str | Loss
"""A loss, or its name."""


def get(name: Spelling) -> Loss:
    """Return the loss of that name, with its defaults; a loss is given back as it is.

    Raises:
        ValueError: for a name that no loss has.

    >>> get("mse")
    <loss mean_squared_error>
    """
    if isinstance(name, Loss):
        return name
    by_class = {kind.__name__: kind for kind in _BY_NAME.values()}
    if kind := _BY_NAME.get(name) or by_class.get(name):
        # Every loss has a default for each argument, which the abstract class does not promise.
        return kind()  # type: ignore[call-arg]
    raise ValueError(f"there is no loss {name!r}; they are {', '.join(_BY_NAME)}")
