"""Show the predictions of a classifier and its measures for every threshold."""

from collections.abc import Sequence
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import metrics
from numpy.typing import ArrayLike, NDArray

from chainrule_widgets.evaluation.user_scores import own_scores
from chainrule_widgets.explorable import Explorable, script
from chainrule_widgets.user_function import Function

Array = NDArray[Any]
THRESHOLDS: Final = np.arange(101) / 100


def measures(y: Array, p: Array, threshold: float) -> tuple[float, ...]:
    """Return TP, FP, FN, TN, accuracy, precision, recall and F1, from the library's metrics."""
    (tn, fp), (fn, tp) = metrics.confusion_matrix(y, p > threshold, 2)
    scores = [
        metrics.BinaryAccuracy(threshold=threshold),
        metrics.Precision(threshold),
        metrics.Recall(threshold),
        metrics.F1Score("macro", threshold),
    ]
    return (tp, fp, fn, tn, *(float(score(y[:, None], p[:, None])) for score in scores))


def _checked(y: ArrayLike, p: ArrayLike) -> tuple[Array, Array]:
    labels, scores = np.ravel(y), np.ravel(p).astype(float)
    if labels.shape != scores.shape or not labels.size:
        raise ValueError(f"{labels.size} labels, {scores.size} probabilities: pass as many of both")
    if not np.isin(labels, (0, 1)).all():
        raise ValueError("the labels must be 0 (negative) and 1 (positive)")
    if not ((scores >= 0) & (scores <= 1)).all():
        raise ValueError("the probabilities must lie between 0 and 1")
    return labels.astype(int), scores


@final
class Threshold(Explorable):
    """Draw predicted probabilities, the confusion matrix at a threshold, and the measures.

    Args:
        y: the true labels, 1 for positive.
        p: the predicted probability of class 1 for each example.
        names: the names of the classes 0 and 1, such as ("benign", "malignant").
        threshold: the threshold; an example is predicted as 1 if p > threshold.
        function: your own `precision_recall_f1(y, y_hat)`, which is compared with the library's.
    """

    _esm = script(__file__)

    threshold = traitlets.Float(0.5, min=0.0, max=1.0).tag(sync=True)
    names = traitlets.List(traitlets.Unicode()).tag(sync=True)
    dots = traitlets.Bytes().tag(sync=True)
    table = traitlets.Bytes().tag(sync=True)
    own = traitlets.Bytes().tag(sync=True)
    own_sentence = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        y: ArrayLike,
        p: ArrayLike,
        names: Sequence[str] = ("no", "yes"),
        *,
        threshold: float = 0.5,
        function: Function | None = None,
    ) -> None:
        self._y, self._p = _checked(y, p)
        rows = np.array([measures(self._y, self._p, float(at)) for at in THRESHOLDS])
        own, own_sentence = np.empty((0, 3)), ""
        if function is not None:
            predicted = self._p > THRESHOLDS[:, None]
            own, own_sentence = own_scores(function, self._y, predicted, rows[:, 5:])
        dots = np.column_stack([self._p, self._y])
        super().__init__(
            threshold=threshold,
            names=list(names),
            dots=dots.astype("<f8").tobytes(),
            table=rows.astype("<f8").tobytes(),
            own=own.astype("<f8").tobytes(),
            own_sentence=own_sentence,
        )

    def describe(self) -> str:
        tp, fp, fn, tn, accuracy, precision, recall, f1 = measures(self._y, self._p, self.threshold)
        return (
            f"threshold {self.threshold:.2f}: {tp} of {tp + fn} {self.names[1]} found, {fp} of "
            f"{fp + tn} {self.names[0]} predicted as {self.names[1]}; accuracy {accuracy:.3f}, "
            f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}"
            f"{'. ' + self.own_sentence if self.own_sentence else ''}"
        )
