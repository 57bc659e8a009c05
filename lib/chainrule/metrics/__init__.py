"""Numbers by which people judge a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from chainrule.metrics.accuracy import (
    Accuracy,
    BinaryAccuracy,
    CategoricalAccuracy,
    SparseCategoricalAccuracy,
    binary_accuracy,
    categorical_accuracy,
    sparse_categorical_accuracy,
)
from chainrule.metrics.confusion import F1Score, Precision, Recall, confusion_matrix
from chainrule.metrics.distance import MeanLoss
from chainrule.metrics.metric import Averaged, Metric

if TYPE_CHECKING:
    from chainrule import losses

__all__ = [
    "Accuracy",
    "Averaged",
    "BinaryAccuracy",
    "CategoricalAccuracy",
    "F1Score",
    "MeanLoss",
    "Metric",
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

Spelling: TypeAlias = str | Metric
"""A metric, or its name."""


def get(name: Spelling, loss: losses.Loss | None = None, width: int = 1) -> Metric:
    """Return a new metric of that name; a metric is given back as it is.

    "accuracy" is the one that fits: the binary one for an output of width 1, else the sparse one
    if the loss takes class numbers, else the categorical one. Names of losses are metrics too.

    Raises:
        ValueError: for a name that no metric and no loss has.

    >>> get("accuracy", width=10)
    <metric accuracy>
    """
    if isinstance(name, Metric):
        return name
    if name in {"accuracy", "acc"}:
        sparse = loss is not None and loss.sparse
        many = SparseCategoricalAccuracy(name) if sparse else CategoricalAccuracy(name)
        return BinaryAccuracy(name) if width == 1 else many
    by_class = {kind.__name__: kind for kind in _BY_NAME.values()}
    if kind := _BY_NAME.get(name) or by_class.get(name):
        return kind()  # type: ignore[no-any-return]
    try:
        return MeanLoss(name, name=name)
    except ValueError:
        known = ", ".join(["accuracy", *_BY_NAME])
        raise ValueError(f"there is no metric {name!r}; they are {known}, or a loss") from None
