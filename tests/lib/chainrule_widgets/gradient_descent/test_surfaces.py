"""Surfaces and curves have the slopes that they say they have."""

import numpy as np
import pytest
from chainrule.gradients import check_gradients
from chainrule_widgets.gradient_descent.hills import HILLS, hill
from chainrule_widgets.gradient_descent.surfaces import SURFACES, surface


@pytest.mark.parametrize("name", SURFACES)
def test_slope_of_a_surface_is_its_gradient(name):
    """Difference quotients agree at places all over the map."""
    ground = surface(name)
    for w in np.random.default_rng(0).uniform(-ground.edge, ground.edge, (20, 2)):
        assert check_gradients(ground.height, ground.slope, w) < 1e-5


@pytest.mark.parametrize("name", HILLS)
def test_slope_of_a_curve_is_its_derivative(name):
    """Difference quotients agree, and the slope is 0 at each minimum, the lowest named first."""
    ground = hill(name)
    w = np.linspace(ground.low, ground.high, 50)
    quotient = (ground.height(w + 1e-6) - ground.height(w - 1e-6)) / 2e-6
    np.testing.assert_allclose(quotient, ground.slope(w), atol=1e-8)
    floors = np.array(ground.minima)
    np.testing.assert_allclose(ground.slope(floors), 0, atol=1e-6)
    assert ground.height(floors)[0] == ground.height(floors).min()
    assert ground.height(w).min() >= ground.height(floors)[0]


def test_field_is_the_height():
    """The page gets float32 heights, the lowest row first."""
    field = np.frombuffer(surface("ravine").field(), "<f4").reshape(64, 64)
    axis = np.linspace(-3, 3, 64)
    np.testing.assert_allclose(axis[5] ** 2 / 2 + 10 * axis[60] ** 2, field[60, 5], rtol=1e-6)


def test_net_has_twin_minima():
    """Both signs turned, the two-weight net says the same."""
    ground = surface("two-weight net")
    w = np.random.default_rng(1).normal(size=(50, 2))
    np.testing.assert_allclose(ground.height(w), ground.height(-w))
    np.testing.assert_allclose([0, 0], ground.height(np.array([[1, 1.5], [-1, -1.5]])), atol=1e-12)


@pytest.mark.parametrize("known", [surface, hill])
def test_unknown_name_is_told(known):
    """A name that is none gets a sentence with those that are."""
    with pytest.raises(ValueError, match="there is no .* 'hole'; there are "):
        known("hole")
