"""Numbers that tell activations apart: both signs, zero, whole numbers, several rows, extremes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]


def signed(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Yield integers and fractions of both signs, but not zero."""
    yield "values", np.array([-2.0, 1.5])
    yield "values", np.array([0.5, -0.25, 3.0, -4.0])
    yield "values", np.array([-3, 1, 2])
    yield "values", np.array([[2.0, 60.0], [-0.75, -50.0]])
    yield "values", rng.normal(scale=2, size=(3, 4)).round(3) + 0.0004


def numbers(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """As `signed`, then zeros among other numbers."""
    yield from signed(rng)
    yield from zeros(rng)


def zeros(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Zeros among other numbers."""
    yield "at zero", np.array([-1.5, 0.0, 2.5])
    sizes = rng.uniform(0.5, 4, 8).round(2) * np.repeat([-1, 1], 4)
    yield "at zero", rng.permutation(np.append(sizes, np.zeros(4))).reshape(3, 4)


def large(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Numbers whose powers overflow, among others."""
    yield "large numbers", np.array([-1000.0, -40.0, 3.0, 40.0, 1000.0])
    sizes = rng.uniform([720, 35, 1], [1000, 50, 4], (2, 3)).round(2) * [[-1], [1]]
    yield "large numbers", rng.permutation(sizes.ravel())
