"""The product of the right factors is the slope, and that of the printed ones is not."""

import math

import numpy as np
import pytest
import traitlets
from chainrule_widgets.backpropagation import Factors
from chainrule_widgets.backpropagation.factors import WEIGHTS, factors


def loss(w1, w2, x, y):
    sigma = lambda z: 1 / (1 + math.exp(-z))  # noqa: E731  # shorter than a function
    return (sigma(w2 * sigma(w1 * x)) - y) ** 2


def slope(weight, at):
    h = 1e-6
    up, down = ({**at, weight: at[weight] + d} for d in (h, -h))
    return (loss(**up) - loss(**down)) / (2 * h)


AT = {"w1": 0.6, "w2": -1.4, "x": 1.2, "y": 0.3}


def test_products_are_slopes():
    """Both products are the slopes of J."""
    f = factors(**AT)
    assert slope("w1", AT) == pytest.approx(f["∂J/∂ŷ"] * f["∂ŷ/∂z₁"] * f["∂z₁/∂w₁"], rel=1e-6)
    assert slope("w2", AT) == pytest.approx(f["∂J/∂ŷ"] * f["∂ŷ/∂w₂"], rel=1e-6)


def test_printed_factor_counts_one_factor_twice():
    """With deck D1's third factor the slope is multiplied by ∂ŷ/∂z₁ once more."""
    right, printed = (Factors(**AT, printed=printed).product() for printed in (False, True))
    assert factors(**AT)["∂ŷ/∂z₁"] == pytest.approx(printed / right)


@pytest.mark.parametrize(("weight", "name"), [("w₁", "w1"), ("w₂", "w2")])
def test_curve_is_the_loss_over_one_weight(weight, name):
    """The line drawn passes through the loss at every place of the axis."""
    line = np.frombuffer(Factors(**AT, weight=weight).arrays[0], "<f4")
    expected = [loss(**{**AT, name: w}) for w in WEIGHTS]
    np.testing.assert_allclose(expected, line, rtol=1e-5, atol=1e-7)


def test_state_follows_the_knobs():
    """Turning a weight from code computes everything again."""
    seen = Factors(**AT)
    seen.w1 = 2.0
    assert loss(**{**AT, "w1": 2.0}) == pytest.approx(seen.seen["J"])
    assert "w₁ = 2, w₂ = −1.4" in repr(seen)
    with pytest.raises(traitlets.TraitError, match="w3"):
        seen.weight = "w3"
