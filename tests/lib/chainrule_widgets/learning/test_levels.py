"""What lights up is the trained net's own answer."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.learning import Levels
from chainrule_widgets.learning.levels import trained


def test_net_reads_new_digits():
    """More than nine in ten of 500 that it was not trained on."""
    assert trained().right > 0.9


def test_first_layer_answers_by_its_weights():
    """The low neurons' pictures are their weights: dark where image · weights is large."""
    net = trained()
    z = net.images @ net.likes[:16].T
    # Its biases are all that is missing: the same for every digit, where the neuron is on.
    answers = net.answers[:, :16]
    spreads = [np.ptp((a - s)[a > 0]) for a, s in zip(answers.T, z.T, strict=True) if (a > 0).any()]
    assert len(spreads) >= 10
    assert 0 == pytest.approx(max(spreads), abs=1e-5)


def test_top_layer_shares_one_whole():
    """The ten highest answers are probabilities."""
    np.testing.assert_allclose(1, trained().answers[:, 28:].sum(axis=1), rtol=1e-5)


def test_words_and_limits():
    """The preset that fails is a 5 read as a 9; there are thirty digits."""
    assert repr(Levels(5)).startswith("a 5: ")
    assert "the prediction is 9 with p = 0.9" in repr(Levels(5))
    with pytest.raises(traitlets.TraitError, match="30"):
        Levels(30)
