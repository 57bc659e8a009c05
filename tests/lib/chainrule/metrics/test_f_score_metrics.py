"""The F1 score of a small table."""

import numpy as np
import pytest
from chainrule import metrics

TRUE = [0, 0, 1, 1, 1, 2]


SAID = [0, 1, 1, 1, 2, 2]


ROWS = (np.eye(3)[TRUE], np.eye(3)[SAID])


@pytest.mark.parametrize(
    ("average", "expected"),
    [
        (None, [2 / 3, 2 / 3, 2 / 3]),
        ("micro", 4 / 6),
        ("macro", 2 / 3),
        ("weighted", 2 / 3),
    ],
)
def test_f1(average, expected):
    """Precision 1, 2/3, 1/2 and recall 1/2, 2/3, 1: the harmonic mean is 2/3 for each class."""
    assert expected == pytest.approx(metrics.F1Score(average)(*ROWS), rel=1e-6)
