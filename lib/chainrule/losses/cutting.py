"""Probabilities of exactly 0 and 1 are cut to [1e-7, 1 − 1e-7], or a logarithm would be infinite.

Where a probability is cut, the loss no longer depends on it, and its slope there is 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from chainrule.config import EPSILON

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["cut", "extreme", "within"]


def extreme(p: Array) -> bool:
    """Tell whether any probability is so near to 0 or 1 that it is cut."""
    # The quickest way to a single number; where there is a NaN, cutting would not help.
    return bool(p.item(p.argmin()) < EPSILON or p.item(p.argmax()) > 1 - EPSILON)


def within(p: Array) -> Array:
    """Tell which probabilities are not cut."""
    return (p >= EPSILON) & (p <= 1 - EPSILON)


def cut(p: Array) -> Array:
    """Return the probabilities, those near to 0 and 1 moved to the border.

    >>> cut(np.array([0.0, 0.5]))
    array([1.e-07, 5.e-01])
    """
    inner = np.maximum(p, EPSILON)
    return np.minimum(inner, 1 - EPSILON, out=inner)
