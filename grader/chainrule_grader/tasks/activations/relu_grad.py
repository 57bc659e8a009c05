"""The slope of the rectifier: one or nothing."""

from __future__ import annotations

import numpy as np
from chainrule import activations

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import Array, numbers


def _in_place(z: Array) -> Array:
    z[z > 0] = 1
    z[z <= 0] = 0
    return z


TASK = Task(
    reference=activations.relu.derivative,
    observe=calls(numbers, elementwise=True),
    misconceptions=(
        Misconception(
            "one-at-zero",
            lambda z: np.where(z >= 0, 1.0, 0.0),
            "At exactly 0 you take the slope from the right; this course takes the other one.",
        ),
        Misconception(
            "half-at-zero",
            lambda z: np.heaviside(z, 0.5),
            "At exactly 0 you take the mean of both slopes; this course takes one of them.",
        ),
        Misconception(
            "no-derivative",
            activations.relu,
            "That is the curve itself: a slope does not grow with z.",
        ),
        Misconception(
            "sign",
            np.sign,
            "For negative z the curve is flat, and your slope is −1 there.",
        ),
        Misconception(
            "leaky",
            activations.leaky_relu.derivative,
            "For negative z the curve is flat, and your slope is that of the leaky one.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into its input, so that whoever called it loses the original numbers.",
        ),
        Misconception(
            "reversed",
            lambda z: np.where(z < 0, 1.0, 0.0),
            "The slope is on the wrong side: it is the negative numbers that are stopped.",
        ),
        Misconception(
            "always-one",
            np.ones_like,
            "A straight line has this slope everywhere; here there is a bend.",
        ),
        Misconception(
            "only-the-positive",
            lambda z: np.ones_like(z[z > 0]),
            "There is a slope for the positive numbers only, so the shape is lost.",
        ),
        Misconception(
            "threshold-at-one",
            lambda z: np.where(z > 1, 1.0, 0.0),
            "The bend is at 1 instead of 0.",
        ),
        Misconception(
            "clipped",
            lambda z: np.clip(z, 0, 1),
            "Between 0 and 1 your slope grows with z; the curve is straight there.",
        ),
        Misconception(
            "cut-to-integers",
            lambda z: np.clip(z, 0, 1).astype(int),
            "Between 0 and 1 your slope is cut off to 0, so that the bend is at 1.",
        ),
        Misconception(
            "zero-by-zero",
            lambda z: np.maximum(z, 0) / z,
            "At exactly 0 you divide 0 by 0, and that is not a number.",
        ),
        Misconception(
            "divided-by-its-size",
            lambda z: z / np.abs(z),
            "z divided by its size is −1 for negative z, and not a number at 0.",
        ),
        Misconception(
            "sigmoid",
            activations.sigmoid,
            "That is the sigmoid, a smooth step; this slope jumps.",
        ),
        Misconception(
            "step-of-one",
            lambda z: np.maximum(z + 1, 0) - np.maximum(z, 0),
            "That is a difference quotient, and its step of 1 reaches across the bend.",
        ),
        Misconception(
            "not-zero",
            lambda z: np.where(z != 0, 1.0, 0.0),
            "It asks only whether z is 0, so that negative numbers pass for positive ones.",
        ),
    ),
    hints=(
        "The curve is two straight pieces: what is the slope of each?",
        "relu′(z) = 1 for z > 0, else 0.",
        "Compare z with 0; the result of a comparison can be used as a number.",
    ),
)
