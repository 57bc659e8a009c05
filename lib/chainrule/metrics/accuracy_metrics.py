"""Compute the fraction of correct predictions."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import numpy as np

from chainrule.metrics.mean_metric import MeanMetric

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = [
    "Accuracy",
    "BinaryAccuracy",
    "CategoricalAccuracy",
    "SparseCategoricalAccuracy",
    "binary_accuracy",
    "categorical_accuracy",
    "sparse_categorical_accuracy",
]


def _match_last_axis(y_true: Array, y_pred: Array) -> Array:
    """Return y_true with a last axis of length 1 added or removed, as y_pred needs it."""
    if y_true.ndim == y_pred.ndim - 1 and y_pred.shape[-1] == 1:
        return y_true[..., np.newaxis]
    if y_true.ndim == y_pred.ndim + 1 and y_true.shape[-1] == 1:
        return y_true[..., 0]
    return y_true


def binary_accuracy(y_true: ArrayLike, y_pred: ArrayLike, threshold: float = 0.5) -> Array:
    """Return each example's fraction of entries where (y_pred > threshold) is y_true.

    >>> binary_accuracy([[1], [0]], [[0.8], [0.6]])
    array([1., 0.])
    """
    pred = np.asarray(y_pred)
    correct = (pred > threshold) == (_match_last_axis(np.asarray(y_true), pred) != 0)
    return np.asarray(correct.mean(axis=-1))


def categorical_accuracy(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Return 1 for each example whose largest entry is at the same class in both, else 0.

    >>> categorical_accuracy([[0, 1], [1, 0]], [[0.2, 0.8], [0.3, 0.7]])
    array([1., 0.])
    """
    correct = np.argmax(y_true, axis=-1) == np.argmax(y_pred, axis=-1)
    return np.asarray(correct, np.float64)


def sparse_categorical_accuracy(y_true: ArrayLike, y_pred: ArrayLike) -> Array:
    """Return 1 for each example whose largest prediction is at the class y_true, else 0.

    >>> sparse_categorical_accuracy([1, 0], [[0.2, 0.8], [0.3, 0.7]])
    array([1., 0.])
    """
    predicted = np.argmax(y_pred, axis=-1)
    return np.asarray(_match_last_axis(np.asarray(y_true), predicted) == predicted, np.float64)


@final
class Accuracy(MeanMetric):
    """Compute the fraction of entries of y_pred that equal those of y_true.

    Source: slides D0 (concept J1).

    >>> Accuracy()([1, 2, 3], [1, 2, 0]).__round__(3)
    0.667
    """

    def __init__(self, name: str = "accuracy") -> None:
        super().__init__(name)

    def per_example(self, y_true: Array, y_pred: Array) -> Array:
        return np.asarray(_match_last_axis(y_true, y_pred) == y_pred, np.float64)


@final
class BinaryAccuracy(MeanMetric):
    """Compute the fraction of entries where (y_pred > threshold) is y_true.

    Source: slides D0 (concept J1), slides D4 (concept B4).

    >>> BinaryAccuracy()([[1], [0]], [[0.8], [0.6]])
    0.5
    """

    def __init__(self, name: str = "binary_accuracy", threshold: float = 0.5) -> None:
        super().__init__(name)
        self.threshold = threshold

    def per_example(self, y_true: Array, y_pred: Array) -> Array:
        return binary_accuracy(y_true, y_pred, self.threshold)


@final
class CategoricalAccuracy(MeanMetric):
    """Compute the fraction of rows whose largest entry is at the same class in both arrays.

    Source: slides D0 (concept J1).

    >>> CategoricalAccuracy()([[0, 1], [1, 0]], [[0.2, 0.8], [0.3, 0.7]])
    0.5
    """

    def __init__(self, name: str = "categorical_accuracy") -> None:
        super().__init__(name)

    def per_example(self, y_true: Array, y_pred: Array) -> Array:
        return categorical_accuracy(y_true, y_pred)


@final
class SparseCategoricalAccuracy(MeanMetric):
    """Compute the fraction of rows of y_pred whose largest entry is at the class y_true.

    Source: slides D0 (concept J1).

    >>> SparseCategoricalAccuracy()([1, 0], [[0.2, 0.8], [0.3, 0.7]])
    0.5
    """

    def __init__(self, name: str = "sparse_categorical_accuracy") -> None:
        super().__init__(name)

    def per_example(self, y_true: Array, y_pred: Array) -> Array:
        return sparse_categorical_accuracy(y_true, y_pred)
