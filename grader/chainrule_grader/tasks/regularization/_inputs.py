"""Weights that tell penalties apart: both signs, a row and a table, whole numbers, none alike."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array
from chainrule_grader.judging.task import Implementation, Misconception


def weights(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Weights without a zero among them, and how strongly they are held down."""
    yield "a row", np.array([3.0, -4.0]), 0.1
    yield "a row", np.array([0.5, -2.0, 1.5, -0.25]), 0.5
    yield "a row", _drawn(rng, (6,)), float(rng.integers(1, 16)) / 16
    yield "a table", np.array([[1.5, -0.5], [2.0, 0.25], [-3.0, 1.0]]), 0.01
    yield "a table", rng.normal(scale=2, size=(4, 3)).round(3) + 0.0004, 0.3
    yield "whole numbers", np.array([2, -1, 5]), 0.25
    whole = rng.choice([-1, 1], 6) * rng.integers(1, 10, 6)
    yield "whole numbers", whole, float(rng.integers(1, 16)) / 16


def among_zeros(rng: Generator) -> Iterator[tuple[Array, float]]:
    """Weights some of which are 0, and how strongly they are held down."""
    yield np.array([[-1.5, 0.0], [0.0, 2.5]]), 0.2
    w = rng.permutation(np.append(_drawn(rng, (8,)), np.zeros(4))).reshape(3, 4)
    yield w, float(rng.integers(1, 16)) / 16


def _drawn(rng: Generator, shape: tuple[int, ...]) -> Array:
    """Draw weights of both signs, none of which is 0."""
    return np.asarray(rng.choice([-1, 1], shape) * rng.uniform(0.25, 3, shape).round(2))


def rounded(penalty: Implementation) -> Iterator[Misconception]:
    """A right penalty, but for the decimals that are thrown away."""
    for digits, word in {1: "one", 2: "two", 3: "three"}.items():
        yield Misconception(
            f"decimals-{word}",
            lambda w, strength, digits=digits: np.round(penalty(w, strength), digits),
            f"Only {digits} of the decimals are left: whoever computes with it needs the rest.",
        )
