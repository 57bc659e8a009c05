"""Momentum over RMSprop, corrected for having started from nothing."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from chainrule.optimizers import Adam

from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.optimizers._adam import adam, one_rate
from chainrule_grader.tasks.optimizers._adam_mistakes import MADE
from chainrule_grader.tasks.optimizers._mistakes import (
    ROOTS,
    fixed,
    inside,
    outside,
    remembering,
    usual,
)
from chainrule_grader.tasks.optimizers._walks import keras, walks


def _keras(
    learning_rate: float, beta_1: float = 0.9, beta_2: float = 0.999, epsilon: float = 1e-7
) -> Adam:
    return Adam(learning_rate, beta_1=beta_1, beta_2=beta_2, epsilon=epsilon)


def _both_betas(beta_1: float, beta_2: float, t: int) -> float:
    return math.sqrt(1 - beta_2**t) / (1 - beta_1**t)


def _two_betas(right: Implementation) -> Implementation:
    """Use the betas of the call, and another ε."""
    return lambda w, g, state, rate, *options: right(w, g, state, rate, *options[:2])


def _both() -> Iterator[Misconception]:
    for suffix, root in ROOTS.items():
        yield from (
            Misconception(name + suffix, make(root), message) for name, make, message in MADE
        )
        right = adam(root)
        anew, fix = [*remembering(right)][1], fixed(right)
        yield Misconception(f"{anew.name}{suffix}", anew.wrong, anew.message)
        yield Misconception(f"{fix.name}{suffix}", fix.wrong, fix.message)
        yield Misconception(
            f"epsilon-ignored{suffix}",
            _two_betas(right),
            "Your ε is written into the code; the one in the call is not used.",
        )


_right = keras(_keras)

TASK = Task(
    # The form in the text comes first: a student compares with its numbers.
    reference=adam(outside),
    also_right=(
        _right,
        adam(inside),
        one_rate(inside, _both_betas),
        one_rate(outside, _both_betas),
    ),
    observe=walks(options=(0.5, 0.75), epsilon=(0.8, 0.9, 0.25)),
    uses=("optimizers/sgd", "optimizers/momentum", "optimizers/rmsprop"),
    misconceptions=(
        *usual(_right),
        *_both(),
        next(remembering(adam(outside))),
        Misconception(
            "time-begins-at-zero",
            adam(outside, begins=0),
            "At the first step your t is 0, and the correction divides by 1 − β⁰ = 0.",
        ),
        Misconception(
            "no-second-moment",
            adam(outside, move=lambda m, _root, _g: m),
            "The step is not divided by the size of the gradients: the second moment is not in it.",
        ),
        Misconception(
            "no-root",
            adam(lambda v, epsilon: v + epsilon),
            "The root of the second moment is missing: the step is divided by squares.",
        ),
        Misconception(
            "no-epsilon",
            adam(lambda v, _epsilon: np.sqrt(v)),
            "Without ε a gradient of 0 gives 0 / 0, which is not a number.",
        ),
        Misconception(
            "epsilon-twice",
            adam(lambda v, epsilon: np.sqrt(v + epsilon) + epsilon),
            "The ε is added twice, inside the root and outside.",
        ),
    ),
    hints=(
        "Two averages, of the gradients and of their squares; both begin at 0, so correct them.",
        "m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ), w ← w − η m̂ / (√v̂ + ε), with t = 1, 2, 3, …",
        "Keep m, v and t, not m̂ and v̂; add 1 to t before you use it.",
    ),
)
