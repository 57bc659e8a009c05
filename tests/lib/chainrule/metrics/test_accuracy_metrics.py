"""Fractions that can be counted."""

import numpy as np
import pytest
from chainrule import losses, metrics

TRUE = [0, 0, 1, 1, 1, 2]


SAID = [0, 1, 1, 1, 2, 2]


ROWS = (np.eye(3)[TRUE], np.eye(3)[SAID])


@pytest.mark.parametrize(
    ("metric", "y", "p", "expected"),
    [
        (metrics.Accuracy(), TRUE, SAID, 4 / 6),
        (metrics.BinaryAccuracy(), [[1], [0]], [[0.5], [0.4]], 0.5),
        (metrics.BinaryAccuracy(threshold=0.3), [1, 0], [[0.5], [0.4]], 0.5),
        (metrics.CategoricalAccuracy(), *ROWS, 4 / 6),
        (metrics.SparseCategoricalAccuracy(), TRUE, ROWS[1], 4 / 6),
        (metrics.SparseCategoricalAccuracy(), np.array(TRUE)[:, None], ROWS[1], 4 / 6),
        (metrics.MeanLoss("mse"), [[1.0]], [[3.0]], 4.0),
    ],
)
def test_value(metric, y, p, expected):
    """Shares that can be counted."""
    assert expected == pytest.approx(metric(y, p))


def test_accuracy_is_the_one_that_fits():
    """The output's width and the loss decide."""
    sparse = losses.SparseCategoricalCrossentropy()
    kinds = [
        metrics.get("accuracy"),
        metrics.get("acc", sparse, 3),
        metrics.get("accuracy", None, 3),
    ]
    assert ["BinaryAccuracy", "SparseCategoricalAccuracy", "CategoricalAccuracy"] == [
        type(kind).__name__ for kind in kinds
    ]
    assert "mae" == metrics.get("mae").name
