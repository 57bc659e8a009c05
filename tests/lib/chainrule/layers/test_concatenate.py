"""Inputs are joined along an axis."""

import numpy as np
import pytest
from chainrule import layers

RNG = np.random.default_rng(0)


@pytest.mark.parametrize(("axis", "widths"), [(-1, (3, 1, 2)), (2, (3, 1, 2)), (1, (2, 2, 1))])
def test_join_and_split(axis, widths):
    """The output is NumPy's, and the gradient of each input is its part."""
    shapes = [(4, 2, n) if axis != 1 else (4, n, 2) for n in widths]
    parts = [RNG.normal(size=shape) for shape in shapes]
    layer = layers.Concatenate(axis, dtype="float64")
    out, cache = layer.forward(parts, training=True)
    assert (np.concatenate(parts, axis) == out).all()
    assert out.shape[1:] == layer.build([shape[1:] for shape in shapes])
    back = layer.backward(out.copy(), cache, needs_input_grad=True)
    assert all((part == grad).all() for part, grad in zip(parts, back, strict=True))
