"""The sigmoid: it maps every number to one between 0 and 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task, switch
from chainrule_grader.tasks._common import INTEGERS, ROUNDED
from chainrule_grader.tasks._sigmoid import FORMULA, RARE, make_sigmoid
from chainrule_grader.tasks.activations._inputs import large, signed
from chainrule_grader.tasks.activations._mistakes import USUAL, looped


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield from large(rng)


TASK = Task(
    reference=activations.sigmoid,
    make=looped(make_sigmoid),
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        *FORMULA,
        *RARE,
        switch(
            "percent",
            "You return percentages; return numbers between 0 and 1.",
            result=lambda p: 100 * p,
        ),
        switch(
            "unchanged",
            "You return z unchanged; return its sigmoid.",
            activation=lambda z: z,
        ),
        *USUAL,
        INTEGERS,
        *ROUNDED,
        Misconception(
            "normalised",
            lambda z: np.exp(z) / np.sum(np.exp(z)),
            "You divide by a sum over all of z; compute the sigmoid of each number separately.",
        ),
    ),
    hints=(
        "Large positive z must give nearly 1, large negative z nearly 0, and z = 0 gives 1/2.",
        "e⁻ᶻ overflows for z = −1000, where σ(z) = eᶻ / (1 + eᶻ) is exact: the exponent is small.",
        "Compute np.exp(-z), add 1, and divide 1 by this sum; put the denominator in brackets.",
    ),
)
