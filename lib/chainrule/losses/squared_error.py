"""Compute the mean squared error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.losses.loss import Loss

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["MeanSquaredError", "mean_squared_error"]


@final
class MeanSquaredError(Loss):
    """Compute MSE = 1/n Σ (y − ŷ)², also called the L2 loss.

    Gradient: 2 (ŷ − y) / n.

    Source: slides D0, D1, D2, D4 (concept E3).

    >>> mse = MeanSquaredError()
    >>> mse([1.0, 2.0], [1.5, 4.0])
    np.float64(2.125)
    >>> mse.gradient([1.0, 2.0], [1.5, 4.0])
    array([0.5, 2. ])
    """

    def __init__(
        self, reduction: str | None = "sum_over_batch_size", name: str = "mean_squared_error"
    ) -> None:
        super().__init__(reduction, name)

    def terms(self, y_true: Array, y_pred: Array) -> Array:
        error = y_pred - y_true
        error *= error
        return error

    def terms_gradient(self, y_true: Array, y_pred: Array) -> Array:
        error = y_pred - y_true
        error *= 2
        return error

    def fused(self, y_true: Array, y_pred: Array) -> tuple[Any, Array]:
        return self.terms(y_true, y_pred).sum(), self.terms_gradient(y_true, y_pred)


def mean_squared_error(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Return the mean squared error of each example, over the last axis.

    >>> mean_squared_error([[0.0, 1.0], [0.0, 0.0]], [[1.0, 1.0], [1.0, 2.0]])
    array([0.5, 2.5])
    """
    loss = MeanSquaredError()
    return loss.per_example(*loss.arrays(y_true, y_pred))
