"""The threshold of the perceptron: all or nothing."""

from __future__ import annotations

import numpy as np
from chainrule import activations

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import numbers

TASK = Task(
    reference=activations.step,
    observe=calls(numbers, elementwise=True),
    misconceptions=(
        Misconception(
            "one-at-zero",
            lambda z: np.where(z >= 0, 1.0, 0.0),
            "At exactly 0 your neuron fires; here it takes more than that.",
        ),
        Misconception(
            "sign",
            np.sign,
            "That is the sign of z, with a third value below the threshold.",
        ),
        Misconception(
            "reversed",
            lambda z: np.where(z < 0, 1.0, 0.0),
            "The threshold works the wrong way round: it fires for what is below.",
        ),
        Misconception(
            "passes-the-value",
            lambda z: np.maximum(z, 0),
            "Above the threshold the number itself comes out; a step says only yes or no.",
        ),
        Misconception(
            "threshold-at-half",
            lambda z: np.where(z > 0.5, 1.0, 0.0),
            "Your threshold is 0.5: that is for probabilities, and z is none yet.",
        ),
        Misconception(
            "smooth",
            activations.sigmoid,
            "That is a smooth curve; a step jumps.",
        ),
        Misconception(
            "one-answer-for-all",
            lambda z: float(np.any(z > 0)),
            "There is one answer for all of z together, where each number needs its own.",
        ),
    ),
    hints=(
        "A neuron that fires or does not: each number, compared with one value, becomes 1 or 0.",
        "step(z) = 1 where z > 0, else 0.",
        "A comparison of an array gives an array of booleans; those are already 1 and 0.",
    ),
)
