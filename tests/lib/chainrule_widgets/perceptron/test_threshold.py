"""The counts beside the threshold are those of the tumours."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.perceptron import Threshold
from chainrule_widgets.perceptron.threshold import judged


def test_counts_add_up():
    """Found and missed are all malignant ones, alarms and cleared all benign ones."""
    _, y = judged()
    for t in (0.0, 0.3, 0.5, 1.0):
        n = Threshold(t).counts()
        assert (y.sum(), (1 - y).sum()) == (
            n["found"] + n["missed"],
            n["false_alarms"] + n["cleared"],
        )


def test_ends_of_the_scale():
    """At 0 all are called malignant, at 1 nobody is."""
    low, high = Threshold(0.0).counts(), Threshold(1.0).counts()
    assert (0, 0) == (low["missed"], low["cleared"])
    assert (0, 0) == (high["found"], high["false_alarms"])


@pytest.mark.parametrize(("threshold", "missed", "alarms"), [(0.05, 7, 63), (0.95, 50, 2)])
def test_numbers_of_the_lecture(threshold, missed, alarms):
    """Lecture 02 states these numbers."""
    counts = Threshold(threshold).counts()
    assert (missed, alarms) == (counts["missed"], counts["false_alarms"])


def test_neuron_is_fitted():
    """It is right about more than four in five tumours that it has not seen."""
    p, y = judged()
    assert ((p > 0.5) == (y > 0)).mean() > 0.8
    assert p[y > 0].mean() > p[y == 0].mean() + 0.5
    np.testing.assert_array_equal(p.shape, y.shape)


def test_words_and_limits():
    """The sentence has the four counts; a threshold above 1 does not exist."""
    assert "110 missed, 0 false alarms" in repr(Threshold(1.0))
    with pytest.raises(traitlets.TraitError, match=r"1\.5"):
        Threshold(1.5)
