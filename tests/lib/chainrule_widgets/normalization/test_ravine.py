"""The ravine's curvatures are those of the line's loss, its count of steps is what SGD needs."""

import numpy as np
import pytest
from chainrule import optimizers
from chainrule_widgets.normalization import Ravine
from chainrule_widgets.normalization.ravine import SCALES, measured, scaled


def test_curvature_is_that_of_the_moments():
    """The Hessian of the mean squared error of w₀ + w₁ x is 2 [[1, μ], [μ, μ² + σ²]]."""
    seen = Ravine(mean=3.0, deviation=2.0).seen
    np.testing.assert_allclose([[2, 6], [6, 2 * (9 + 4)]], seen["hessian"])


def test_standardised_is_a_bowl_whatever_the_unit():
    """With mean 0 and deviation 1 every direction has curvature 2, and one step is enough."""
    for mean, deviation in [(0.0, 1.0), (4.0, 0.2), (2.0, 3.0)]:
        seen = Ravine(SCALES[3], mean=mean, deviation=deviation, learning_rate=0.5).seen
        np.testing.assert_allclose([2, 2], [seen["flat"], seen["steep"]], rtol=1e-5)
        assert (1, 1) == (seen["steps"], seen["fewest"])


@pytest.mark.parametrize("rate", [0.02, 0.05, 0.09])
def test_steps_are_counted_as_sgd_walks(rate):
    """The library's SGD is within a twentieth of the distance at the step that is shown."""
    ravine = Ravine(learning_rate=rate)
    x, y = measured(3.0, 1.0)
    w = np.add(ravine.seen["best"], [1.5, 1.2])
    sgd, away = optimizers.SGD(rate), []
    for _ in range(ravine.seen["steps"] + 1):
        away.append(np.linalg.norm(w - ravine.seen["best"]))
        error = w[0] + w[1] * x - y
        sgd.apply_gradients([(np.array([2 * error.mean(), 2 * (error * x).mean()]), w)])
    arrived = np.array(away) <= away[0] / 20
    assert ravine.seen["steps"] == int(arrived.argmax())


def test_no_rate_needs_fewer_steps_than_the_best():
    """The button's rate needs as few steps as are promised, and others need more."""
    ravine = Ravine()
    fewest = ravine.seen["fewest"]
    for rate in (0.01, 0.03, 0.05, 0.07, 0.09, 0.0915):
        assert Ravine(learning_rate=rate).seen["steps"] >= fewest
    assert fewest == Ravine(learning_rate=ravine.seen["best_rate"]).seen["steps"]


def test_too_large_a_rate_never_arrives():
    """Above 2 / (largest curvature) the words say so, and the path leaves the picture."""
    ravine = Ravine(learning_rate=0.2)
    assert ravine.learning_rate > 2 / ravine.seen["steep"]
    assert ravine.seen["steps"] is None
    assert np.abs(ravine.seen["path"][-1]).max() > 2
    assert "diverges" in repr(ravine)


def test_scales():
    """The four scales have the range, or the mean and deviation, that they are called by."""
    x = measured(3.0, 2.0)[0]
    assert (0, 1) == (scaled(x, SCALES[1]).min(), scaled(x, SCALES[1]).max())
    assert (-1, 1) == (scaled(x, SCALES[2]).min(), scaled(x, SCALES[2]).max())
    standard = scaled(x, SCALES[3])
    np.testing.assert_allclose([0, 1], [standard.mean(), standard.std()], atol=1e-6)


def test_bad_input_is_told():
    """An unknown scale gets a sentence with those that exist."""
    with pytest.raises(ValueError, match="there is no scale 'log'; the scales are as it is, to"):
        Ravine("log")
