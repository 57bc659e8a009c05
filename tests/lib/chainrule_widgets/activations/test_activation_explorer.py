"""The activation explorer's factors are those of the chain rule."""

import numpy as np
import pytest
import traitlets
from chainrule.activations import sigmoid, tanh
from chainrule_widgets.activations import ActivationExplorer


def test_factors_are_the_gradient():
    """The product of the three factors is the slope of J = (f(w x) − y)² in w."""
    explorer = ActivationExplorer("tanh", z=0.6, x=1.5, y=-0.5)
    w, h = 0.6 / 1.5, 1e-6
    up, down = ((float(tanh((w + d) * 1.5)) + 0.5) ** 2 for d in (h, -h))
    assert (up - down) / (2 * h) == pytest.approx(np.prod(explorer.factors()), rel=1e-8)


def test_words_have_the_numbers():
    """Without widgets, the numbers are in the sentence."""
    assert repr(ActivationExplorer(sigmoid, z=-6.0)).startswith(
        "sigmoid at z = -6: f(z) = 0.002473, f′(z) = 0.002467"
    )


def test_controls_are_traits():
    """A test can turn the knobs, and cannot turn them to what does not exist."""
    explorer = ActivationExplorer()
    explorer.activation = "relu"
    assert "relu at z = 0" in repr(explorer)
    with pytest.raises(traitlets.TraitError, match="swish"):
        explorer.activation = "swish"
