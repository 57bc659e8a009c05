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


def by_counting(y, y_hat):
    """The three measures with every pair looked at once, 0 where undefined."""
    pairs = [(int(a), int(b)) for a, b in zip(y, y_hat, strict=True)]
    hits, called, true = pairs.count((1, 1)), sum(b for _, b in pairs), sum(a for a, _ in pairs)
    precision = hits / called if called else 0.0
    recall = hits / true if true else 0.0
    return precision, recall, 2 * hits / (called + true) if called + true else 0.0


def test_a_right_function_agrees_everywhere():
    """A second, independent counting gives the library's numbers at all 101 thresholds."""
    seen = Threshold(Y, P, function=by_counting)
    assert "Your function returns the library's numbers at every threshold." == seen.own_sentence
    assert (101 * 3 * 8) == len(seen.own)


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (
            lambda y, y_hat: by_counting(y_hat, y),
            "first at 0.00: precision 1.000 instead of 0.600, recall 0.600 instead of 1.000.",
        ),
        (
            lambda y, y_hat: [float(np.sum(y * y_hat) / np.sum(y_hat)), *by_counting(y, y_hat)[1:]],
            "Your function differs at 11 of 101 thresholds, first at 0.90: precision nan instead",
        ),
        (lambda y, *_: y[99], "<lambda> raised IndexError"),
        (lambda *_: (1.0, 2.0), "Return precision, recall and F1."),
        (lambda *_: None, "<lambda> raised TypeError"),
    ],
)
def test_a_mistake_is_a_sentence(function, says):
    """Exchanged measures, 0/0, and functions that fail or return something else."""
    assert says in Threshold(Y, P, function=function).own_sentence


def test_words():
    """Without widgets the counts are in a sentence."""
    words = repr(Threshold(Y, P, ("benign", "malignant")))
    assert "threshold 0.50: 2 of 3 malignant found, 1 of 2 benign predicted as malignant" in words


@pytest.mark.parametrize(
    ("y", "p", "message"),
    [
        ([0, 1], [0.5], "2 labels, 1 probabilities: pass as many of both"),
        ([0, 2], [0.5, 0.5], "the labels must be 0 .negative. and 1"),
        ([0, 1], [0.5, 1.5], "the probabilities must lie between 0 and 1"),
        ([0, 1], [0.5, float("nan")], "the probabilities must lie between 0 and 1"),
    ],
)
def test_bad_input_is_told(y, p, message):
    """What is no probability of a yes or no gets a sentence."""
    with pytest.raises(ValueError, match=message):
        Threshold(y, p)
