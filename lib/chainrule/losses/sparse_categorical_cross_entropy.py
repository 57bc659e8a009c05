"""Compute the categorical cross-entropy for targets that are class numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

from chainrule.activations import softmax
from chainrule.arrays import row_sums
from chainrule.losses.categorical_cross_entropy import log_softmax
from chainrule.losses.clipping import clip, needs_clipping, unclipped
from chainrule.losses.loss import Loss

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["SparseCategoricalCrossentropy", "sparse_categorical_crossentropy"]


@final
class SparseCategoricalCrossentropy(Loss):
    """Compute −1/n Σ log p[class], the categorical cross-entropy without one-hot rows.

    Shapes: y_true (…) or (…, 1) of integers 0 … k − 1, y_pred (…, k).

    Raises:
        ValueError: for a class number outside 0 … k − 1.

    Source: slides D4 (concept E5).

    >>> SparseCategoricalCrossentropy()([1], [[0.2, 0.7, 0.1]]).round(4)
    np.float64(0.3567)
    """

    paired_activation: ClassVar[str | None] = "softmax"
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
            return -_of_class(log_softmax(y_pred), y_true)
        return -np.log(clip(_of_class(y_pred, y_true) / row_sums(y_pred)[..., 0]))

    def terms_gradient(self, y_true: Array, y_pred: Array) -> Array:
        if self.from_logits:
            grad = softmax(y_pred)
            grad.reshape(-1)[_flat_indices(grad, y_true)] -= 1
            return grad
        total = row_sums(y_pred)
        p = _of_class(y_pred, y_true)[..., np.newaxis] / total
        # −1/p at the class of the example, and 1/total everywhere from the division by the sum.
        grad = np.repeat(1 / total, y_pred.shape[-1], axis=-1)
        at_class = (1 - 1 / clip(p)) / total
        grad.reshape(-1)[_flat_indices(grad, y_true)] = at_class[..., 0]
        grad *= unclipped(p)
        return grad

    def fused(self, y_true: Array, y_pred: Array) -> tuple[Any, Array]:
        grad = y_pred.copy()
        indices = _flat_indices(y_pred, y_true)
        p = y_pred.take(indices)
        grad.reshape(-1)[indices] -= 1
        if needs_clipping(p):
            clipped = clip(p)
            grad *= (clipped == p)[..., np.newaxis]  # where p is clipped the gradient is 0
            p = clipped
        return -np.log(p).sum(), grad


def _flat_indices(rows: Array, classes: Array) -> Array:
    """Return the index of each row's class in the flattened array."""
    return np.arange(0, rows.size, rows.shape[-1]).reshape(classes.shape) + classes


def _of_class(rows: Array, classes: Array) -> Array:
    return rows.take(_flat_indices(rows, classes))


def sparse_categorical_crossentropy(
    y_true: ArrayLike, y_pred: ArrayLike, from_logits: bool = False
) -> Array:
    """Return the cross-entropy of each example at its class.

    >>> sparse_categorical_crossentropy([1, 0], [[0.25, 0.75], [0.5, 0.5]]).round(4)
    array([0.2877, 0.6931])
    """
    loss = SparseCategoricalCrossentropy(from_logits)
    return loss.per_example(*loss.arrays(y_true, y_pred))
