"""A price on the square of every weight."""

from __future__ import annotations

import numpy as np
from chainrule import regularizers

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.regularization._inputs import rounded, weights


def _penalty(w: Array, strength: float) -> float:
    return float(regularizers.L2(float(strength))(w))


TASK = Task(
    reference=_penalty,
    observe=calls(weights),
    misconceptions=(
        Misconception(
            "norm",
            lambda w, strength: strength * np.sqrt((w**2).sum()),
            "A root is taken of the sum: that is the length of w, and not its square.",
        ),
        Misconception(
            "half",
            lambda w, strength: 0.5 * strength * (w**2).sum(),
            "Only half of the penalty comes out: other texts have a ½ here, this course has not.",
        ),
        Misconception(
            "mean",
            lambda w, strength: strength * (w**2).mean(),
            "That is the mean square of a weight: each further weight should cost something.",
        ),
        Misconception(
            "divided-by-twice-the-rows",
            lambda w, strength: strength * (w**2).sum() / (2 * len(w)),
            "It is divided by 2 m, as in texts where m counts examples; w has no examples in it.",
        ),
        Misconception(
            "sizes",
            lambda w, strength: strength * np.abs(w).sum(),
            "The sizes are added up without a square: that is the other penalty, L1.",
        ),
        Misconception(
            "square-of-the-sum",
            lambda w, strength: strength * w.sum() ** 2,
            "The weights are added first and squared later: by then they have cancelled.",
        ),
        Misconception(
            "strength-forgotten",
            lambda w, _strength: (w**2).sum(),
            "The strength is not used: the penalty cannot be made weaker or stronger.",
        ),
        Misconception(
            "strength-squared",
            lambda w, strength: ((strength * w) ** 2).sum(),
            "The strength is inside the square, and is squared too.",
        ),
        Misconception(
            "not-summed",
            lambda w, strength: strength * w**2,
            "There is a price for each weight, and nobody has added them up.",
        ),
        Misconception(
            "sum-of-each-column",
            lambda w, strength: strength * (w**2).sum(axis=0),
            "In a table there is a penalty for each column, where there should be one for all.",
        ),
        Misconception(
            "sum-of-each-row",
            lambda w, strength: strength * (w**2).sum(axis=-1),
            "In a table there is a penalty for each row, where there should be one for all.",
        ),
        Misconception(
            "largest-direction",
            lambda w, strength: strength * np.linalg.norm(w, 2) ** 2,
            "NumPy's norm of order 2 is, for a table, its largest stretch: other weights go free.",
        ),
        Misconception(
            "largest-weight",
            lambda w, strength: strength * (w**2).max(),
            "Only the largest weight has its price.",
        ),
        Misconception(
            "matrix-square",
            lambda w, strength: strength * (w @ w.T),
            "Rows meet columns, where each weight should meet itself.",
        ),
        Misconception(
            "divided",
            lambda w, strength: (w**2).sum() / strength,
            "It is divided by the strength, so that a stronger penalty is a smaller one.",
        ),
        Misconception(
            "doubled",
            lambda w, strength: 2 * strength * (w**2).sum(),
            "It is twice what it should be: the 2 of the slope has come in too early.",
        ),
        Misconception(
            "twice-the-weights",
            lambda w, strength: 2 * strength * w.sum(),
            "The weights are doubled where they should be squared.",
        ),
        Misconception(
            "negative",
            lambda w, strength: -strength * (w**2).sum(),
            "The penalty is negative: large weights would be rewarded.",
        ),
        Misconception(
            "gradient",
            lambda w, strength: 2 * strength * w,
            "That is the slope for each weight; the penalty is one number.",
        ),
        Misconception(
            "strength-added",
            lambda w, strength: strength + (w**2).sum(),
            "The strength is added, where it should say how much each weight costs.",
        ),
        Misconception(
            "columns-first",
            lambda w, strength: strength * (w.sum(axis=0) ** 2).sum(),
            "The columns are added up before they are squared: by then weights have cancelled.",
        ),
        *rounded(_penalty),
    ),
    hints=(
        "A weight twice as large costs four times as much, so large weights are what it avoids.",
        "penalty = λ Σ w², the sum over all weights, in a table too.",
        "Square entry by entry with w ** 2, and let np.sum without an axis add all of them up.",
    ),
)
