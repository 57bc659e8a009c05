"""A sigmoid about zero, from −1 to 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.observing import calls
from chainrule_grader.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import LARGE, Array, signed


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield "large numbers", LARGE


def _by_formula(z: Array) -> Array:
    return np.asarray((np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)))


TASK = Task(
    reference=activations.tanh,
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        Misconception(
            "overflow",
            _by_formula,
            "For large z the formula divides infinity by infinity, and that is not a number.",
        ),
        Misconception(
            "sigmoid",
            activations.sigmoid,
            "That is the sigmoid: it never goes below 0.",
        ),
        Misconception(
            "half-the-argument",
            lambda z: 2 * activations.sigmoid(z) - 1,
            "The range is right, but the curve is stretched: it rises half as fast.",
        ),
        Misconception(
            "upside-down",
            lambda z: 1 / np.tanh(z),
            "The fraction is upside down: the result leaves the range −1 to 1.",
        ),
        Misconception(
            "sinh",
            np.sinh,
            "The numerator is there, but nothing keeps it between −1 and 1.",
        ),
        Misconception(
            "precedence",
            lambda z: np.exp(z) - np.exp(-z) / np.exp(z) + np.exp(-z),
            "Without brackets only the middle of the formula is divided.",
        ),
        Misconception(
            "tangent",
            np.tan,
            "That is the tangent of an angle; this one is hyperbolic.",
        ),
        Misconception(
            "sign",
            lambda z: np.tanh(-z),
            "The curve falls where it should rise.",
        ),
        Misconception(
            "derivative",
            activations.tanh.derivative,
            "That is the slope of the curve, not the curve.",
        ),
        Misconception(
            "cut-to-integers",
            lambda z: np.tanh(z).astype(z.dtype),
            "Where z holds integers your result does too, and the fractions are cut off.",
        ),
    ),
    hints=(
        "It has the shape of the sigmoid, but runs from −1 to 1 and goes through 0.",
        "tanh z = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ).",
        "NumPy has the function; by the formula, keep every exponent at or below 0.",
    ),
)
