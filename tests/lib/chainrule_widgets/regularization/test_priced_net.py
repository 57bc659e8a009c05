"""A price makes the weights smaller and the training error larger."""

import numpy as np
import pytest
from chainrule_widgets.regularization import PricedNet
from chainrule_widgets.regularization.priced_net import STRENGTHS, points


@pytest.fixture(scope="module")
def net():
    """Every net, trained once."""
    return PricedNet()


def test_weights_shrink_with_the_price(net):
    """The sum of squares falls from each strength of L2 to a ten times larger one."""
    weights = np.frombuffer(net.weights, "<f4").reshape(2, len(STRENGTHS), 80)
    squares = (weights[1] ** 2).sum(axis=1)
    assert (squares[2:] < squares[:-2]).all()
    small = (np.abs(weights[:, 5]) < 0.02).sum(axis=1)  # λ = 0.01
    assert small[0] > 70 > small[1] + 10


def test_errors_are_those_of_the_curves(net):
    """Distances from the sine, and the best one neither at no price nor at the highest."""
    curves = np.frombuffer(net.fits, "<f4").reshape(2, len(STRENGTHS), 101)
    distance = np.mean((curves - np.sin(np.pi * np.linspace(-1, 1, 101))) ** 2, axis=2)
    np.testing.assert_allclose(distance, net.errors[1], rtol=1e-4)
    for row, training in zip(distance, net.errors[0], strict=True):
        assert 0 < row.argmin() < len(STRENGTHS) - 1
        assert training[0] < training[row.argmin()] < training[-1]


def test_training_points_are_those_drawn(net):
    """The page gets the sixteen points that were trained on."""
    np.testing.assert_allclose(points(), np.frombuffer(net.dots, "<f4").reshape(2, 16), atol=1e-6)


def test_words(net):
    """The sentence follows the knobs."""
    net.kind, net.place = "l1", 2
    assert repr(net).startswith("l1(0.0003): training error 0.0")


def test_bad_input_is_told():
    """A strength that no net was trained for is refused, with those that were."""
    with pytest.raises(ValueError, match="strength=7: there are networks only for 0, 0.0001"):
        PricedNet(strength=7)
