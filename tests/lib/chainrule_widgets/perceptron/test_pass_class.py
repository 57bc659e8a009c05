"""Untrained the net says 0.1, as the slide's does; trained it says yes."""

import numpy as np
import pytest
import traitlets
from chainrule_widgets.perceptron import PassClass
from chainrule_widgets.perceptron.pass_class import training


def test_slide_s_example():
    """At (4, 5): 0.1 before training, nearly 1 afterwards."""
    assert 0.1 == pytest.approx(PassClass(4, 5).seen["p"], abs=0.005)
    assert PassClass(4, 5, step=150).seen["p"] > 0.85


def test_two_lectures():
    """Lecture 02: with 2 lectures, a prediction above ½ takes between 6 and 7 hours."""
    low, high = (PassClass(2, hours, step=150).seen["p"] for hours in (6, 7))
    assert low < 0.5 < high


def test_small_learning_rate_is_slow():
    """The sentence below the picture: the loss decreases at every step, but slowly."""
    slow, quick = (np.array(training(rate)[1]) for rate in (0.003, 0.1))
    assert (np.diff(slow) < 0).all()
    assert slow[-1] > 1.5 * quick[-1]


def test_answer_is_the_net_of_that_step():
    """The probability is that of the weights of the step, multiplied out by hand."""
    W1, b1, W2, b2 = training(0.1)[0][40]
    hidden = np.tanh(np.array([2.0 / 8, 7.0 / 10]) @ W1 + b1)
    wanted = 1 / (1 + np.exp(-(hidden @ W2 + b2)))
    assert wanted[0] == pytest.approx(PassClass(2, 7, step=40).seen["p"])


def test_field_is_the_plane():
    """48 by 48 numbers, the lowest row first; more of everything never hurts a trained net."""
    field = np.frombuffer(PassClass(step=150).arrays[0], "<f4").reshape(48, 48)
    assert (True, True) == (field[0, 0] < 0.1, field[-1, -1] > 0.9)


def test_too_large_a_step_leaves_only_the_share():
    """With a rate of 3 every hidden neuron saturates, and all hear the share who passed."""
    seen = PassClass(step=150, learning_rate=3.0)
    field = np.frombuffer(seen.arrays[0], "<f4")
    np.testing.assert_allclose(seen.seen["passed"] / seen.seen["of"], field, atol=0.01)


def test_state_is_what_is_drawn():
    """Turning a knob from code answers anew; a rate that is not offered does not exist."""
    seen = PassClass()
    before = seen.arrays[0]
    seen.step = 20
    assert before != seen.arrays[0]
    assert repr(seen).startswith("after 20 steps with a learning rate of 0.1: for 4 lectures")
    with pytest.raises(traitlets.TraitError, match=r"0\.2"):
        PassClass(learning_rate=0.2)
