"""Parameters are counted by the library and moved by training; hyperparameters stay."""

from itertools import pairwise

import numpy as np
import pytest
import traitlets
from chainrule_widgets.learning import Knobs


@pytest.mark.parametrize(("hidden", "depth"), [(1, 1), (4, 1), (5, 2), (10, 3)])
def test_count(hidden, depth):
    """Weights of a chain 2 → h → … → h → 1, and a bias for each neuron."""
    widths = [2, *[hidden] * depth, 1]
    wanted = sum((a + 1) * b for a, b in pairwise(widths))
    seen = Knobs(hidden, depth)
    assert (wanted, 4 * wanted) == (seen.seen["parameters"], len(seen.arrays[0]))


def test_training_moves_parameters_only():
    """After learning all squares have moved, and the choices stand."""
    seen = Knobs(4)
    before = np.frombuffer(seen.arrays[0], "<f4")
    seen.steps = 60
    assert (before != np.frombuffer(seen.arrays[0], "<f4")).all()
    assert (4, 1, "tanh", 0.1) == (seen.hidden, seen.depth, seen.activation, seen.rate)
    assert seen.seen["right"] > 90


def test_choices_that_fail():
    """A rate of 0 moves nothing; one neuron is too few; a rate of 2 gets half of them wrong."""
    assert Knobs(4).arrays[0] == Knobs(4, rate=0.0, steps=60).arrays[0]
    assert Knobs(1, steps=60).seen["right"] < 75
    assert Knobs(4, rate=2.0, steps=60).seen["right"] < 75


def test_words_and_limits():
    """The sentence counts both kinds; eleven neurons are not offered."""
    assert "17 parameters in arrays of 2×4, 4, 4×1, 1; after 0 steps" in repr(Knobs(4))
    with pytest.raises(traitlets.TraitError, match="11"):
        Knobs(11)


@pytest.mark.parametrize(("hidden", "rate", "right"), [(1, 0.1, 64), (4, 2.0, 50)])
def test_numbers_of_the_lecture(hidden, rate, right):
    """Lecture 01 states these numbers of right predictions."""
    assert right == Knobs(hidden, rate=rate, steps=60).seen["right"]
