"""Average a metric that each example has."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, final

import numpy as np

from chainrule.metrics.metric import Metric

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["MeanMetric"]


class MeanMetric(Metric):
    """Return the mean over the examples, weighted by sample weights where there are any."""

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
