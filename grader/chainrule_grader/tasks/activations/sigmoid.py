"""Any number, squeezed between 0 and 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import large, signed
from chainrule_grader.tasks.activations._mistakes import rounded


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield from large(rng)


TASK = Task(
    reference=activations.sigmoid,
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        Misconception(
            "sign-of-the-exponent",
            lambda z: 1 / (1 + np.exp(z)),
            "The curve falls where it should rise: look at the sign in the exponent.",
        ),
        Misconception(
            "overflow",
            lambda z: np.exp(z) / (1 + np.exp(z)),
            "For large z both parts of the fraction are infinite: their quotient is not a number.",
        ),
        Misconception(
            "minus-for-plus",
            lambda z: 1 / (1 - np.exp(-z)),
            "The denominator subtracts: near 0 it vanishes, and the result leaves 0 to 1.",
        ),
        Misconception(
            "precedence",
            lambda z: 1 / 1 + np.exp(-z),
            "Without brackets only a part of the denominator is divided by.",
        ),
        Misconception(
            "no-one",
            lambda z: 1 / np.exp(-z),
            "The denominator lacks a term, so that nothing holds the result below 1.",
        ),
        Misconception(
            "tanh",
            np.tanh,
            "That is tanh: it runs from −1 to 1, and through 0 at 0.",
        ),
        Misconception(
            "derivative",
            activations.sigmoid.derivative,
            "That is the slope of the curve, not the curve.",
        ),
        Misconception(
            "cut-to-integers",
            lambda z: activations.sigmoid(z).astype(z.dtype),
            "Where z holds integers your result does too, and the fractions are cut off.",
        ),
        Misconception(
            "rounded",
            lambda z: np.round(activations.sigmoid(z)),
            "Your result is rounded to 0 or 1; the probability itself is wanted.",
        ),
        Misconception(
            "absolute-value",
            lambda z: activations.sigmoid(np.abs(z)),
            "Negative and positive z give the same: the sign of z is lost.",
        ),
        Misconception(
            "normalised",
            lambda z: np.exp(z) / np.sum(np.exp(z)),
            "Your numbers share one probability among them; each should stand for itself.",
        ),
        Misconception(
            "twice-as-steep",
            lambda z: activations.sigmoid(2 * z),
            "The curve is squeezed: it rises twice as fast, as the sigmoid of 2z does.",
        ),
        Misconception(
            "half-as-steep",
            lambda z: activations.sigmoid(z / 2),
            "The curve is stretched: it rises half as fast, as the sigmoid of z/2 does.",
        ),
        Misconception(
            "softplus",
            lambda z: np.logaddexp(0, z),
            "That is softplus, the curve whose slope is the sigmoid: it grows without end.",
        ),
        Misconception(
            "softplus-overflow",
            lambda z: np.log(1 + np.exp(z)),
            "That is softplus: it grows without end, and for large z its powers overflow.",
        ),
        Misconception(
            "hard",
            lambda z: np.clip(0.2 * z + 0.5, 0, 1),
            "Three straight lines stand in for the curve: that is the hard sigmoid.",
        ),
        Misconception(
            "clipped-too-early",
            lambda z: activations.sigmoid(np.clip(z, -10, 10)),
            "z is cut off at ±10, where the curve is not yet flat.",
        ),
        *rounded(activations.sigmoid),
    ),
    hints=(
        "A large positive z should come close to 1, a large negative one close to 0, and 0 to 1/2.",
        "σ(z) = 1 / (1 + e⁻ᶻ).",
        "np.exp works on whole arrays; mind the brackets around the denominator.",
    ),
)
