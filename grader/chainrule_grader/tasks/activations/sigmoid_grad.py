"""The slope of the sigmoid, largest at 0 and never more than a quarter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import Array, large, signed
from chainrule_grader.tasks.activations._mistakes import quotients, rounded


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield from large(rng)


def _formula_of_powers(z: Array) -> Array:
    return np.asarray(np.exp(-z) / (1 + np.exp(-z)) ** 2)


def _twice(z: Array) -> Array:
    return activations.sigmoid.derivative(activations.sigmoid(z))


TASK = Task(
    reference=activations.sigmoid.derivative,
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        Misconception(
            "given-the-activation",
            lambda z: z * (1 - z),
            "It takes z for the activation σ(z); it is called with z itself.",
        ),
        Misconception(
            "sigmoid-twice",
            _twice,
            "The sigmoid is applied twice before its slope is taken.",
        ),
        Misconception(
            "overflow",
            _formula_of_powers,
            "For large negative z the formula divides infinity by infinity.",
        ),
        Misconception(
            "no-derivative",
            activations.sigmoid,
            "That is the curve itself, not its slope.",
        ),
        Misconception(
            "of-tanh",
            activations.tanh.derivative,
            "That is the slope of tanh, four times as steep at 0.",
        ),
        Misconception(
            "square",
            lambda z: 1 - activations.sigmoid(z) ** 2,
            "That pattern belongs to tanh; with the sigmoid in it, it is nobody's slope.",
        ),
        Misconception(
            "sign",
            lambda z: -activations.sigmoid.derivative(z),
            "The slope is negative, though the curve rises everywhere.",
        ),
        Misconception(
            "mixed",
            lambda z: activations.sigmoid(z) * (1 - z),
            "One factor uses the activation, the other z.",
        ),
        Misconception(
            "plus",
            lambda z: activations.sigmoid(z) * (1 + activations.sigmoid(z)),
            "The slope grows where the curve flattens out: look at the sign in the second factor.",
        ),
        Misconception(
            "one-minus",
            lambda z: 1 - activations.sigmoid(z),
            "That is only one of the two factors.",
        ),
        Misconception(
            "activation-squared",
            lambda z: activations.sigmoid(z) ** 2,
            "The activation is multiplied by itself: one of the two factors is the wrong one.",
        ),
        Misconception(
            "one-minus-squared",
            lambda z: (1 - activations.sigmoid(z)) ** 2,
            "1 − σ(z) is multiplied by itself: one of the two factors is the wrong one.",
        ),
        Misconception(
            "denominator-not-squared",
            lambda z: np.exp(-z) / (1 + np.exp(-z)),
            "The denominator has lost its square, so that the result comes close to 1 on the left.",
        ),
        Misconception(
            "constant",
            lambda z: np.full(z.shape, 0.25),
            "A quarter is the slope at 0 only: everywhere else the curve is flatter.",
        ),
        *quotients(activations.sigmoid),
        *rounded(activations.sigmoid.derivative),
    ),
    hints=(
        "Where the curve is flat the slope is near 0, at both ends; it is steepest at 0.",
        "σ′(z) = σ(z) · (1 − σ(z)).",
        "Compute the activation once, under a name of its own, then use it twice.",
    ),
)
