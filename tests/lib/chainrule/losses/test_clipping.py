"""Probabilities are clipped to [ε, 1 − ε]."""

import numpy as np
import pytest
from chainrule.losses.clipping import clip, needs_clipping, unclipped

EPSILON = 1e-7


@pytest.mark.parametrize(
    ("p", "clipped"),
    [(0.0, EPSILON), (EPSILON / 2, EPSILON), (0.5, 0.5), (1.0, 1 - EPSILON), (EPSILON, EPSILON)],
)
def test_values(p, clipped):
    """Values inside are kept, the others move to the limit; three functions agree on which."""
    given = np.array([0.5, p])
    assert [0.5, clipped] == clip(given).tolist()
    assert [True, p == clipped] == unclipped(given).tolist()
    assert (p != clipped) is needs_clipping(given)
    assert [0.5, p] == given.tolist()
