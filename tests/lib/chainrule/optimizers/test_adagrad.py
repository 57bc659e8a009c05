"""Adagrad is its formula."""

import math

import pytest
from chainrule import optimizers

GRADIENTS = (3.0, -1.0, 2.0, 0.5)


@pytest.mark.parametrize("start", [0.0, 0.1])
def test_the_formula(path, start):
    """A ← a + g²; w ← w − η g / √(a + ε)."""
    w, a, expected = 1.0, start, []
    for g in GRADIENTS:
        a += g * g
        w -= 0.1 * g / math.sqrt(a + 1e-3)
        expected.append(w)
    optimizer = optimizers.Adagrad(0.1, initial_accumulator_value=start, epsilon=1e-3)
    assert pytest.approx(expected, rel=1e-12) == path(optimizer, GRADIENTS)[1:]
