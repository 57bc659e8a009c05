"""The gradient of the L2 penalty: 2λw."""

from __future__ import annotations

import numpy as np
from chainrule import regularizers

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task, switch
from chainrule_grader.tasks.regularization._inputs import weights
from chainrule_grader.tasks.regularization._penalties import GRADIENTS, STRENGTHS, gradient


def _grad(w: Array, strength: float) -> Array:
    return regularizers.L2(float(strength)).gradient(w)


TASK = Task(
    reference=_grad,
    make=gradient(lambda w: w, 2.0),
    observe=calls(weights),
    misconceptions=(
        switch(
            "two-forgotten",
            "Your result lacks the factor 2; the derivative of w² is 2w.",
            factor=1.0,
        ),
        switch(
            "four",
            "Your result has a factor of 4; the derivative of w² is 2w.",
            factor=4.0,
        ),
        switch(
            "sizes",
            "You take absolute values, so the signs are lost; use w itself.",
            entry=np.abs,
        ),
        switch(
            "signs",
            "You use the sign of w, as in the L1 gradient; the gradient of w² grows with w.",
            entry=np.sign,
        ),
        switch(
            "square",
            "You still square the weights; the derivative of w² has w to the first power.",
            entry=np.square,
        ),
        switch(
            "positive-only",
            "Negative weights get a gradient of 0; use the same formula for every sign.",
            entry=lambda w: np.maximum(w, 0),
        ),
        switch(
            "slope-of-the-length",
            "You divide by the norm of w; the penalty is the squared norm, so its gradient "
            "is not divided.",
            entry=lambda w: w / np.sqrt(np.square(w).sum()),
        ),
        switch(
            "without-weights",
            "You do not use w; the gradient of w² grows with w.",
            entry=np.ones_like,
        ),
        *STRENGTHS,
        switch(
            "two-and-strength-added",
            "You add 2 and the strength λ; multiply them.",
            weigh=lambda slope, strength: slope * (2 + strength) / 2,
        ),
        *GRADIENTS,
        Misconception(
            "penalty",
            lambda w, strength: strength * (w**2).sum(),
            "You return the penalty, one number; return its gradient, one number for each weight.",
        ),
        Misconception(
            "power",
            lambda w, strength: w ** (2 * strength),
            "You raise w to the power 2λ; multiply w by 2λ.",
        ),
    ),
    hints=(
        "By how much does the penalty grow if one weight grows a little? Differentiate λ w².",
        "The derivative of λ w² is 2 λ w, for each weight separately.",
        "Multiply 2, strength and w; there is no sum, and the result has the shape of w.",
    ),
)
