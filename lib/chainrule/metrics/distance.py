"""A loss that is only watched."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, final

from chainrule import losses
from chainrule.metrics.metric import Averaged

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["MeanLoss"]


@final
class MeanLoss(Averaged):
    """The mean of a loss over all examples, whatever the loss that trains.

    >>> MeanLoss("mae")([[1.0], [2.0]], [[1.5], [4.0]])
    1.25
    """

    better: ClassVar[str] = "min"

    def __init__(self, loss: losses.Spelling, name: str | None = None) -> None:
        self.loss = losses.get(loss)
        super().__init__(name or self.loss.name)

    def per_example(self, y_true: Array, y_pred: Array) -> Array:
        return self.loss.per_example(*self.loss.arrays(y_true, y_pred))
