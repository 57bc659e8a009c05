"""The network that is drawn is a real one, and its slopes are those of its loss."""

import numpy as np
import pytest
import traitlets
from chainrule.gradients import check_gradients
from chainrule_widgets.backpropagation import Backward
from chainrule_widgets.backpropagation.backward import _DATA, network


def test_gradients_stand_a_check():
    """What is drawn agrees with slopes by trial."""
    assert check_gradients(network("tanh", 3, 1, 5), *_DATA) < 1e-5


def test_one_more_layer_is_one_more_size():
    """There is a gradient for each hidden layer and for the output."""
    seen = Backward(hidden=4)
    assert 5 == len(seen.seen["sizes"])
    assert [(2, 4), (4, 4), (4, 4), (4, 4), (4, 1)] == [
        np.shape(kernel) for kernel in seen.seen["gradients"]
    ]


def test_sigmoids_vanish_layer_by_layer():
    """Six sigmoids deep, the first layer's gradient is less than a thousandth of the last one's."""
    sizes = Backward(hidden=6, activation="sigmoid").seen["sizes"]
    assert sizes == sorted(sizes)
    assert sizes[0] < 1e-3 * sizes[-1]


def test_training_moves_downhill():
    """Steps are the library's, and make the loss smaller."""
    seen = Backward()
    before = seen.seen["loss"]
    seen.steps = 20
    assert seen.seen["loss"] < before


def test_knobs_have_ends():
    """A page cannot ask for more than the kernel can answer in time."""
    said, _ = Backward().answer({"activation": "relu", "hidden": 99, "seed": 0, "steps": -4})
    assert 7 == len(said["sizes"])
    with pytest.raises(traitlets.TraitError, match="hidden"):
        Backward(hidden=7)


def test_words_have_the_sizes():
    """Without widgets, loss and sizes are read."""
    seen = Backward(hidden=1)
    assert f"{seen.seen['sizes'][0]:.4g}" in repr(seen)
