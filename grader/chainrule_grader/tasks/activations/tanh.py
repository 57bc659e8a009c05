"""The hyperbolic tangent: an activation function from −1 to 1."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks._common import INTEGERS, ROUNDED
from chainrule_grader.tasks.activations._inputs import Array, large, signed
from chainrule_grader.tasks.activations._mistakes import USUAL, looped

Join = Callable[[Array, Array], Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield from large(rng)


def _zero(_z: Array) -> Any:
    return 0.0


def _make(
    shift: Callable[[Array], Any] = np.abs,
    numerator: Join = np.subtract,
    denominator: Join = np.add,
    activation: Implementation | None = None,
) -> Implementation:
    """Return (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ), with a shift of both exponents that prevents overflow."""

    def tanh(z: Array) -> Any:
        z = np.asarray(z, float)
        if activation:
            return activation(z)
        a, b = np.exp(z - shift(z)), np.exp(-z - shift(z))
        return numerator(a, b) / denominator(a, b)

    return tanh


TASK = Task(
    reference=activations.tanh,
    make=looped(_make),
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        switch(
            "overflow",
            "For large z, np.exp overflows and your fraction becomes NaN; np.tanh does not.",
            shift=_zero,
        ),
        switch(
            "overflow-above",
            "For large z > 0, np.exp overflows and your fraction becomes NaN; np.tanh does not.",
            shift=lambda z: -z,
        ),
        switch(
            "overflow-below",
            "For z far below 0, np.exp overflows and your fraction becomes NaN; np.tanh does not.",
            shift=lambda z: z,
        ),
        switch(
            "sigmoid",
            "You return the sigmoid, whose range is 0 to 1; the range of tanh is −1 to 1.",
            activation=activations.sigmoid,
        ),
        switch(
            "half-the-argument",
            "You compute tanh(z/2), as 2σ(z) − 1 does; use z itself.",
            activation=lambda z: np.tanh(z / 2),
        ),
        switch(
            "twice-as-steep",
            "You compute tanh(2z), which rises twice as fast; use z itself.",
            activation=lambda z: np.tanh(2 * z),
        ),
        switch(
            "upside-down",
            "Your fraction is upside down; divide eᶻ − e⁻ᶻ by eᶻ + e⁻ᶻ.",
            numerator=np.add,
            denominator=np.subtract,
        ),
        switch(
            "numerator-equals-denominator",
            "Your numerator and denominator are equal, so you return 1; the numerator is eᶻ − e⁻ᶻ.",
            numerator=np.add,
        ),
        switch(
            "one-power-in-the-numerator",
            "Your numerator is eᶻ alone, so you return σ(2z); the numerator is eᶻ − e⁻ᶻ.",
            numerator=lambda a, _b: a,
        ),
        switch(
            "one-power-in-the-denominator",
            "Your denominator is eᶻ alone; the denominator is eᶻ + e⁻ᶻ.",
            denominator=lambda a, _b: a,
        ),
        switch(
            "sinh",
            "You divide by 2, which gives sinh(z); divide by eᶻ + e⁻ᶻ.",
            shift=_zero,
            denominator=lambda _a, _b: 2.0,
        ),
        switch(
            "not-divided",
            "You return the numerator eᶻ − e⁻ᶻ alone; divide it by eᶻ + e⁻ᶻ.",
            shift=_zero,
            denominator=lambda _a, _b: 1.0,
        ),
        switch(
            "cosh", "You return cosh(z); the hyperbolic tangent is np.tanh.", activation=np.cosh
        ),
        switch(
            "precedence",
            "Brackets are missing, so only e⁻ᶻ / eᶻ is a fraction; put both sums in brackets.",
            activation=lambda z: np.exp(z) - np.exp(-z) / np.exp(z) + np.exp(-z),
        ),
        switch(
            "brackets-of-the-denominator",
            "You divide by eᶻ alone and then add e⁻ᶻ; put the denominator in brackets.",
            activation=lambda z: (np.exp(z) - np.exp(-z)) / np.exp(z) + np.exp(-z),
        ),
        switch(
            "brackets-of-the-numerator",
            "You divide e⁻ᶻ alone by the denominator; put the numerator in brackets.",
            activation=lambda z: np.exp(z) - np.exp(-z) / (np.exp(z) + np.exp(-z)),
        ),
        switch(
            "zero",
            "You return 0 for every z, as if both powers were equal; the numerator is eᶻ − e⁻ᶻ.",
            activation=lambda z: (np.exp(z) - np.exp(z)) / (np.exp(z) + np.exp(-z)),
        ),
        switch(
            "sigmoid-not-doubled",
            "You compute σ(2z) − 1; multiply σ(2z) by 2 before you subtract 1.",
            activation=lambda z: activations.sigmoid(2 * z) - 1,
        ),
        switch(
            "tangent", "You use np.tan, the tangent of an angle; use np.tanh.", activation=np.tan
        ),
        switch("sine", "You use np.sin, the sine of an angle; use np.tanh.", activation=np.sin),
        switch(
            "arctangent",
            "You use np.arctan, the angle whose tangent is z; use np.tanh.",
            activation=np.arctan,
        ),
        switch(
            "inverse",
            "You use np.arctanh, the inverse function; use np.tanh.",
            activation=np.arctanh,
        ),
        switch(
            "derivative",
            "You return the derivative of tanh; return tanh(z).",
            activation=activations.tanh.derivative,
        ),
        switch(
            "hard",
            "You clip z to [−1, 1], which is a straight line there; tanh(z) is curved.",
            activation=lambda z: np.clip(z, -1, 1),
        ),
        switch(
            "softsign",
            "You return z / (1 + |z|); tanh(z) is (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ).",
            activation=lambda z: z / (1 + np.abs(z)),
        ),
        switch(
            "clipped-first",
            "You clip z to [−1, 1] first, where tanh is not constant yet; do not clip.",
            arguments=lambda z: (np.clip(z, -1, 1),),
        ),
        switch(
            "sign-of-z",
            "You return only the sign of z; tanh(z) changes smoothly from −1 to 1.",
            activation=np.sign,
        ),
        switch(
            "absolute-value",
            "You use |z|, so negative z give positive results; use z with its sign.",
            arguments=lambda z: (np.abs(z),),
        ),
        switch("squared", "You square the result; return tanh(z) itself.", result=np.square),
        switch("twice", "You apply tanh twice; apply it once.", result=np.tanh),
        *USUAL,
        INTEGERS,
        *ROUNDED,
    ),
    hints=(
        "tanh has the shape of the sigmoid, but its range is −1 to 1 and tanh(0) = 0.",
        "np.tanh exists. In the formula, multiply numerator and denominator by e⁻ᶻ where z > 0.",
        "Return np.tanh(z), which is exact for large z as well.",
    ),
)
