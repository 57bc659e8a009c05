"""Compute the F1 score."""

from __future__ import annotations

from typing import Any, final

import numpy as np

from chainrule.arrays import Array
from chainrule.config import EPSILON
from chainrule.metrics.confusion_metrics import ConfusionMetric

__all__ = ["F1Score"]


@final
class F1Score(ConfusionMetric):
    """Compute 2 · precision · recall / (precision + recall), for each column of y_true.

    Without a threshold the largest entry of a row is predicted positive. `average` combines the
    columns into one number: "micro" (from the sums of the counts), "macro" (mean of the columns),
    "weighted" (by the number of positives).

    Raises:
        ValueError: for another average.

    Source: slides D0 (concept J1).

    >>> F1Score(threshold=0.5)([[0], [1], [1], [1]], [[0.9], [0.8], [0.2], [0.7]]).round(3)
    array([0.667])
    """

    def __init__(
        self, average: str | None = None, threshold: float | None = None, name: str = "f1_score"
    ) -> None:
        if average not in {None, "micro", "macro", "weighted"}:
            raise ValueError(f"average is None, 'micro', 'macro' or 'weighted', not {average!r}")
        super().__init__(name, threshold)
        self.average = average

    def result(self) -> Any:
        tp, fp, fn = map(
            np.asarray, (self.true_positives, self.false_positives, self.false_negatives)
        )
        if self.average == "micro":
            tp, fp, fn = tp.sum(), fp.sum(), fn.sum()
        precision, recall = _quotient(tp, tp + fp), _quotient(tp, tp + fn)
        score = 2 * precision * recall / (precision + recall + EPSILON)
        if self.average == "weighted":
            return float((score * _quotient(tp + fn, (tp + fn).sum())).sum())
        return float(score.mean()) if self.average else score


def _quotient(part: Any, whole: Any) -> Array:
    """Return part / whole, and 0 where whole is 0."""
    zeros = np.zeros_like(part, np.float64)
    return np.asarray(np.divide(part, whole, out=zeros, where=whole != 0))
