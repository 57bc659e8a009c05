"""Categorical cross-entropy for targets that are class numbers, and not one-hot rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from chainrule.activations import softmax
from chainrule.arrays import row_sums
from chainrule.losses.categorical import log_softmax
from chainrule.losses.cutting import cut, extreme, within
from chainrule.losses.loss import Loss

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["SparseCategoricalCrossentropy", "sparse_categorical_crossentropy"]


@final
class SparseCategoricalCrossentropy(Loss):
    """−1/n Σ log p[class], the categorical cross-entropy without building one-hot rows.

    Shapes: y_true (…) or (…, 1) of integers 0 … k − 1, y_pred (…, k).

    Source: D4 (E5).

    >>> SparseCategoricalCrossentropy()([1], [[0.2, 0.7, 0.1]]).round(4)
    np.float64(0.3567)
    """

    undoes: ClassVar[str | None] = "softmax"
    entrywise: ClassVar[bool] = False
    sparse: ClassVar[bool] = True

    def __init__(
        self,
        from_logits: bool = False,
        reduction: str | None = "sum_over_batch_size",
        name: str = "sparse_categorical_crossentropy",
    ) -> None:
        super().__init__(reduction, name)
        self.from_logits = from_logits

    def terms(self, y_true: Array, y_pred: Array) -> Array:
        if self.from_logits:
            return -_chosen(log_softmax(y_pred), y_true)
        return -np.log(cut(_chosen(y_pred, y_true) / row_sums(y_pred)[..., 0]))

    def slope(self, y_true: Array, y_pred: Array) -> Array:
        if self.from_logits:
            return _less_one(softmax(y_pred), y_true)
        total = row_sums(y_pred)
        p = _chosen(y_pred, y_true)[..., np.newaxis] / total
        # The slope −1/p at the class that is right, less its share through the row's sum.
        slope = np.repeat(1 / total, y_pred.shape[-1], axis=-1)
        _put(slope, y_true, (1 - 1 / cut(p)) / total)
        slope *= within(p)
        return slope

    def inside(self, y_true: Array, y_pred: Array) -> tuple[Any, Array]:
        slope = y_pred.copy()
        places = _places(y_pred, y_true)
        p = y_pred.take(places)
        slope.reshape(-1)[places] -= 1
        if extreme(p):
            inner = cut(p)
            slope *= (inner == p)[..., np.newaxis]  # where p was cut there is no slope
            p = inner
        return -np.log(p).sum(), slope


def _places(rows: Array, classes: Array) -> Array:
    """Return where in the flat array each row's class stands."""
    return np.arange(0, rows.size, rows.shape[-1]).reshape(classes.shape) + classes


def _chosen(rows: Array, classes: Array) -> Array:
    return rows.take(_places(rows, classes))


def _put(rows: Array, classes: Array, values: Array) -> None:
    rows.reshape(-1)[_places(rows, classes)] = values[..., 0]


def _less_one(rows: Array, classes: Array) -> Array:
    rows.reshape(-1)[_places(rows, classes)] -= 1
    return rows


def sparse_categorical_crossentropy(
    y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False
) -> Array:
    """Return the cross-entropy of each example at its class.

    >>> sparse_categorical_crossentropy([1, 0], [[0.25, 0.75], [0.5, 0.5]]).round(4)
    array([0.2877, 0.6931])
    """
    loss = SparseCategoricalCrossentropy(from_logits)
    return loss.per_example(*loss.arrays(y_true, y_pred))
