"""Numbers that tell activations apart: both signs, zero, whole numbers, several rows, extremes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]

LARGE: Final = np.array([-1000.0, -40.0, 3.0, 40.0, 1000.0])


def signed(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Numbers of both signs and of any whole or broken size, but not zero."""
    yield "values", np.array([-2.0, 1.5])
    yield "values", np.array([0.5, -0.25, 3.0, -4.0])
    yield "values", np.array([-3, 1, 2])
    yield "values", np.array([[2.0, 60.0], [-0.75, -50.0]])
    yield "values", rng.normal(scale=2, size=(3, 4)).round(3) + 0.0004


def numbers(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """As `signed`, then zero among others."""
    yield from signed(rng)
    yield "at zero", np.array([-1.5, 0.0, 2.5])
