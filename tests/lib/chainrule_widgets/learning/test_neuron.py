"""What goes out is the sigmoid of what came in, weighed."""

import pytest
import traitlets
from chainrule_widgets.learning import Neuron


def test_sum():
    """1·2 − 0.5·1 + 0·3 − 1 = 0.5, and σ(0.5) = 0.622."""
    assert 0.5 == Neuron().z
    assert repr(Neuron()).endswith("= 0.5, and σ(z) = 0.622")


def test_silence_leaves_the_bias():
    """Without signals the bias decides alone."""
    assert -1 == Neuron((0, 0, 0)).z


def test_bad_input_is_told():
    """Three signals, none above 1."""
    with pytest.raises(traitlets.TraitError, match="length"):
        Neuron((1, 1))
    with pytest.raises(traitlets.TraitError, match="2"):
        Neuron((2, 0, 0))
