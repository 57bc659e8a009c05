"""The table behind the threshold is counted right, and bad input is told."""

import numpy as np
import pytest
from chainrule_widgets.evaluation import Threshold
from chainrule_widgets.evaluation.threshold import measures

Y = np.array([0, 0, 1, 1, 1])
P = np.array([0.2, 0.6, 0.3, 0.7, 0.9])


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [
        (0.5, (2, 1, 1, 1, 3 / 5, 2 / 3, 2 / 3, 2 / 3)),
        (0.0, (3, 2, 0, 0, 3 / 5, 3 / 5, 1, 3 / 4)),
        (0.7, (1, 0, 2, 2, 3 / 5, 1, 1 / 3, 1 / 2)),  # p > threshold, so 0.7 itself is no yes
        (1.0, (0, 0, 3, 2, 2 / 5, 0, 0, 0)),
    ],
)
def test_measures_are_those_counted_by_hand(threshold, expected):
    """Five examples, counted on the fingers."""
    np.testing.assert_allclose(expected, measures(Y, P, threshold), atol=1e-6)


def test_the_page_gets_every_threshold():
    """A row for each of 0, 0.01, … 1, in the order TP, FP, FN, TN and then the measures."""
    table = np.frombuffer(Threshold(Y, P).table, "<f8").reshape(101, 8)
    np.testing.assert_allclose([2, 1, 1, 1], table[50, :4])
    assert [5] * 101 == table[:, :4].sum(axis=1).tolist()


def test_words():
    """Without widgets the counts are in a sentence."""
    words = repr(Threshold(Y, P, ("benign", "malignant")))
    assert "threshold 0.50: 2 of 3 malignant found, 1 of 2 benign called malignant" in words


@pytest.mark.parametrize(
    ("y", "p", "message"),
    [
        ([0, 1], [0.5], "2 labels and 1 probabilities do not pair up"),
        ([0, 2], [0.5, 0.5], "the labels must be 0 and 1"),
        ([0, 1], [0.5, 1.5], "the probabilities must lie between 0 and 1"),
        ([0, 1], [0.5, float("nan")], "the probabilities must lie between 0 and 1"),
    ],
)
def test_bad_input_is_told(y, p, message):
    """What is no probability of a yes or no gets a sentence."""
    with pytest.raises(ValueError, match=message):
        Threshold(y, p)
