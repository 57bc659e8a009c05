"""The slope of tanh, 1 at 0 and gone at both ends."""

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


def _by_formula(z: Array) -> Array:
    return np.asarray(1 - ((np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))) ** 2)


TASK = Task(
    reference=activations.tanh.derivative,
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        Misconception(
            "given-the-activation",
            lambda z: 1 - z**2,
            "It takes z for the activation tanh(z); it is called with z itself.",
        ),
        Misconception(
            "overflow",
            _by_formula,
            "For large z the formula divides infinity by infinity.",
        ),
        Misconception(
            "no-square",
            lambda z: 1 - np.tanh(z),
            "The square is missing: a slope cannot differ between −z and z here.",
        ),
        Misconception(
            "pattern-of-the-sigmoid",
            lambda z: np.tanh(z) * (1 - np.tanh(z)),
            "That pattern belongs to the sigmoid.",
        ),
        Misconception(
            "of-the-sigmoid",
            activations.sigmoid.derivative,
            "That is the slope of the sigmoid, a quarter at 0.",
        ),
        Misconception(
            "no-derivative",
            np.tanh,
            "That is the curve itself, not its slope.",
        ),
        Misconception(
            "plus",
            lambda z: 1 + np.tanh(z) ** 2,
            "The slope grows where the curve flattens out: look at the sign.",
        ),
        Misconception(
            "sign",
            lambda z: np.tanh(z) ** 2 - 1,
            "The slope is negative, though the curve rises everywhere.",
        ),
        Misconception(
            "square-of-the-argument",
            lambda z: 1 - np.tanh(z**2),
            "The argument is squared, where the activation should be.",
        ),
        Misconception(
            "twice",
            lambda z: activations.tanh.derivative(np.tanh(z)),
            "tanh is applied twice before its slope is taken.",
        ),
        Misconception(
            "only-the-square",
            lambda z: np.tanh(z) ** 2,
            "That is the square of the activation: it is 0 where the curve is steepest.",
        ),
        Misconception(
            "square-of-the-difference",
            lambda z: (1 - np.tanh(z)) ** 2,
            "The square is around too much: only a part of the difference is squared.",
        ),
        Misconception(
            "two-times",
            lambda z: 1 - 2 * np.tanh(z),
            "Two times the activation is not its square.",
        ),
        Misconception(
            "one-by-cosh",
            lambda z: 1 / np.cosh(z),
            "It falls off too slowly on both sides: that is 1 / cosh z, and a square is missing.",
        ),
        Misconception(
            "doubled",
            lambda z: 2 * activations.tanh.derivative(z),
            "It is twice as steep as it should be, and 2 at 0.",
        ),
        *quotients(np.tanh),
        *rounded(activations.tanh.derivative),
    ),
    hints=(
        "The slope is 1 at 0 and falls to 0 at both ends, in the same way on both sides.",
        "tanh′(z) = 1 − tanh²(z).",
        "Compute the activation, square it, and take it from 1.",
    ),
)
