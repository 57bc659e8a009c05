"""The L2 penalty: λ times the sum of the squares of all weights."""

from __future__ import annotations

import numpy as np
from chainrule import regularizers

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task, switch
from chainrule_grader.tasks.regularization._inputs import weights
from chainrule_grader.tasks.regularization._penalties import STRENGTHS, SUMS, penalty


def _penalty(w: Array, strength: float) -> float:
    return float(regularizers.L2(float(strength))(w))


TASK = Task(
    reference=_penalty,
    make=penalty(np.square),
    observe=calls(weights),
    misconceptions=(
        switch(
            "half",
            "Your penalty is half of what is needed; the formula of this course has no factor ½.",
            factor=0.5,
        ),
        switch(
            "norm",
            "You take the square root of the sum; the penalty is the sum of squares itself.",
            after=np.sqrt,
        ),
        switch(
            "sizes",
            "You sum absolute values, as in the L1 penalty; sum the squares.",
            entry=np.abs,
        ),
        switch(
            "not-squared",
            "You sum the weights without squaring them; square each weight first.",
            entry=lambda w: w,
        ),
        switch(
            "square-of-the-sum",
            "You square the sum of the weights; square each weight, then sum.",
            entry=lambda w: w,
            after=np.square,
        ),
        switch(
            "sum-squared",
            "You square the sum of the squares; do not square after the sum.",
            after=np.square,
        ),
        switch(
            "columns-first",
            "You add the rows before you square; square each weight first.",
            entry=lambda w: np.sum(w, axis=0) ** 2,
        ),
        switch(
            "cubed",
            "You sum the third powers; sum the squares.",
            entry=lambda w: w**3,
        ),
        switch(
            "absolute-values-added",
            "You add the absolute values to the squares; the L2 penalty has the squares only.",
            entry=lambda w: np.abs(w) + np.square(w),
        ),
        switch(
            "variance",
            "You subtract the mean of the weights first; square the weights themselves.",
            entry=lambda w: np.square(w - np.mean(w)),
        ),
        switch(
            "matrix-square",
            "You compute a matrix product of w and its transpose; square each entry: w ** 2.",
            entry=lambda w: w @ w.T,
            fold=lambda products: products,
        ),
        switch(
            "doubled",
            "Your penalty is twice what is needed; the 2 belongs to the gradient.",
            factor=2.0,
        ),
        *STRENGTHS,
        *SUMS,
        Misconception(
            "largest-direction",
            lambda w, strength: strength * np.linalg.norm(w, 2) ** 2,
            "np.linalg.norm(w, 2) of a table is its largest singular value; sum all squares.",
        ),
        Misconception(
            "gradient",
            lambda w, strength: 2 * strength * w,
            "You return the gradient of the penalty; return the penalty, one number.",
        ),
    ),
    hints=(
        "A weight twice as large costs four times as much; the sign makes no difference.",
        "penalty = λ Σ w², where the sum goes over all weights, also in a table.",
        "Square every entry with w ** 2; np.sum without an axis adds all of them.",
    ),
)
