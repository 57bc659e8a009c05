"""Compute the mean absolute error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.losses.loss import Loss

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["MeanAbsoluteError", "mean_absolute_error"]


@final
class MeanAbsoluteError(Loss):
    """Compute MAE = 1/n Σ |y − ŷ|, also called the L1 loss.

    Gradient: sign(ŷ − y) / n, which is 0 where y = ŷ.

    Source: slides D0, D4 (concept E2).

    >>> mae = MeanAbsoluteError()
    >>> mae([1.0, 2.0], [1.5, 4.0])
    np.float64(1.25)
    >>> mae.gradient([1.0, 2.0], [1.5, 4.0])
    array([0.5, 0.5])
    """

    def __init__(
        self, reduction: str | None = "sum_over_batch_size", name: str = "mean_absolute_error"
    ) -> None:
        super().__init__(reduction, name)

    def terms(self, y_true: Array, y_pred: Array) -> Array:
        return np.asarray(np.abs(y_pred - y_true))

    def terms_gradient(self, y_true: Array, y_pred: Array) -> Array:
        return np.asarray(np.sign(y_pred - y_true))

    def fused(self, y_true: Array, y_pred: Array) -> tuple[Any, Array]:
        return self.terms(y_true, y_pred).sum(), self.terms_gradient(y_true, y_pred)


def mean_absolute_error(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Return the mean absolute error of each example, over the last axis.

    >>> mean_absolute_error([[0.0, 1.0], [0.0, 0.0]], [[1.0, 1.0], [1.0, 0.0]])
    array([0.5, 0.5])
    """
    loss = MeanAbsoluteError()
    return loss.per_example(*loss.arrays(y_true, y_pred))
