"""What is taken for what: hits and misses, class by class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.config import EPSILON
from chainrule.metrics.metric import Metric

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["F1Score", "Precision", "Recall", "confusion_matrix"]


def confusion_matrix(y_true: ArrayLike, y_pred: ArrayLike, classes: int | None = None) -> Array:
    """Return how often each true class (row) was taken for each class (column).

    Labels are numbers 0 … classes − 1; the number of classes is found where it is not given.

    Raises:
        ValueError: for arrays of different lengths, or labels outside of the classes.

    Source: D0 (J1).

    >>> confusion_matrix([0, 1, 1, 2], [0, 1, 0, 2])
    array([[1, 0, 0],
           [1, 1, 0],
           [0, 0, 1]])
    """
    true, pred = np.ravel(y_true).astype(np.intp), np.ravel(y_pred).astype(np.intp)
    if true.shape != pred.shape:
        raise ValueError(f"{true.size} true labels and {pred.size} predicted ones do not pair up")
    largest = max(true.max(initial=-1), pred.max(initial=-1))
    k = int(largest) + 1 if classes is None else classes
    if largest >= k or min(true.min(initial=0), pred.min(initial=0)) < 0:
        raise ValueError(f"labels must be 0 … {k - 1} for {k} classes")
    return np.bincount(true * k + pred, minlength=k * k).reshape(k, k)


class _Counting(Metric):
    """Hits, false alarms and misses of each column, added up over the batches."""

    def __init__(self, name: str, threshold: float | None) -> None:
        super().__init__(name)
        self.threshold = threshold

    @final
    def update_state(
        self, y_true: ArrayLike, y_pred: ArrayLike, sample_weight: ArrayLike | None = None
    ) -> None:
        pred = _columns(y_pred)
        true = _columns(y_true) != 0
        said = pred > self.threshold if self.threshold is not None else _largest(pred)
        weight = np.ones((len(pred), 1)) if sample_weight is None else _columns(sample_weight)
        for key, chosen in (("hit", said & true), ("alarm", said & ~true), ("miss", ~said & true)):
            self._counts[key] = self._counts[key] + (chosen * weight).sum(axis=0)

    @final
    def reset_state(self) -> None:
        self._counts: dict[str, Any] = {"hit": 0.0, "alarm": 0.0, "miss": 0.0}


def _columns(values: ArrayLike) -> Array:
    array = np.asarray(values)
    return array.reshape(len(array), -1)


def _largest(rows: Array) -> Array:
    return np.asarray((rows >= rows.max(axis=-1, keepdims=True)) & (np.abs(rows) > 1e-9))


def _share(part: Any, whole: Any) -> float:
    total = float(np.sum(whole))
    return float(np.sum(part)) / total if total else 0.0


@final
class Precision(_Counting):
    """Of what was called positive, the share that is: TP / (TP + FP), 0 where nothing was called.

    Source: D0 (J1).

    >>> Precision()([0, 1, 1, 1], [0.9, 0.8, 0.2, 0.7]).__round__(3)
    0.667
    """

    def __init__(self, thresholds: float = 0.5, name: str = "precision") -> None:
        super().__init__(name, thresholds)
        self.thresholds = thresholds

    def result(self) -> float:
        return _share(self._counts["hit"], self._counts["hit"] + self._counts["alarm"])


@final
class Recall(_Counting):
    """Of what is positive, the share that was found: TP / (TP + FN), 0 where there is none.

    Source: D0 (J1).

    >>> Recall()([0, 1, 1, 1], [0.9, 0.8, 0.2, 0.7]).__round__(3)
    0.667
    """

    def __init__(self, thresholds: float = 0.5, name: str = "recall") -> None:
        super().__init__(name, thresholds)
        self.thresholds = thresholds

    def result(self) -> float:
        return _share(self._counts["hit"], self._counts["hit"] + self._counts["miss"])


@final
class F1Score(_Counting):
    """2 · precision · recall / (precision + recall), for each column of y_true.

    Without a threshold the largest entry of a row is what was said. `average` makes one number of
    it: "micro" (of all counts), "macro" (mean of the columns), "weighted" (by their frequency).

    Source: D0 (J1).

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
        hit, alarm, miss = (np.asarray(self._counts[k]) for k in ("hit", "alarm", "miss"))
        if self.average == "micro":
            hit, alarm, miss = hit.sum(), alarm.sum(), miss.sum()
        precision, recall = _quotient(hit, hit + alarm), _quotient(hit, hit + miss)
        score = 2 * precision * recall / (precision + recall + EPSILON)
        if self.average == "weighted":
            return float((score * _quotient(hit + miss, (hit + miss).sum())).sum())
        return float(score.mean()) if self.average else score


def _quotient(part: Any, whole: Any) -> Array:
    nothing = np.zeros_like(part, np.float64)
    return np.asarray(np.divide(part, whole, out=nothing, where=whole != 0))
