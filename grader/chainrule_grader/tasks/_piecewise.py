"""Functions with one formula above a threshold and another one below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.task import Implementation

Array: TypeAlias = NDArray[Any]
Side: TypeAlias = Callable[[Array, Any], Any]
"""A formula of the first argument and of the second one, which some functions do not have."""


def zero(_z: Array, _option: Any) -> float:
    """Return 0 on this side."""
    return 0.0


def one(_z: Array, _option: Any) -> float:
    """Return 1 on this side."""
    return 1.0


def _at_zero(_option: Any) -> float:
    return 0.0


def piecewise(
    above: Side, below: Side, option: Any = None, threshold: Callable[[Any], Any] = _at_zero
) -> Callable[..., Implementation]:
    """Return a function that makes such answers.

    `option` is the default of the second argument, on which the threshold may depend.
    """

    def make(
        above: Side = above,
        below: Side = below,
        at: Side | None = None,
        threshold: Callable[[Any], Any] = threshold,
    ) -> Implementation:
        """Return a function with these formulas; at the threshold `below` holds by default."""
        at = at or below

        def function(z: Array, option: Any = option) -> Array:
            cut = threshold(option)
            rest = np.where(z < cut, below(z, option), at(z, option))
            return np.where(z > cut, above(z, option), rest)

        return function

    return make
