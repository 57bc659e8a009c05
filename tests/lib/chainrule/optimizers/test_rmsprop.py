"""RMSprop is its formula."""

import math

import pytest
from chainrule import optimizers

GRADIENTS = (3.0, -1.0, 2.0, 0.5)


@pytest.mark.parametrize("centered", [False, True])
@pytest.mark.parametrize("momentum", [0.0, 0.5])
def test_the_formula(path, centered, momentum):
    """A ← ρ a + (1 − ρ) g², minus the squared mean if centered; the steps gather by momentum."""
    w, a, mean, v, expected = 1.0, 0.0, 0.0, 0.0, []
    for g in GRADIENTS:
        a = 0.9 * a + 0.1 * g * g
        mean = 0.9 * mean + 0.1 * g
        variance = a - mean**2 if centered else a
        v = momentum * v + 0.1 * g / math.sqrt(variance + 1e-3)
        w -= v
        expected.append(w)
    optimizer = optimizers.RMSprop(0.1, 0.9, momentum, 1e-3, centered)
    assert pytest.approx(expected, rel=1e-12) == path(optimizer, GRADIENTS)[1:]
