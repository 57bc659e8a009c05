"""A rectifier that lets a little of the negative through."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import Array, signed


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield "another slope", np.array([-2.0, 1.5, -0.5]), 0.25
    yield "another slope", rng.normal(size=(2, 3)), 0.01


def _in_place(z: Array, slope: float = 0.1) -> Array:
    z[z < 0] = slope * z[z < 0]
    return z


def _cut(z: Array, slope: float = 0.1) -> Array:
    return _in_place(z.copy(), slope)


TASK = Task(
    reference=activations.leaky_relu,
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        Misconception(
            "in-place",
            _in_place,
            "It writes into its input, so that whoever called it loses the original numbers.",
        ),
        Misconception(
            "cut-to-integers",
            _cut,
            "Where z holds integers so does your copy of it, and the small numbers are cut off.",
        ),
        Misconception(
            "slope-ignored",
            lambda z, slope=0.1: activations.leaky_relu(z),  # noqa: ARG005  that is the mistake
            "It is right for the usual slope only: the argument is not used.",
        ),
        Misconception(
            "smaller-of-the-two",
            lambda z, slope=0.1: np.minimum(slope * z, z),
            "The smaller of the two comes out: the slope acts on the positive side.",
        ),
        Misconception(
            "not-leaky",
            lambda z, slope=0.1: activations.relu(z),  # noqa: ARG005
            "Nothing leaks: negative numbers are stopped altogether.",
        ),
        Misconception(
            "positive-leak",
            lambda z, slope=0.1: np.where(z > 0, z, -slope * z),
            "What leaks has the wrong sign: a negative number should stay negative.",
        ),
        Misconception(
            "constant-leak",
            lambda z, slope=0.1: np.where(z > 0, z, slope),
            "The slope itself comes out, whatever the negative number was.",
        ),
        Misconception(
            "identity",
            lambda z, slope=0.1: z * 1.0,  # noqa: ARG005
            "Negative numbers pass undiminished, so nothing is bent.",
        ),
        Misconception(
            "divided",
            lambda z, slope=0.1: np.where(z > 0, z, z / slope),
            "Negative numbers grow: they are divided by the slope.",
        ),
        Misconception(
            "derivative",
            activations.leaky_relu.derivative,
            "That is the slope of the curve, not the curve.",
        ),
        Misconception(
            "own-default",
            lambda z, slope=0.01: activations.leaky_relu(z, slope),
            "Where no slope is given, yours is 0.01: that is not the one in the task.",
        ),
        Misconception(
            "slope-added",
            lambda z, slope=0.1: np.where(z > 0, z, z + slope),
            "The slope is added to negative numbers: that shifts the line and does not tilt it.",
        ),
        Misconception(
            "slope-everywhere",
            lambda z, slope=0.1: slope * z,
            "Positive numbers are diminished as well, so that the line has no bend.",
        ),
    ),
    hints=(
        "Two straight lines that meet at 0: one steep, one nearly flat.",
        "leaky_relu(z) = z for z > 0, else slope · z; for small slopes that is max(slope · z, z).",
        "np.where takes a condition, what to use where it holds, and what to use elsewhere.",
    ),
)
