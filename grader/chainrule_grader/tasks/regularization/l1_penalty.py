"""A price on the size of every weight."""

from __future__ import annotations

import numpy as np
from chainrule import regularizers

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.regularization._inputs import rounded, weights


def _penalty(w: Array, strength: float) -> float:
    return float(regularizers.L1(float(strength))(w))


TASK = Task(
    reference=_penalty,
    observe=calls(weights),
    misconceptions=(
        Misconception(
            "signs-kept",
            lambda w, strength: strength * w.sum(),
            "Positive and negative weights cancel: the price is on their size.",
        ),
        Misconception(
            "mean",
            lambda w, strength: strength * np.abs(w).mean(),
            "That is the mean size of a weight: each further weight should cost something.",
        ),
        Misconception(
            "squared",
            lambda w, strength: strength * (w**2).sum(),
            "The weights are squared: that is the other penalty, L2.",
        ),
        Misconception(
            "norm",
            lambda w, strength: strength * np.sqrt((w**2).sum()),
            "That is the length of w as an arrow, the norm of L2.",
        ),
        Misconception(
            "strength-forgotten",
            lambda w, _strength: np.abs(w).sum(),
            "The strength is not used: the penalty cannot be made weaker or stronger.",
        ),
        Misconception(
            "only-a-half",
            lambda w, strength: 0.5 * strength * np.abs(w).sum(),
            "Only half of the penalty comes out: there is a ½ that this course does not have.",
        ),
        Misconception(
            "not-summed",
            lambda w, strength: strength * np.abs(w),
            "There is a price for each weight, and nobody has added them up.",
        ),
        Misconception(
            "sum-of-each-column",
            lambda w, strength: strength * np.abs(w).sum(axis=0),
            "In a table there is a penalty for each column, where there should be one for all.",
        ),
        Misconception(
            "sum-of-each-row",
            lambda w, strength: strength * np.abs(w).sum(axis=-1),
            "In a table there is a penalty for each row, where there should be one for all.",
        ),
        Misconception(
            "largest-column",
            lambda w, strength: strength * np.linalg.norm(w, 1),
            "NumPy's norm of order 1 takes, in a table, the largest of its columns' sums alone.",
        ),
        Misconception(
            "largest-weight",
            lambda w, strength: strength * np.abs(w).max(),
            "Only the largest weight has its price.",
        ),
        Misconception(
            "size-of-the-sum",
            lambda w, strength: strength * abs(w.sum()),
            "The weights are added first and lose their signs later: by then they have cancelled.",
        ),
        Misconception(
            "positive-only",
            lambda w, strength: strength * np.maximum(w, 0).sum(),
            "Negative weights go free.",
        ),
        Misconception(
            "divided",
            lambda w, strength: np.abs(w).sum() / strength,
            "It is divided by the strength, so that a stronger penalty is a smaller one.",
        ),
        Misconception(
            "strength-squared",
            lambda w, strength: strength**2 * np.abs(w).sum(),
            "The strength is squared.",
        ),
        Misconception(
            "strength-added",
            lambda w, strength: strength + np.abs(w).sum(),
            "The strength is added, where it should say how much each weight costs.",
        ),
        Misconception(
            "counted",
            lambda w, strength: strength * np.sign(w).sum(),
            "Only the signs are added up: how large a weight is makes no difference.",
        ),
        Misconception(
            "negative",
            lambda w, strength: -strength * np.abs(w).sum(),
            "The penalty is negative: large weights would be rewarded.",
        ),
        *rounded(_penalty),
    ),
    hints=(
        "Every weight pays for its distance from 0, on whichever side it is.",
        "penalty = λ Σ |w|, the sum over all weights, in a table too.",
        "np.abs gives the sizes, np.sum without an axis adds all of them up.",
    ),
)
