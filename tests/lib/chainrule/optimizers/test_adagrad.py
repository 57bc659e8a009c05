"""Adagrad is its formula."""

import math

import numpy as np
import pytest
from chainrule import optimizers

GRADIENTS = (3.0, -1.0, 2.0, 0.5)


def path(optimizer):
    """The weight after each step, from 1."""
    w, seen = np.array([1.0]), []
    for g in GRADIENTS:
        optimizer.apply_gradients([(np.array([g]), w)])
        seen.append(float(w[0]))
    return seen


@pytest.mark.parametrize("start", [0.0, 0.1])
def test_the_formula(start):
    """A ← a + g²; w ← w − η g / √(a + ε)."""
    w, a, expected = 1.0, start, []
    for g in GRADIENTS:
        a += g * g
        w -= 0.1 * g / math.sqrt(a + 1e-3)
        expected.append(w)
    optimizer = optimizers.Adagrad(0.1, initial_accumulator_value=start, epsilon=1e-3)
    assert pytest.approx(expected, rel=1e-12) == path(optimizer)
