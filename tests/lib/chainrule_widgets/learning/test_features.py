"""The hand-made feature parts circles and nothing else; the learned ones do both."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.learning import Features
from chainrule_widgets.learning.features import by_hand, points, training


def test_feature_by_hand():
    """x₁² + x₂², one number for each point."""
    np.testing.assert_array_equal([[25.0], [2.0]], by_hand(np.array([[3.0, 4.0], [1.0, -1.0]])))


@pytest.mark.parametrize(
    ("data", "way", "least", "most"),
    [
        ("circles", "as measured", 50, 90),
        ("circles", "made by hand", 120, 120),
        ("circles", "learned", 115, 120),
        ("moons", "as measured", 95, 115),
        ("moons", "made by hand", 40, 80),
        ("moons", "learned", 115, 120),
    ],
)
def test_who_parts_what(data, way, least, most):
    """How many of the 120 points are right in the end."""
    assert least <= Features(data, way).seen["right"] <= most


def test_field_is_the_net():
    """What is drawn at a corner is the trained net there, multiplied out by hand."""
    W1, b1, W2, b2 = training("moons", "learned")[50]
    hidden = np.tanh(np.array([-1.6, -1.6]) @ W1 + b1)
    fields = np.frombuffer(Features("moons", "learned", step=50).arrays[0], "<f4").reshape(4, -1)
    p = 1 / (1 + np.exp(-(hidden @ W2 + b2)))
    np.testing.assert_allclose([p[0], *hidden], fields[:, 0], rtol=1e-5)


def test_state_is_what_is_drawn():
    """Turning a knob from code answers anew, with as many features as there are."""
    seen = Features()
    assert (2, 1600 * 3 * 4) == (seen.seen["features"], len(seen.arrays[0]))
    seen.representation = "made by hand"
    assert (1, 1600 * 2 * 4) == (seen.seen["features"], len(seen.arrays[0]))
    assert "circles, features made by hand, after 100 steps: 120 of 120 right" == repr(seen)
    with pytest.raises(traitlets.TraitError, match="dreamt"):
        seen.representation = "dreamt"


def test_points():
    """Sixty of each class, within the picture."""
    for data in ("circles", "moons"):
        X, y = points(data)
        assert (60, True) == (y.sum(), bool(np.abs(X).max() < 1.6))


@pytest.mark.parametrize(
    ("data", "representation", "right"),
    [
        ("circles", "made by hand", 120),
        ("moons", "made by hand", 62),
        ("circles", "learned", 119),
        ("moons", "learned", 120),
    ],
)
def test_numbers_of_the_lecture(data, representation, right):
    """Lecture 01 states these numbers of right predictions."""
    assert right == Features(data, representation).seen["right"]
