"""Adadelta is its formula."""

import math

import pytest
from chainrule import optimizers

GRADIENTS = (3.0, -1.0, 2.0, 0.5)


def test_the_formula(path):
    """A ← ρ a + (1 − ρ) g², d = g √(u + ε) / √(a + ε), u ← ρ u + (1 − ρ) d², w ← w − η d."""
    w, a, u, expected = 1.0, 0.0, 0.0, []
    for g in GRADIENTS:
        a = 0.9 * a + 0.1 * g * g
        d = g * math.sqrt(u + 1e-3) / math.sqrt(a + 1e-3)
        u = 0.9 * u + 0.1 * d * d
        w -= 0.5 * d
        expected.append(w)
    assert (
        pytest.approx(expected, rel=1e-12)
        == path(optimizers.Adadelta(0.5, 0.9, 1e-3), GRADIENTS)[1:]
    )
