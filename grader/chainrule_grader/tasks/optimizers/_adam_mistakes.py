"""Adam's pieces gone wrong: the averages, their correction, the step.

Each mistake is made from the root that it is made with, because ε may be inside or outside of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from chainrule_grader.judging.task import Implementation
from chainrule_grader.tasks.optimizers._adam import (
    Root,
    adam,
    by_power,
    centred,
    corrected,
    first,
    largest,
    one_rate,
    raw,
    second,
)
from chainrule_grader.tasks.optimizers._mistakes import State, Step
from chainrule_grader.tasks.optimizers._walks import Array


def _betas_swapped(right: Implementation) -> Implementation:
    def rule(
        w: Array,
        g: Array,
        state: State,
        learning_rate: float,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
    ) -> Step:
        return right(w, g, state, learning_rate, beta_2, beta_1, epsilon)  # type: ignore[no-any-return]

    return rule


MADE: Final[tuple[tuple[str, Callable[[Root], Implementation], str], ...]] = (
    (
        "not-corrected",
        lambda root: adam(root, corrects=(raw, raw)),
        "Both moments go into the step as they are: they began at 0 and are still too small.",
    ),
    (
        "second-not-corrected",
        lambda root: adam(root, corrects=(corrected, raw)),
        "The second moment goes into the step uncorrected: the first steps are too large.",
    ),
    (
        "first-not-corrected",
        lambda root: adam(root, corrects=(raw, corrected)),
        "The first moment goes into the step uncorrected: the first steps are too small.",
    ),
    (
        "time-stands-still",
        lambda root: adam(root, corrects=(by_power, by_power)),
        "The correction is that of the first step for ever: the power t is missing or never grows.",
    ),
    (
        "time-stands-still-for-the-first",
        lambda root: adam(root, corrects=(by_power, corrected)),
        "The first moment's correction never changes: its power t is missing.",
    ),
    (
        "time-stands-still-for-the-second",
        lambda root: adam(root, corrects=(corrected, by_power)),
        "The second moment's correction never changes: its power t is missing.",
    ),
    (
        "time-begins-late",
        lambda root: adam(root, begins=2),
        "The correction is a step ahead: its t is already 2 at the first step.",
    ),
    (
        "times-for-power",
        lambda root: adam(
            root,
            corrects=(lambda m, b, t, _: m / (1 - b * t), lambda v, b, t, _: v / (1 - b * t)),
        ),
        "β is multiplied by t in the correction, where it should be raised to a power.",
    ),
    (
        "power-of-the-difference",
        lambda root: adam(
            root,
            corrects=(lambda m, b, t, _: m / (1 - b) ** t, lambda v, b, t, _: v / (1 - b) ** t),
        ),
        "The power is outside of the bracket: all of 1 − β is raised, not β alone.",
    ),
    (
        "corrections-multiply",
        lambda root: adam(
            root,
            corrects=(lambda m, b, t, _: m * (1 - b**t), lambda v, b, t, _: v * (1 - b**t)),
        ),
        "The corrections multiply, which makes the moments even smaller; they should divide.",
    ),
    (
        "corrections-swapped",
        lambda root: adam(
            root,
            corrects=(
                lambda m, _b, t, other: m / (1 - other**t),
                lambda v, _b, t, other: v / (1 - other**t),
            ),
        ),
        "The two corrections have changed places: each moment is corrected by the other's β.",
    ),
    (
        "corrected-by-one-beta",
        lambda root: adam(root, corrects=(corrected, lambda v, _b, t, o: v / (1 - o**t))),
        "Both corrections use β₁; the second moment has a β of its own.",
    ),
    (
        "corrected-moments-kept",
        lambda root: adam(root, keeps_corrected=True),
        "The corrected moments are kept: at the next step they are corrected once more.",
    ),
    (
        "one-beta",
        lambda root: adam(root, gathers=(first, lambda v, g, _b, o: second(v, g, o, o))),
        "β₁ is in the second moment too, which has a β of its own.",
    ),
    (
        "second-beta-in-both",
        lambda root: adam(root, gathers=(lambda m, g, _b, o: first(m, g, o, o), second)),
        "β₂ is in the first moment too, which has a β of its own.",
    ),
    (
        "betas-swapped",
        lambda root: _betas_swapped(adam(root)),
        "β₁ and β₂ have changed places.",
    ),
    (
        "first-weights-swapped",
        lambda root: adam(root, gathers=(lambda m, g, b, o: first(m, g, 1 - b, o), second)),
        "In the first moment β₁ weighs the new gradient, where it should weigh the old average.",
    ),
    (
        "weights-swapped",
        lambda root: adam(
            root,
            gathers=(
                lambda m, g, b, o: first(m, g, 1 - b, o),
                lambda v, g, b, o: second(v, g, 1 - b, o),
            ),
        ),
        "In both moments β weighs what is new, where it should weigh the old average.",
    ),
    (
        "first-is-a-sum",
        lambda root: adam(root, gathers=(lambda m, g, b, _: b * m + g, second)),
        "The new gradient enters the first moment at full size: that is a sum, not an average.",
    ),
    (
        "second-is-a-sum",
        lambda root: adam(root, gathers=(first, lambda v, g, b, _: b * v + g**2)),
        "The new square enters the second moment at full size: that is a sum, not an average.",
    ),
    (
        "precedence",
        lambda root: adam(
            root,
            gathers=(
                lambda m, g, b, _: b * m + 1 - b * g,
                lambda v, g, b, _: b * v + 1 - b * g**2,
            ),
        ),
        "Brackets are missing in the moments: β alone weighs what is new, and a 1 is added.",
    ),
    (
        "not-squared",
        lambda root: adam(root, gathers=(first, first)),
        "The second moment is of the gradients, not of their squares; a negative one has no root.",
    ),
    (
        "sizes-not-squares",
        lambda root: adam(root, gathers=(first, lambda v, g, b, o: first(v, np.abs(g), b, o))),
        "The second moment is of the gradients' sizes; it should be of their squares.",
    ),
    (
        "weight-squared-too",
        lambda root: adam(root, gathers=(first, lambda v, g, b, _: b * v + ((1 - b) * g) ** 2)),
        "In the second moment the weight 1 − β₂ is squared with the gradient: mind the brackets.",
    ),
    (
        "no-momentum",
        lambda root: adam(root, move=lambda _m, r, g: g / r),
        "The step uses the gradient itself: the first moment is not in it.",
    ),
    (
        "multiplied",
        lambda root: adam(root, move=lambda m, r, _g: m * r),
        "The first moment is multiplied by the root; it should be divided.",
    ),
    (
        "times-gradient",
        lambda root: adam(root, move=lambda m, r, g: m * g / r),
        "The step is multiplied by the gradient once more.",
    ),
    (
        "second-moment-of-the-first",
        centred,
        "The squares are of the gradient less its average; they should be of the gradient.",
    ),
    (
        "largest-so-far",
        largest,
        "You divide by the largest second moment so far: that is a cousin, AMSGrad.",
    ),
    (
        "one-size-for-all",
        lambda root: adam(
            root, gathers=(first, lambda v, g, b, _: b * v + (1 - b) * np.sum(g**2) + 0 * g)
        ),
        "One sum of squares serves all weights; each should have a moment of its own.",
    ),
    (
        "rate-without-root",
        lambda root: one_rate(root, lambda b1, b2, t: (1 - b2**t) / (1 - b1**t)),
        "The corrected rate lacks a root: 1 − β₂ᵗ stands for a square.",
    ),
    (
        "rate-upside-down",
        lambda root: one_rate(root, lambda b1, b2, t: (1 - b1**t) / math.sqrt(1 - b2**t)),
        "The correction of the rate stands on its head.",
    ),
    (
        "rate-corrected-for-the-first",
        lambda root: one_rate(root, lambda b1, _b2, t: math.sqrt(1 - b1**t) / (1 - b1**t)),
        "The corrected rate uses β₁ twice; the second moment has a β of its own.",
    ),
)
"""The name of a mistake, the function that has it, and the sentence."""
