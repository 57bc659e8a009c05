"""The slope of the leaky rectifier: one, or a little."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import Array, signed, zeros


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield "another slope", np.array([-2.0, 1.5, -0.5]), 0.25
    yield "another slope", rng.normal(size=(2, 3)), 0.01
    yield from zeros(rng)


def _in_place(z: Array, slope: float = 0.1) -> Array:
    positive = z > 0
    z[positive], z[~positive] = 1, slope
    return z


def _cut(z: Array, slope: float = 0.1) -> Array:
    return _in_place(z.copy(), slope)


TASK = Task(
    reference=activations.leaky_relu.derivative,
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        Misconception(
            "one-at-zero",
            lambda z, slope=0.1: np.where(z >= 0, 1.0, slope),
            "At exactly 0 you take the slope from the right; this course takes the other one.",
        ),
        Misconception(
            "not-leaky",
            lambda z, slope=0.1: activations.relu.derivative(z),  # noqa: ARG005  the mistake
            "For negative z your slope is 0: that is the rectifier that does not leak.",
        ),
        Misconception(
            "no-derivative",
            activations.leaky_relu,
            "That is the curve itself: a slope does not grow with z.",
        ),
        Misconception(
            "slope-times-z",
            lambda z, slope=0.1: np.where(z > 0, 1.0, slope * z),
            "For negative z that is the curve itself; its slope is the same everywhere.",
        ),
        Misconception(
            "slope-ignored",
            lambda z, slope=0.1: activations.leaky_relu.derivative(z),  # noqa: ARG005
            "It is right for the usual slope only: the argument is not used.",
        ),
        Misconception(
            "sides-swapped",
            lambda z, slope=0.1: np.where(z > 0, slope, 1.0),
            "The two slopes are on the wrong sides.",
        ),
        Misconception(
            "negative-slope",
            lambda z, slope=0.1: np.where(z > 0, 1.0, -slope),
            "For negative z your curve falls as z grows; it rises, a little.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into its input, so that whoever called it loses the original numbers.",
        ),
        Misconception(
            "cut-to-integers",
            _cut,
            "Where z holds integers so does your copy of it, and the small slope is cut off.",
        ),
        Misconception(
            "own-default",
            lambda z, slope=0.01: activations.leaky_relu.derivative(z, slope),
            "Where no slope is given, yours is 0.01: that is not the one in the task.",
        ),
        Misconception(
            "slopes-added",
            lambda z, slope=0.1: slope + (z > 0),
            "For positive z the two slopes are added up; each belongs to one side only.",
        ),
        Misconception(
            "zero-at-zero",
            lambda z, slope=0.1: np.where(z > 0, 1.0, slope) * (z != 0),
            "At exactly 0 your slope is 0, which is that of neither side.",
        ),
        Misconception(
            "mean-at-zero",
            lambda z, slope=0.1: np.heaviside(z, 0.5) * (1 - slope) + slope,
            "At exactly 0 you take the mean of both slopes; this course takes one of them.",
        ),
        Misconception(
            "slope-everywhere",
            lambda z, slope=0.1: np.full(z.shape, slope),
            "The small slope is everywhere, also where the curve is steep.",
        ),
    ),
    hints=(
        "The curve is two straight pieces: what is the slope of each?",
        "leaky_relu′(z) = 1 for z > 0, else the slope.",
        "np.where takes a condition, what to use where it holds, and what to use elsewhere.",
    ),
)
