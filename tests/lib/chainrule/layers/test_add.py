"""The sum of several inputs."""

import numpy as np
import pytest
from chainrule import layers

PARTS = [np.full((2, 3), value) for value in (1.0, 10.0, 100.0)]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_sum_and_gradient(count):
    """The output is the sum; every input gets the whole gradient, in its own array."""
    layer = layers.Add(dtype="float64")
    out, cache = layer.forward(PARTS[:count], training=True)
    assert (sum(PARTS[:count]) == out).all()
    grads = layer.backward(np.ones((2, 3)), cache, needs_input_grad=True)
    grads[0] *= 5
    assert [5.0, 1.0, 1.0][:count] == [grad[0, 0] for grad in grads]


def test_one_input_is_copied():
    """The output is a new array even for a single input."""
    out = layers.Add(dtype="float64").forward(PARTS[:1], training=True)[0]
    assert not np.shares_memory(out, PARTS[0])
