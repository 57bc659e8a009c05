"""The derivative of ReLU: 1 for positive numbers, else 0."""

from __future__ import annotations

import numpy as np
from chainrule import activations

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task, switch
from chainrule_grader.tasks._common import DOUBLED, NEGATED, ONE_ADDED
from chainrule_grader.tasks._piecewise import one, piecewise, zero
from chainrule_grader.tasks.activations._inputs import numbers
from chainrule_grader.tasks.activations._mistakes import LOOPS, SHAPES, looped

TASK = Task(
    reference=activations.relu.derivative,
    make=looped(piecewise(one, zero)),
    observe=calls(numbers, elementwise=True),
    misconceptions=(
        switch(
            "one-at-zero",
            "You return 1 at exactly 0; in this course the derivative there is 0.",
            at=one,
        ),
        switch(
            "half-at-zero",
            "You return 0.5 at exactly 0; in this course the derivative there is 0.",
            at=lambda _z, _: 0.5,
        ),
        switch(
            "nan-at-zero",
            "You return NaN at exactly 0, as 0/0 does; the derivative there is 0.",
            at=lambda _z, _: np.nan,
        ),
        switch(
            "no-derivative",
            "You return ReLU itself; return its derivative, which is 1 for positive z.",
            above=lambda z, _: z,
        ),
        switch(
            "sign",
            "You return −1 for negative z, as np.sign does; the derivative of ReLU is 0 there.",
            below=lambda _z, _: -1.0,
            at=zero,
        ),
        switch(
            "minus-one-below",
            "You return −1 in place of 0; the derivative of ReLU is 1 or 0.",
            below=lambda _z, _: -1.0,
        ),
        switch(
            "leaky",
            "You return 0.1 for negative z, as for leaky ReLU; return 0 there.",
            below=lambda _z, _: 0.1,
        ),
        switch(
            "leaky-hundredth",
            "You return 0.01 for negative z, as for leaky ReLU; return 0 there.",
            below=lambda _z, _: 0.01,
        ),
        switch(
            "small-below",
            "You return 0.001 for negative z; return exactly 0 there.",
            below=lambda _z, _: 1e-3,
        ),
        switch(
            "reversed",
            "You return 1 where z < 0; return 1 where z > 0.",
            above=zero,
            below=one,
            at=zero,
        ),
        switch(
            "reversed-with-zero",
            "You return 1 where z ≤ 0; return 1 where z > 0.",
            above=zero,
            below=one,
            at=one,
        ),
        switch(
            "one-everywhere",
            "You return 1 for every z; the derivative is 0 where z is not positive.",
            below=one,
            at=one,
        ),
        switch(
            "one-for-negative",
            "You return 1 for negative z as well; the derivative is 0 there.",
            below=one,
            at=zero,
        ),
        switch(
            "keeps-negative-values",
            "You return z itself for negative z; the derivative is 0 there.",
            below=lambda z, _: z,
        ),
        switch("zero", "You return 0 for positive z; return 1.", above=zero),
        switch(
            "half-for-positive",
            "You return 0.5 for positive z; the derivative there is 1.",
            above=lambda _z, _: 0.5,
        ),
        switch(
            "threshold-at-one",
            "Your threshold is 1; compare z with 0.",
            threshold=lambda _: 1.0,
            at=zero,
        ),
        switch(
            "from-one-on",
            "You return 1 only where z ≥ 1; return 1 where z > 0.",
            threshold=lambda _: 1.0,
            at=one,
        ),
        switch(
            "clipped",
            "You return z itself between 0 and 1; the derivative is 1 there.",
            above=lambda z, _: np.minimum(z, 1),
        ),
        switch(
            "rounds-first",
            "You round z to integers first; compare z itself with 0.",
            arguments=lambda z: (np.round(z),),
        ),
        *LOOPS,
        *SHAPES,
        NEGATED,
        DOUBLED,
        ONE_ADDED,
        Misconception(
            "only-the-positive",
            lambda z: np.ones_like(z[z > 0]),
            "You select the positive numbers, so the shape is lost; the others need a 0.",
        ),
        Misconception(
            "selected",
            lambda z: z[z > 0],
            "You return the positive numbers themselves; return 0 or 1 for each entry.",
        ),
        Misconception(
            "sigmoid",
            activations.sigmoid,
            "You return the sigmoid of z; the derivative of ReLU is only ever 0 or 1.",
        ),
        Misconception(
            "of-the-sigmoid",
            activations.sigmoid.derivative,
            "You return the derivative of the sigmoid; return that of ReLU, which is 0 or 1.",
        ),
        Misconception(
            "step-of-one",
            lambda z: np.maximum(z + 1, 0) - np.maximum(z, 0),
            "You compute relu(z + 1) − relu(z), which is wrong between −1 and 0; compare z with 0.",
        ),
        Misconception(
            "above-the-mean",
            lambda z: z > np.mean(z),
            "You compare z with its mean; compare z with 0.",
        ),
        Misconception(
            "numpy-gradient",
            lambda z: np.gradient(np.maximum(z, 0), axis=-1),
            "np.gradient takes differences between neighbouring entries; compare each z with 0.",
        ),
        Misconception(
            "of-the-first-number",
            lambda z: float(z.flat[0] > 0),
            "You return one answer, that of the first entry; return one for each entry.",
        ),
    ),
    hints=(
        "ReLU consists of two straight lines: what is the derivative of each?",
        "The derivative of z is 1, and that of the constant 0 is 0. No z is left in the result.",
        "A comparison such as z > 2 returns True and False, which count as 1 and 0.",
    ),
)
