"""Use a loss as a metric."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from chainrule import losses
from chainrule.metrics.mean_metric import MeanMetric
from chainrule.metrics.metric import Direction

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["MeanLoss"]


@final
class MeanLoss(MeanMetric):
    """Return the mean of a loss over all examples; training does not use it.

    >>> MeanLoss("mae")([[1.0], [2.0]], [[1.5], [4.0]])
    1.25
    """

    direction: ClassVar[Direction] = "min"

    def __init__(self, loss: losses.LossLike, name: str | None = None) -> None:
        self.loss = losses.get(loss)
        super().__init__(name or self.loss.name)

    def per_example(self, y_true: Array, y_pred: Array) -> Array:
        return self.loss.per_example(*self.loss.arrays(y_true, y_pred))
