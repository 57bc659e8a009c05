"""The mixer's shares are softmax, and only differences count."""

import numpy as np
import pytest
from chainrule_widgets.activations import SoftmaxMixer


def test_shift_changes_nothing_and_temperature_does():
    """1000 more for every score moves no share; a high temperature evens them out."""
    mixer = SoftmaxMixer([1, 2, 3])
    before = mixer.probabilities
    np.testing.assert_allclose([0.09, 0.2447, 0.6652], before, atol=5e-5)
    mixer.shift = 1000.0
    np.testing.assert_allclose(before, mixer.probabilities)
    mixer.temperature = 10.0
    assert mixer.probabilities.max() < 0.4


def test_words():
    """Without widgets the shares are in the sentence."""
    assert "softmax of the scores 0, 0: a 50.0%, b 50.0%" == repr(SoftmaxMixer([0, 0], ["a", "b"]))


def test_bad_input_is_told():
    """Labels that do not fit the scores are counted."""
    with pytest.raises(ValueError, match="got 2 scores and 1 labels"):
        SoftmaxMixer([0, 0], ["a"])
