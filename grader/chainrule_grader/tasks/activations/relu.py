"""The rectified linear unit: positive numbers stay, all others become 0."""

from __future__ import annotations

import numpy as np
from chainrule import activations

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task, switch
from chainrule_grader.tasks._common import (
    DOUBLED,
    HALVED,
    INTEGERS,
    NEGATED,
    ONE_ADDED,
    ONE_DECIMAL,
    ROUNDED,
)
from chainrule_grader.tasks._piecewise import one, piecewise, zero
from chainrule_grader.tasks.activations._inputs import signed
from chainrule_grader.tasks.activations._mistakes import LOOPS, SHAPES, looped

TASK = Task(
    reference=activations.relu,
    make=looped(piecewise(lambda z, _: z, zero)),
    observe=calls(signed, elementwise=True),
    misconceptions=(
        switch(
            "mask",
            "You return 1 for positive numbers; return the numbers themselves.",
            above=one,
        ),
        switch(
            "leaky",
            "You multiply negative numbers by 0.1, as leaky ReLU does; ReLU returns 0 for them.",
            below=lambda z, _: 0.1 * z,
        ),
        switch(
            "absolute-value",
            "You return the absolute value of negative numbers; ReLU returns 0 for them.",
            below=lambda z, _: -z,
        ),
        switch(
            "unchanged",
            "You return negative numbers unchanged; ReLU returns 0 for them.",
            below=lambda z, _: z,
        ),
        switch(
            "limited-below",
            "You limit negative numbers to −1; ReLU returns 0 for them.",
            below=lambda z, _: np.maximum(z, -1),
        ),
        switch(
            "one-for-negative",
            "You return 1 for negative numbers; ReLU returns 0 for them.",
            below=one,
        ),
        switch(
            "minus-one-for-negative",
            "You return −1 for negative numbers; ReLU returns 0 for them.",
            below=lambda _z, _: -1.0,
        ),
        switch(
            "elu",
            "You return eᶻ − 1 for negative z, as the ELU does; ReLU returns 0 for them.",
            below=lambda z, _: np.expm1(np.minimum(z, 0)),
        ),
        switch(
            "threshold-at-one",
            "Your threshold is 1; ReLU compares z with 0.",
            threshold=lambda _: 1.0,
        ),
        switch(
            "capped",
            "You limit the result to 1; ReLU has no upper limit.",
            above=lambda z, _: np.minimum(z, 1),
        ),
        switch(
            "capped-at-six",
            "You limit the result to 6; ReLU has no upper limit.",
            above=lambda z, _: np.minimum(z, 6),
        ),
        switch(
            "squared",
            "You square the positive numbers; return them unchanged.",
            above=lambda z, _: z**2,
        ),
        switch(
            "mirrored",
            "You use −z in place of z: negative numbers pass and positive ones become 0.",
            arguments=lambda z: (-z,),
        ),
        switch(
            "maximum-of-one",
            "You return the larger of 1 and z; ReLU is max(0, z).",
            above=lambda z, _: np.maximum(z, 1),
            below=one,
        ),
        switch(
            "nan-for-negative",
            "You return NaN for negative numbers; ReLU returns 0 for them.",
            below=lambda _z, _: np.nan,
        ),
        switch(
            "rounds-first",
            "You round z to integers first; use z as it is given.",
            arguments=lambda z: (np.round(z),),
        ),
        switch(
            "minus-the-mean",
            "You subtract the mean of z first; ReLU compares z itself with 0.",
            arguments=lambda z: (z - np.mean(z),),
        ),
        *LOOPS,
        *SHAPES,
        INTEGERS,
        NEGATED,
        DOUBLED,
        HALVED,
        ONE_ADDED,
        ONE_DECIMAL,
        *ROUNDED[:2],
        Misconception(
            "maximum",
            np.max,
            "You return one number, the largest of z; ReLU compares each number with 0.",
        ),
        Misconception(
            "minimum",
            lambda z: np.minimum(z, 0),
            "You return the smaller of 0 and z; ReLU is the larger, max(0, z).",
        ),
        Misconception(
            "one-decision-for-all",
            lambda z: z if z.sum() > 0 else 0 * z,
            "You decide once for the whole array; ReLU compares each number with 0.",
        ),
        Misconception(
            "largest-of-all",
            lambda z: np.max(z, 0),
            "np.max(z, 0) returns the maximum along axis 0; use np.maximum(z, 0).",
        ),
        Misconception(
            "only-the-positive",
            lambda z: z[z > 0],
            "You select the positive numbers, so the shape is lost; replace the others by 0.",
        ),
        Misconception(
            "softplus",
            lambda z: np.log(1 + np.exp(z)),
            "You return softplus, log(1 + eᶻ); ReLU is max(0, z).",
        ),
        Misconception(
            "sigmoid", activations.sigmoid, "You return the sigmoid of z; ReLU is max(0, z)."
        ),
        Misconception(
            "zero",
            lambda z: 0.0 * z,
            "You return 0 for every z; ReLU returns positive z unchanged.",
        ),
    ),
    hints=(
        "Compare each number with 0 and return the larger of the two.",
        "relu(z) = max(0, z), for each number of z separately. Shape of the result: that of z.",
        "np.maximum compares two arrays entry by entry; np.max returns the largest entry.",
    ),
)
