"""Confusion matrix, precision and recall of small tables."""

import numpy as np
import pytest
from chainrule import metrics

TRUE = [0, 0, 1, 1, 1, 2]


SAID = [0, 1, 1, 1, 2, 2]


TABLE = [[1, 1, 0], [0, 2, 1], [0, 0, 1]]


def test_confusion_matrix():
    """Rows are true, columns are said."""
    assert TABLE == metrics.confusion_matrix(TRUE, SAID).tolist()
    assert (4, 4) == metrics.confusion_matrix(TRUE, SAID, classes=4).shape
    assert [[0, 0], [0, 0]] == metrics.confusion_matrix([], [], classes=2).tolist()


def test_precision_and_recall():
    """4 of 6 that were called are right, and 4 of 6 that are right were called."""
    y, p = [1, 1, 1, 0, 0], [0.9, 0.8, 0.1, 0.7, 0.2]
    assert (2 / 3, 2 / 3) == (metrics.Precision()(y, p), metrics.Recall()(y, p))
    assert (0.5, 1 / 3) == (
        metrics.Precision(0.75)(y, [0.9, 0, 0, 0.8, 0]),
        metrics.Recall(0.85)(y, p),
    )
    assert (0.0, 0.0) == (metrics.Precision()([0], [0.1]), metrics.Recall()([0], [0.9]))


def test_batches_add_up():
    """Two batches give what one of both gives, weights included; reset begins anew."""
    y, p, w = np.array([1, 0, 1, 1]), np.array([0.9, 0.8, 0.1, 0.7]), np.array([1.0, 2.0, 3.0, 4.0])
    for kind in (metrics.Precision, metrics.Recall, metrics.BinaryAccuracy):
        parts = kind()
        for half in (slice(0, 2), slice(2, 4)):
            parts.update_state(y[half, None], p[half, None], w[half])
        assert kind()(y[:, None], p[:, None], w) == pytest.approx(parts.result())
        parts.reset_state()
        assert 0.0 == parts.result()


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (lambda: metrics.get("auc"), "there is no metric 'auc'"),
        (lambda: metrics.confusion_matrix([0], [0, 1]), "y_true has 1 labels, and y_pred has 2"),
        (lambda: metrics.confusion_matrix([0], [3], classes=2), "0 … 1"),
        (lambda: metrics.F1Score("mean"), "average is"),
    ],
)
def test_bad_input_is_told(bad, says):
    """Bad input gets a sentence with what was given and what is needed."""
    with pytest.raises(ValueError, match=says):
        bad()
