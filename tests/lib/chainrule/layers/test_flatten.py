"""Examples become rows."""

import numpy as np
from chainrule import layers


def test_order_and_way_back():
    """Entries keep their row-major order, and the gradient gets the shape of the input."""
    x = np.arange(24.0).reshape(2, 3, 2, 2)
    layer = layers.Flatten(dtype="float64")
    out, cache = layer.forward(x, training=True)
    assert [list(range(12)), list(range(12, 24))] == out.tolist()
    assert x.tolist() == layer.backward(out, cache, needs_input_grad=True).tolist()
    assert (12,) == layer.build((3, 2, 2))
