"""The two regressions that the neuron learns are the textbook's."""

import numpy as np
import pytest
from chainrule_widgets.perceptron import OneNeuron
from chainrule_widgets.perceptron.students import ENOUGH, hours_and_marks


@pytest.mark.parametrize("targets", ["mark", "passed"])
@pytest.mark.parametrize("outlier", [False, True])
def test_linear_is_least_squares(targets, outlier):
    """After the last step the line is that of the normal equations."""
    hours, marks = hours_and_marks(outlier=outlier)
    wanted = np.polyfit(hours, marks if targets == "mark" else marks > ENOUGH, 1)
    b, w = OneNeuron("linear", targets, outlier=outlier, step=150).weights
    np.testing.assert_allclose(wanted, [w, b], atol=1e-6)


def test_logistic_is_close_to_the_likelihood_s_maximum():
    """For marks, the mean of residuals and that of hours times residuals are 0 at the optimum."""
    hours, marks = hours_and_marks()
    b, w = OneNeuron("sigmoid", "mark", step=150).weights
    residual = 1 / (1 + np.exp(-(b + w * hours))) - marks
    np.testing.assert_allclose([0, 0], [residual.mean(), (hours * residual).mean()], atol=1e-4)


@pytest.mark.parametrize(("activation", "lost"), [("linear", True), ("sigmoid", False)])
def test_outlier_moves_the_line_only(activation, lost):
    """One student far out costs the line right answers about the others, and the sigmoid none."""
    hours, marks = hours_and_marks()

    def right(outlier):
        b, w = OneNeuron(activation, "passed", outlier=outlier, step=150).weights
        # Where ŷ is one half, z is one half for the identity and 0 for the sigmoid.
        return ((b + w * hours > (0.5 if activation == "linear" else 0)) == (marks > ENOUGH)).sum()

    assert lost == (right(True) < right(False))


@pytest.mark.parametrize(("outlier", "hours", "right"), [(False, 3.6, 23), (True, 0.76, 19)])
def test_where_the_line_crosses_one_half(outlier, hours, right):
    """Lecture 02: the outlier moves the crossing from 3.6 to 0.76 hours."""
    seen = OneNeuron("linear", "passed", outlier=outlier, step=150)
    b, w = seen.weights
    assert (hours, right) == (pytest.approx((0.5 - b) / w, abs=0.02), seen.right)


@pytest.mark.parametrize(("outlier", "hours"), [(False, 11), (True, 32)])
def test_line_exceeds_one(outlier, hours):
    """The sentence below the picture: at the right edge ŷ is larger than 1."""
    b, w = OneNeuron("linear", "passed", outlier=outlier, step=150).weights
    assert b + w * hours > 1


def test_nothing_is_known_at_the_start():
    """Step 0 has both numbers at 0, and the words say so."""
    assert (0, 0) == OneNeuron().weights
    assert (
        "linear regression of 'mark' after 0 steps: ŷ = (0.000 + 0.000 · hours); "
        "7 of 24 predictions are right" == repr(OneNeuron())
    )
