"""The line that is dragged is the perceptron's own: the slides' numbers come out."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.perceptron import HandLine
from chainrule_widgets.perceptron.points import POINTS, points
from chainrule_widgets.perceptron.sigmoid_table import table


def test_slide_s_numbers():
    """1 + 3·(−1) − 2·2 = −6, and σ(−6) = 0.00247."""
    assert -6 == HandLine().z
    assert "= -6, and σ(z) = 0.00247" in repr(HandLine())


def test_without_a_bias_nothing_is_added():
    """The same weights without w₀ give −7, and 0 at the origin."""
    assert -7 == HandLine(bias=False).z
    assert 0 == HandLine(x=(0, 0), bias=False).z


def test_right_counts_the_points_on_their_side():
    """A line between the heaps parts all; with its arrow turned round it is wrong about all."""
    assert 60 == HandLine(-4.4, (2, 2), data="two clusters").right()
    assert 0 == HandLine(4.4, (-2, -2), data="two clusters").right()


def test_clusters_need_a_bias():
    """No line through the origin separates the two clusters, whatever its direction."""
    seen, most = HandLine(data="two clusters", bias=False), 0
    for angle in np.linspace(0, 2 * np.pi, 361):
        seen.w1, seen.w2 = 4 * np.cos(angle), 4 * np.sin(angle)
        most = max(most, seen.right())
    assert most < 60


def test_table_is_the_sigmoid():
    """From −40 to 40, in steps of 0.02, to 32-bit accuracy."""
    z = np.linspace(-40, 40, 4001)
    np.testing.assert_allclose(1 / (1 + np.exp(-z)), np.frombuffer(table(), "<f4"), rtol=1e-6)


@pytest.mark.parametrize("name", POINTS)
def test_points_are_inside_the_picture(name):
    """Every pattern fits the plane from −3 to 3, and is the same when asked again."""
    X, y = points(name)
    assert len(X) == len(y)
    assert np.abs(X).max(initial=0) <= 3
    np.testing.assert_array_equal(X, points(name)[0])


def test_bad_input_is_told():
    """Too many weights, unknown points, and weights beyond the picture each get a sentence."""
    with pytest.raises(ValueError, match="needs two weights and two inputs, but got 3 and 2"):
        HandLine(1, (1, 2, 3))
    with pytest.raises(ValueError, match="unknown points 'rings'; choose one of: none, two"):
        HandLine(data="rings")
    with pytest.raises(traitlets.TraitError, match="5"):
        HandLine(1, (5, 0))
