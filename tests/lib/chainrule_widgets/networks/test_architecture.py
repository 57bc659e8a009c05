"""The drawn network holds as many numbers as its layers say, and is a real model."""

import numpy as np
import pytest
from chainrule_widgets.networks import Architecture


@pytest.mark.parametrize(
    ("widths", "total"), [((784, 32, 10), 25_450), ((2, 1), 3), ((3, 4, 4, 2), 16 + 20 + 10)]
)
def test_parameters(widths, total):
    """Each neuron has a weight for each input and a bias; the slide's network has 25,450."""
    net = Architecture(widths)
    assert total == net.seen["total"] == net.model.count_params()
    assert f"= {total} parameters" in repr(net)


def test_lines_are_the_model_s_weights():
    """What the page draws as lines are the weights between the neurons that it draws."""
    net = Architecture([2, 3, 1], seed=4)
    sent = np.frombuffer(net.arrays[0], "<f4")
    kernels = net.model.get_weights()[::2]
    np.testing.assert_array_equal(np.concatenate([k.ravel() for k in kernels]), sent)


def test_wide_columns_are_shortened():
    """Of a wide column the first eight neurons and the last are drawn, with their own weights."""
    net = Architecture([30, 2], seed=1)
    assert [*range(8), 29] == net.seen["places"][0]
    kernel = net.model.get_weights()[0]
    sent = np.frombuffer(net.arrays[0], "<f4").reshape(9, 2)
    np.testing.assert_array_equal(kernel[29], sent[8])


def test_knobs_are_traits():
    """A wider layer from code is counted anew, and other weights keep the count."""
    net = Architecture([2, 3, 1])
    net.widths = [2, 5, 1]
    assert 21 == net.seen["total"]
    before = net.arrays[0]
    net.seed = 9
    assert (21, True) == (net.seen["total"], before != net.arrays[0])


@pytest.mark.parametrize(
    ("widths", "says"),
    [([3], "2 to 7 widths"), ([2] * 8, "but got 8"), ([2, 0, 1], "from 1 to 1000")],
)
def test_bad_widths_are_told(widths, says):
    """What can be drawn and what was given, in one sentence."""
    with pytest.raises(ValueError, match=says):
        Architecture(widths)
