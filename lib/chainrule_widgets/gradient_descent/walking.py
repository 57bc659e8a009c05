"""Step after step, and every place on the way is kept."""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from chainrule.optimizers import Optimizer
from numpy.typing import ArrayLike, NDArray

Array = NDArray[Any]
FAR: Final = 1e6
"""Whoever is farther out than this has left, and is followed no more."""


def descend(
    optimizer: Optimizer, slope: Callable[[Array], Any], start: ArrayLike, steps: int
) -> Array:
    """Return the path (steps + 1, …) of an optimizer; after it has left for good it is NaN."""
    w = np.array(start, float)
    g = np.empty_like(w)
    path = np.full((steps + 1, *w.shape), np.nan)
    path[0] = w
    optimizer.bind([w], [g])
    for step in range(1, steps + 1):
        g[...] = slope(w)
        optimizer.step()
        path[step] = w
        # The comparison is also false for NaN.
        if not np.abs(w).max() < FAR:
            break
    return path


def first_climb(heights: ArrayLike) -> int | None:
    """Return the first step that ended higher than it began, or None; rounding is no climb."""
    h = np.asarray(heights, float)
    before, after = h[:-1], h[1:]
    climbs = np.flatnonzero(after > before + 1e-9 * (1 + np.abs(before)))
    return int(climbs[0]) + 1 if climbs.size else None
