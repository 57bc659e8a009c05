"""A metric is for people: it need not be smooth, and nothing is trained by it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["Averaged", "Metric"]


class Metric(ABC):
    """Something that is told of batch after batch, and then gives one result for all of them."""

    better: ClassVar[str] = "max"
    """Whether more ("max") or less ("min") is better, for callbacks that watch it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.reset_state()

    @abstractmethod
    def update_state(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> None:
        """Take one more batch into account."""

    @abstractmethod
    def result(self) -> Any:
        """Return the metric of all batches since the last reset."""

    @abstractmethod
    def reset_state(self) -> None:
        """Begin anew."""

    @final
    def __call__(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> Any:
        """Take the batch into account and return the result so far."""
        self.update_state(y_true, y_pred, sample_weight)
        return self.result()

    def __repr__(self) -> str:
        return f"<metric {self.name}>"


class Averaged(Metric):
    """A metric that each example has by itself; the result is the (weighted) mean of them."""

    @abstractmethod
    def per_example(self, y_true: Array, y_pred: Array) -> Array:
        """Return the metric of each example."""

    @final
    def update_state(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> None:
        values = self.per_example(np.asarray(y_true), np.asarray(y_pred))
        if sample_weight is None:
            self._total += float(values.sum())
            self._count += values.size
            return
        weights = np.asarray(sample_weight, np.float64)
        if weights.ndim == values.ndim + 1:
            weights = weights[..., 0]
        weights = np.broadcast_to(weights.T, values.T.shape).T
        self._total += float((values * weights).sum())
        self._count += float(weights.sum())

    @final
    def result(self) -> float:
        return self._total / self._count if self._count else 0.0

    @final
    def reset_state(self) -> None:
        self._total = 0.0
        self._count = 0.0
