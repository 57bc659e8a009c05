"""The step function: 1 for positive numbers, 0 for all others."""

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
    reference=activations.step,
    make=looped(piecewise(one, zero)),
    observe=calls(numbers, elementwise=True),
    misconceptions=(
        switch(
            "one-at-zero",
            "You return 1 at exactly 0; in this course the step is 0 there.",
            at=one,
        ),
        switch(
            "half-at-zero",
            "You return 0.5 at exactly 0; in this course the step is 0 there.",
            at=lambda _z, _: 0.5,
        ),
        switch(
            "sign",
            "You return −1 for negative z, as np.sign does; the step is 0 there.",
            below=lambda _z, _: -1.0,
            at=zero,
        ),
        switch(
            "minus-one-below",
            "You return −1 in place of 0; the values of the step are 1 and 0.",
            below=lambda _z, _: -1.0,
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
            "passes-the-value",
            "You return z itself for positive z; return 1.",
            above=lambda z, _: z,
        ),
        switch(
            "keeps-the-value-below",
            "You return z itself for negative z; return 0.",
            below=lambda z, _: z,
        ),
        switch(
            "one-for-negative",
            "You return 1 for negative z as well; return 0.",
            below=one,
            at=zero,
        ),
        switch("zero", "You return 0 for positive z; return 1.", above=zero),
        switch(
            "clipped",
            "You return z itself between 0 and 1; the step is already 1 there.",
            above=lambda z, _: np.minimum(z, 1),
        ),
        switch(
            "threshold-at-half",
            "Your threshold is 0.5, as for probabilities; compare z with 0.",
            threshold=lambda _: 0.5,
            at=zero,
        ),
        switch(
            "from-half-on",
            "You return 1 where z ≥ 0.5, as for probabilities; compare z with 0.",
            threshold=lambda _: 0.5,
            at=one,
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
            "nearly-one-and-zero",
            "You return 0.9 and 0.1; the values of the step are 1 and 0.",
            above=lambda _z, _: 0.9,
            below=lambda _z, _: 0.1,
        ),
        *LOOPS,
        *SHAPES,
        NEGATED,
        DOUBLED,
        ONE_ADDED,
        Misconception(
            "sigmoid",
            activations.sigmoid,
            "You return the sigmoid of z; the step is only ever 0 or 1.",
        ),
        Misconception(
            "above-the-mean",
            lambda z: z > np.mean(z),
            "You compare z with its mean; compare z with 0.",
        ),
        Misconception(
            "any",
            lambda z: float(np.any(z > 0)),
            "You return one answer for the whole array; return one for each entry.",
        ),
        Misconception(
            "of-the-first-number",
            lambda z: float(z.flat[0] > 0),
            "You return one answer, that of the first entry; return one for each entry.",
        ),
        Misconception(
            "ones-only",
            lambda z: np.ones(np.sum(z > 0)),
            "You return a 1 for each positive number only; the others need a 0.",
        ),
        Misconception(
            "positions",
            lambda z: np.flatnonzero(z > 0),
            "You return the positions of the positive numbers; return 0 or 1 for each entry.",
        ),
    ),
    hints=(
        "A neuron is active or not: compare each number with one value.",
        "A comparison such as z > 2 returns an array of True and False, which count as 1 and 0.",
        "np.where takes a condition, the value where it is true, and the value elsewhere.",
    ),
)
