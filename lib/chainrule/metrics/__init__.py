"""Metrics: how good predictions are, in numbers that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from chainrule.metrics.accuracy_metrics import (
    Accuracy,
    BinaryAccuracy,
    CategoricalAccuracy,
    SparseCategoricalAccuracy,
    binary_accuracy,
    categorical_accuracy,
    sparse_categorical_accuracy,
)
from chainrule.metrics.confusion_metrics import Precision, Recall, confusion_matrix
from chainrule.metrics.f_score_metrics import F1Score
from chainrule.metrics.mean_loss import MeanLoss
from chainrule.metrics.mean_metric import MeanMetric
from chainrule.metrics.metric import Direction, Metric

if TYPE_CHECKING:
    from chainrule import losses

__all__ = [
    "Accuracy",
    "BinaryAccuracy",
    "CategoricalAccuracy",
    "Direction",
    "F1Score",
    "MeanLoss",
    "MeanMetric",
    "Metric",
    "MetricLike",
    "Precision",
    "Recall",
    "SparseCategoricalAccuracy",
    "binary_accuracy",
    "categorical_accuracy",
    "confusion_matrix",
    "get",
    "sparse_categorical_accuracy",
]

_BY_NAME: Final[dict[str, type[Any]]] = {
    "binary_accuracy": BinaryAccuracy,
    "categorical_accuracy": CategoricalAccuracy,
    "sparse_categorical_accuracy": SparseCategoricalAccuracy,
    "precision": Precision,
    "recall": Recall,
    "f1_score": F1Score,
}

MetricLike: TypeAlias = str | Metric
"""A metric, or its name."""


def get(name: MetricLike, loss: losses.Loss | None = None, width: int = 1) -> Metric:
    """Return a new metric of that name; a metric is returned unchanged.

    "accuracy" depends on loss and output: the binary accuracy for an output of width 1, else the
    sparse one if the loss takes class numbers, else the categorical one. Names of losses are
    metrics too.

    Raises:
        ValueError: if no metric and no loss has that name.

    >>> get("accuracy", width=10)
    <metric accuracy>
    """
    if isinstance(name, Metric):
        return name
    if name in {"accuracy", "acc"}:
        if width == 1:
            return BinaryAccuracy(name)
        sparse = loss is not None and loss.sparse
        return SparseCategoricalAccuracy(name) if sparse else CategoricalAccuracy(name)
    by_class = {cls.__name__: cls for cls in _BY_NAME.values()}
    if cls := _BY_NAME.get(name) or by_class.get(name):
        return cls()  # type: ignore[no-any-return]
    try:
        return MeanLoss(name, name=name)
    except ValueError:
        known = ", ".join(["accuracy", *_BY_NAME])
        raise ValueError(
            f"there is no metric {name!r}; the metrics are {known}, and all losses"
        ) from None
