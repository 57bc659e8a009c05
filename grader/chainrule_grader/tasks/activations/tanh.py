"""A sigmoid about zero, from −1 to 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import Array, large, signed
from chainrule_grader.tasks.activations._mistakes import rounded


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield from large(rng)


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
        Misconception(
            "overflow-above",
            lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1),
            "For large positive z the formula divides infinity by infinity; elsewhere it holds.",
        ),
        Misconception(
            "overflow-below",
            lambda z: (1 - np.exp(-2 * z)) / (1 + np.exp(-2 * z)),
            "For large negative z the formula divides infinity by infinity; elsewhere it holds.",
        ),
        Misconception(
            "arctangent",
            np.arctan,
            "That is the angle whose tangent is z: it goes on beyond 1, to π/2.",
        ),
        Misconception(
            "hard",
            lambda z: np.clip(z, -1, 1),
            "A straight line, cut off at −1 and 1, stands in for the curve.",
        ),
        Misconception(
            "twice-as-steep",
            lambda z: np.tanh(2 * z),
            "The range is right, but the curve is squeezed: it rises twice as fast.",
        ),
        *rounded(activations.tanh),
    ),
    hints=(
        "It has the shape of the sigmoid, but runs from −1 to 1 and goes through 0.",
        "tanh z = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ).",
        "NumPy has the function; by the formula, keep every exponent at or below 0.",
    ),
)
