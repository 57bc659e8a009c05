"""Clip probabilities to [ε, 1 − ε] with ε = 1e-7, so that their logarithms are finite.

Where a probability is clipped, the loss does not depend on it, and its gradient there is 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from chainrule.config import EPSILON

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["clip", "needs_clipping", "unclipped"]


def needs_clipping(p: Array) -> bool:
    """Return whether any probability lies outside [ε, 1 − ε]."""
    # argmin and item are the fastest way to one number; where there is a NaN, clipping is no help.
    return bool(p.item(p.argmin()) < EPSILON or p.item(p.argmax()) > 1 - EPSILON)


def unclipped(p: Array) -> Array:
    """Return for each probability whether it lies in [ε, 1 − ε]."""
    return (p >= EPSILON) & (p <= 1 - EPSILON)


def clip(p: Array) -> Array:
    """Return the probabilities clipped to [ε, 1 − ε].

    >>> clip(np.array([0.0, 0.5]))
    array([1.e-07, 5.e-01])
    """
    inner = np.maximum(p, EPSILON)
    return np.minimum(inner, 1 - EPSILON, out=inner)
