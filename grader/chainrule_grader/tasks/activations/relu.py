"""What is positive passes, the rest is stopped."""

from __future__ import annotations

import numpy as np
from chainrule import activations

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import Array, signed


def _in_place(z: Array) -> Array:
    z[z < 0] = 0
    return z


TASK = Task(
    reference=activations.relu,
    observe=calls(signed, elementwise=True),
    misconceptions=(
        Misconception(
            "in-place",
            _in_place,
            "It writes into its input, so that whoever called it loses the original numbers.",
        ),
        Misconception(
            "largest-of-all",
            lambda z: np.max(z, 0),
            "The second argument of that maximum is an axis: you get the largest along it.",
        ),
        Misconception(
            "mask",
            lambda z: np.where(z > 0, 1.0, 0.0),
            "It says which numbers are positive, and loses how large they are.",
        ),
        Misconception(
            "minimum",
            lambda z: np.minimum(z, 0),
            "It keeps the negative numbers and stops the positive ones.",
        ),
        Misconception(
            "absolute-value",
            np.abs,
            "Negative numbers are turned positive instead of being stopped.",
        ),
        Misconception(
            "leaky",
            activations.leaky_relu,
            "A tenth of the negative numbers leaks through.",
        ),
        Misconception(
            "only-the-positive",
            lambda z: z[z > 0],
            "The negative numbers are taken out instead of being replaced, so the shape is lost.",
        ),
        Misconception(
            "capped",
            lambda z: np.clip(z, 0, 1),
            "It is cut off above as well: nothing larger than 1 gets through.",
        ),
        Misconception(
            "cut-to-integers",
            lambda z: np.maximum(z, 0).astype(int),
            "Your result holds integers, and the fractions are cut off.",
        ),
        Misconception(
            "capped-at-six",
            lambda z: np.clip(z, 0, 6),
            "It is cut off above as well: nothing larger than 6 gets through.",
        ),
        Misconception(
            "softplus",
            lambda z: np.log(1 + np.exp(z)),
            "That is softplus, a smooth curve: it is above 0 everywhere, and has no corner.",
        ),
        Misconception(
            "sigmoid",
            activations.sigmoid,
            "That is the sigmoid: all large numbers come out close to 1.",
        ),
        Misconception(
            "elu",
            lambda z: np.where(z > 0, z, np.expm1(z)),
            "Negative numbers bend down towards −1, as in the ELU, instead of being stopped.",
        ),
        Misconception(
            "sign",
            lambda z: -activations.relu(z),
            "What passes has lost its sign: nothing positive comes out.",
        ),
        Misconception(
            "mirrored",
            lambda z: activations.relu(-z),
            "It is the negative numbers that pass, and their sign is turned round.",
        ),
    ),
    hints=(
        "Each number is compared with 0, and the larger of the two comes out.",
        "relu(z) = max(0, z), for each number of z by itself.",
        "np.maximum compares two things entry by entry; np.max looks for one largest.",
    ),
)
