"""Tables whose columns have scales of their own, and batches for batch normalisation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]

SMALL: Final = np.array([[1.0, 200.0], [2.0, 600.0], [4.0, 400.0]])


def tables(rng: Generator) -> Iterator[Array]:
    """Tables of floats and integers, square and not, with negative numbers, none constant."""
    yield SMALL
    yield np.array([[3, -10], [8, 25], [5, 7], [-4, 0]])
    yield np.array([[1.5, 2.0, -3.0], [0.5, 7.0, -9.0], [4.0, -6.0, -4.5]])
    yield rng.normal(size=(6, 4)) * [1, 40, 0.5, 3] + [0, 100, -2, 10]


@dataclass(frozen=True, eq=False)
class Batch:
    """What a batch normalisation is given, but for whether it trains, and its two constants."""

    x: Array
    gamma: Array
    beta: Array
    moving_mean: Array
    moving_var: Array

    def args(self, training: bool, *options: float) -> tuple[Any, ...]:
        """Return the arguments of a call."""
        return (
            *(self.x, self.gamma, self.beta, self.moving_mean, self.moving_var),
            training,
            *options,
        )


def batches(rng: Generator) -> Iterator[Batch]:
    """A small batch, a larger one, a square one, one with a constant feature, and one example."""
    x = np.array([[1.0, 10.0], [3.0, 40.0], [8.0, 25.0]])
    yield _around(x, np.random.default_rng(5))
    yield _around(rng.normal(size=(6, 4)) * [1, 5, 0.5, 2] + [0, 20, -3, 1], rng)
    yield _around(rng.normal(size=(3, 3)) * 2 + 1, rng)
    yield _around(np.array([[2.0, 7.0, 1.0], [5.0, 7.0, 0.0], [4.0, 7.0, -3.0]]), rng)
    yield _around(rng.normal(size=(1, 3)) + 4, rng)


def _around(x: Array, rng: Generator) -> Batch:
    """Put parameters beside a batch, none of which is 0 or 1, or like another."""
    m = x.shape[1]
    gamma, beta = rng.uniform(1.3, 2.5, (m,)), rng.uniform(-4.0, -1.5, (m,))
    return Batch(x, gamma.round(2), beta.round(2), rng.uniform(1, 3, (m,)), rng.uniform(4, 9, (m,)))
