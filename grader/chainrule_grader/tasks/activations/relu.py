"""The rectified linear unit: positive numbers stay, all others become 0."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from chainrule import activations

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import FLATTENED, INTEGERS, NEGATED, ROUNDED
from chainrule_grader.tasks.activations._inputs import Array, signed

Side = Callable[[Array], Array | float]


def _make(
    positive: Side = lambda z: z, negative: Side = lambda _z: 0.0, threshold: float = 0.0
) -> Implementation:
    """Return a function with other values for positive and for negative numbers."""
    return lambda z: np.where(z > threshold, positive(z), negative(z))


TASK = Task(
    reference=activations.relu,
    make=_make,
    observe=calls(signed, elementwise=True),
    misconceptions=(
        switch(
            "mask",
            "You return 1 for positive numbers; return the numbers themselves.",
            positive=lambda _z: 1.0,
        ),
        switch(
            "leaky",
            "You multiply negative numbers by 0.1, as leaky ReLU does; ReLU returns 0 for them.",
            negative=lambda z: 0.1 * z,
        ),
        switch(
            "absolute-value",
            "You return the absolute value of negative numbers; ReLU returns 0 for them.",
            negative=lambda z: -z,
        ),
        switch(
            "unchanged",
            "You return negative numbers unchanged; ReLU returns 0 for them.",
            negative=lambda z: z,
        ),
        switch(
            "one-for-negative",
            "You return 1 for negative numbers; ReLU returns 0 for them.",
            negative=lambda _z: 1.0,
        ),
        switch(
            "minus-one-for-negative",
            "You return −1 for negative numbers; ReLU returns 0 for them.",
            negative=lambda _z: -1.0,
        ),
        switch(
            "elu",
            "You return eᶻ − 1 for negative z, as the ELU does; ReLU returns 0 for them.",
            negative=np.expm1,
        ),
        switch(
            "threshold-at-one",
            "Your threshold is 1; ReLU compares z with 0.",
            threshold=1.0,
        ),
        switch(
            "capped",
            "You limit the result to 1; ReLU has no upper limit.",
            positive=lambda z: np.minimum(z, 1),
        ),
        switch(
            "capped-at-six",
            "You limit the result to 6; ReLU has no upper limit.",
            positive=lambda z: np.minimum(z, 6),
        ),
        switch(
            "squared",
            "You square the positive numbers; return them unchanged.",
            positive=lambda z: z**2,
        ),
        switch(
            "mirrored",
            "You use −z in place of z: negative numbers pass and positive ones become 0.",
            arguments=lambda z: (-z,),
        ),
        INTEGERS,
        NEGATED,
        FLATTENED,
        *ROUNDED[:2],
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
