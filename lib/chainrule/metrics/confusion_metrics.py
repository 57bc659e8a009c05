"""Count true and false positives and negatives, and compute precision and recall from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.metrics.metric import Metric

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["ConfusionMetric", "Precision", "Recall", "confusion_matrix"]


def confusion_matrix(y_true: ArrayLike, y_pred: ArrayLike, classes: int | None = None) -> Array:
    """Return how often each true class (row) was predicted as each class (column).

    Labels are numbers 0 … classes − 1; without `classes`, it is the largest label plus 1.

    Shapes: both (n,); the result is (classes, classes).

    Raises:
        ValueError: for arrays of different lengths, or labels outside of the classes.

    Source: slides D0 (concept J1).

    >>> confusion_matrix([0, 1, 1, 2], [0, 1, 0, 2])
    array([[1, 0, 0],
           [1, 1, 0],
           [0, 0, 1]])
    """
    true, pred = np.ravel(y_true).astype(np.intp), np.ravel(y_pred).astype(np.intp)
    if true.shape != pred.shape:
        raise ValueError(f"y_true has {true.size} labels, and y_pred has {pred.size}")
    largest = max(true.max(initial=-1), pred.max(initial=-1))
    k = int(largest) + 1 if classes is None else classes
    if largest >= k or min(true.min(initial=0), pred.min(initial=0)) < 0:
        raise ValueError(f"labels must be 0 … {k - 1} for {k} classes")
    return np.bincount(true * k + pred, minlength=k * k).reshape(k, k)


class ConfusionMetric(Metric):
    """Count true positives, false positives and false negatives of each column."""

    true_positives: Any
    false_positives: Any
    false_negatives: Any

    def __init__(self, name: str, threshold: float | None) -> None:
        super().__init__(name)
        self.threshold = threshold

    @final
    def update_state(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> None:
        pred = _columns(y_pred)
        true = _columns(y_true) != 0
        positive = pred > self.threshold if self.threshold is not None else _is_largest(pred)
        weight = np.ones((len(pred), 1)) if sample_weight is None else _columns(sample_weight)
        self.true_positives = self.true_positives + _count(positive & true, weight)
        self.false_positives = self.false_positives + _count(positive & ~true, weight)
        self.false_negatives = self.false_negatives + _count(~positive & true, weight)

    @final
    def reset_state(self) -> None:
        self.true_positives = 0.0
        self.false_positives = 0.0
        self.false_negatives = 0.0


def _columns(values: ArrayLike) -> Array:
    array = np.asarray(values)
    return array.reshape(len(array), -1)


def _is_largest(rows: Array) -> Array:
    return np.asarray((rows >= rows.max(axis=-1, keepdims=True)) & (np.abs(rows) > 1e-9))


def _count(chosen: Array, weight: Array) -> Any:
    return (chosen * weight).sum(axis=0)


def _ratio(part: Any, whole: Any) -> float:
    total = float(np.sum(whole))
    return float(np.sum(part)) / total if total else 0.0


@final
class Precision(ConfusionMetric):
    """Compute TP / (TP + FP), the fraction of predicted positives that are positive.

    The result is 0 where nothing was predicted positive.

    Source: slides D0 (concept J1).

    >>> Precision()([0, 1, 1, 1], [0.9, 0.8, 0.2, 0.7]).__round__(3)
    0.667
    """

    def __init__(self, thresholds: float = 0.5, name: str = "precision") -> None:
        super().__init__(name, thresholds)
        self.thresholds = thresholds

    def result(self) -> float:
        return _ratio(self.true_positives, self.true_positives + self.false_positives)


@final
class Recall(ConfusionMetric):
    """Compute TP / (TP + FN), the fraction of positives that were predicted positive.

    The result is 0 where there are no positives.

    Source: slides D0 (concept J1).

    >>> Recall()([0, 1, 1, 1], [0.9, 0.8, 0.2, 0.7]).__round__(3)
    0.667
    """

    def __init__(self, thresholds: float = 0.5, name: str = "recall") -> None:
        super().__init__(name, thresholds)
        self.thresholds = thresholds

    def result(self) -> float:
        return _ratio(self.true_positives, self.true_positives + self.false_negatives)
