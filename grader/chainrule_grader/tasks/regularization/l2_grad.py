"""The slope of the L2 penalty: a pull towards 0 that grows with the weight."""

from __future__ import annotations

import numpy as np
from chainrule import regularizers

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.regularization._inputs import weights


def _grad(w: Array, strength: float) -> Array:
    return regularizers.L2(float(strength)).gradient(w)


def _in_place(w: Array, strength: float) -> Array:
    w *= 2 * strength
    return w


TASK = Task(
    reference=_grad,
    observe=calls(weights),
    misconceptions=(
        Misconception(
            "two-forgotten",
            lambda w, strength: strength * w,
            "It is half of the slope of this course's penalty, which has no ½ in front.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It multiplies the weights themselves, and whoever called it loses them.",
        ),
        Misconception(
            "strength-forgotten",
            lambda w, _strength: 2.0 * w,
            "The strength is not used: the slope belongs to a penalty with λ = 1.",
        ),
        Misconception(
            "strength-squared",
            lambda w, strength: 2 * strength**2 * w,
            "The strength is squared; it stands outside the square in the penalty.",
        ),
        Misconception(
            "sizes",
            lambda w, strength: 2 * strength * np.abs(w),
            "The signs are lost: negative weights would be pushed further from 0.",
        ),
        Misconception(
            "slope-of-the-size",
            lambda w, strength: strength * np.sign(w),
            "That is the slope of the other penalty, L1: it does not grow with the weight.",
        ),
        Misconception(
            "square",
            lambda w, strength: strength * w**2,
            "That is what each weight costs, not how fast its cost grows.",
        ),
        Misconception(
            "two-times-the-square",
            lambda w, strength: 2 * strength * w**2,
            "The square is still there: a derivative lowers the power by one.",
        ),
        Misconception(
            "penalty",
            lambda w, strength: strength * (w**2).sum(),
            "That is the penalty itself, one number; the gradient has a slope for each weight.",
        ),
        Misconception(
            "summed",
            lambda w, strength: 2 * strength * w.sum(),
            "The slopes are added up: each weight needs its own.",
        ),
        Misconception(
            "sign-reversed",
            lambda w, strength: -2 * strength * w,
            "The signs are reversed: going down this slope makes weights larger.",
        ),
        Misconception(
            "mean",
            lambda w, strength: 2 * strength * w / w.size,
            "The slopes are divided by how many weights there are; the penalty was not.",
        ),
        Misconception(
            "divided-by-rows",
            lambda w, strength: 2 * strength * w / len(w),
            "The slopes are divided by the number of rows; the penalty was not.",
        ),
        Misconception(
            "slope-of-the-length",
            lambda w, strength: strength * w / np.sqrt((w**2).sum()),
            "That is the slope of the length of w: in the penalty the length is squared.",
        ),
        Misconception(
            "weights-updated",
            lambda w, strength: w - 2 * strength * w,
            "Those are weights after a step; only the slope is asked for.",
        ),
        Misconception(
            "added-to-the-weights",
            lambda w, strength: w + 2 * strength * w,
            "The weights are still in the result; only the slope is asked for.",
        ),
        Misconception(
            "two-and-strength-added",
            lambda w, strength: (2 + strength) * w,
            "The strength is added to the 2, where both should multiply.",
        ),
        Misconception(
            "cut-to-integers",
            lambda w, strength: (2 * strength * w).astype(w.dtype),
            "Where w holds integers so does your result, and the fractions are cut off.",
        ),
        Misconception(
            "divided",
            lambda w, strength: 2 * w / strength,
            "It is divided by the strength, so that a stronger penalty pulls less.",
        ),
        Misconception(
            "strength-added",
            lambda w, strength: 2 * w + strength,
            "The strength is added, where it should say how strong the pull is.",
        ),
    ),
    hints=(
        "How much more does a weight cost if it grows a little? The larger it is, the more.",
        "The slope of λ w² is 2 λ w, for each weight by itself.",
        "Two factors and w: no sum, and the result has the shape of w.",
    ),
)
