"""Weights for the penalties: of both signs, in vectors and tables, floats and integers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array


def weights(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Yield weights other than 0, and the strength λ."""
    yield "a row", np.array([3.0, -4.0]), 0.1
    yield "a row", np.array([0.5, -2.0, 1.5, -0.25]), 0.5
    yield "a row", _drawn(rng, (6,)), float(rng.integers(1, 16)) / 16
    yield "a table", np.array([[1.5, -0.5], [2.0, 0.25], [-3.0, 1.0]]), 0.01
    yield "a table", rng.normal(scale=2, size=(4, 3)).round(3) + 0.0004, 0.3
    yield "whole numbers", np.array([2, -1, 5]), 0.25
    whole = rng.choice([-1, 1], 6) * rng.integers(1, 10, 6)
    yield "whole numbers", whole, float(rng.integers(1, 16)) / 16


def among_zeros(rng: Generator) -> Iterator[tuple[Array, float]]:
    """Yield weights of which some are 0, and the strength λ."""
    yield np.array([[-1.5, 0.0], [0.0, 2.5]]), 0.2
    w = rng.permutation(np.append(_drawn(rng, (8,)), np.zeros(4))).reshape(3, 4)
    yield w, float(rng.integers(1, 16)) / 16


def _drawn(rng: Generator, shape: tuple[int, ...]) -> Array:
    """Draw weights of both signs, none of which is 0."""
    return np.asarray(rng.choice([-1, 1], shape) * rng.uniform(0.25, 3, shape).round(2))
