"""The L1 penalty: λ times the sum of the absolute values of all weights."""

from __future__ import annotations

import numpy as np
from chainrule import regularizers

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task, switch
from chainrule_grader.tasks.regularization._inputs import weights
from chainrule_grader.tasks.regularization._penalties import STRENGTHS, SUMS, penalty


def _penalty(w: Array, strength: float) -> float:
    return float(regularizers.L1(float(strength))(w))


TASK = Task(
    reference=_penalty,
    make=penalty(np.abs),
    observe=calls(weights),
    misconceptions=(
        switch(
            "signs-kept",
            "Positive and negative weights cancel in your sum; take absolute values first.",
            entry=lambda w: w,
        ),
        switch(
            "size-of-the-sum",
            "You take the absolute value of the sum; take the absolute value of each weight.",
            entry=lambda w: w,
            after=np.abs,
        ),
        switch(
            "squared",
            "You square the weights, as in the L2 penalty; use their absolute values.",
            entry=np.square,
        ),
        switch(
            "norm",
            "You take the square root of the sum of squares, the L2 norm; sum absolute values.",
            entry=np.square,
            after=np.sqrt,
        ),
        switch(
            "counted",
            "You add the signs of the weights; add their absolute values.",
            entry=np.sign,
        ),
        switch(
            "roots",
            "You sum the square roots of the absolute values; sum the absolute values.",
            entry=lambda w: np.sqrt(np.abs(w)),
        ),
        switch(
            "cubed",
            "You sum the third powers; sum the absolute values.",
            entry=lambda w: np.abs(w) ** 3,
        ),
        switch(
            "half",
            "Your penalty is half of what is needed; the formula has no factor ½.",
            factor=0.5,
        ),
        switch(
            "doubled",
            "Your penalty is twice what is needed; the formula has no factor 2.",
            factor=2.0,
        ),
        *STRENGTHS,
        *SUMS,
        Misconception(
            "largest-column",
            lambda w, strength: strength * np.linalg.norm(w, 1),
            "np.linalg.norm(w, 1) of a table is its largest column sum; sum over all weights.",
        ),
    ),
    hints=(
        "The penalty grows with the distance of each weight from 0, whatever its sign is.",
        "penalty = λ Σ |w|, where the sum goes over all weights, also in a table.",
        "np.abs gives the absolute values; np.sum without an axis adds all of them.",
    ),
)
