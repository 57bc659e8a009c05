"""The sigmoid in pieces, and the mistakes in its formula."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule import activations
from numpy.typing import NDArray

from chainrule_grader.judging.task import Implementation, Misconception, switch

Array: TypeAlias = NDArray[Any]
Part: TypeAlias = Callable[[Array], Any]


def make_sigmoid(
    score: Part = lambda z: z,
    exponent: Part = lambda z: -z,
    power: Part = np.exp,
    numerator: Part = lambda _e: 1.0,
    denominator: Part = lambda e: 1.0 + e,
    divide: Callable[[Any, Any], Any] = np.divide,
    activation: Implementation | None = None,
) -> Implementation:
    """Return 1 / (1 + e⁻ᶻ), or another curve, of a number computed from z."""

    def sigmoid(z: Array) -> Any:
        z = score(np.asarray(z, float))
        if activation:
            return activation(z)
        e = power(exponent(z))
        return divide(numerator(e), denominator(e))

    return sigmoid


def _clipped(limit: float, word: str) -> Misconception:
    return switch(
        f"clipped-at-{word}",
        f"You clip z to ±{limit:g}, where the sigmoid is not constant yet; use z as it is.",
        score=lambda z: np.clip(z, -limit, limit),
    )


FORMULA: Final = (
    switch(
        "sign-of-the-exponent",
        "Your exponent has the wrong sign, so the result falls as z grows; the exponent is −z.",
        exponent=lambda z: z,
    ),
    switch(
        "overflow",
        "For large z, np.exp overflows and your fraction becomes NaN; keep exponents below 0.",
        exponent=lambda z: z,
        numerator=lambda e: e,
    ),
    switch(
        "precedence",
        "You return 1 + e⁻ᶻ, which is the denominator; divide 1 by all of it, with brackets.",
        divide=lambda _top, bottom: bottom,
    ),
    switch(
        "precedence-and-sign",
        "You return 1 + eᶻ; the denominator is 1 + e⁻ᶻ, and it needs brackets.",
        exponent=lambda z: z,
        divide=lambda _top, bottom: bottom,
    ),
    switch(
        "minus-for-plus",
        "You subtract in the denominator; the denominator is 1 + e⁻ᶻ.",
        denominator=lambda e: 1.0 - e,
    ),
    switch(
        "no-one",
        "The 1 in the denominator is missing, so the result is eᶻ; the denominator is 1 + e⁻ᶻ.",
        denominator=lambda e: e,
    ),
    switch(
        "two-for-one",
        "You add 2 in the denominator; the denominator is 1 + e⁻ᶻ.",
        denominator=lambda e: 2.0 + e,
    ),
    switch(
        "exponential",
        "You return e⁻ᶻ; the sigmoid is 1 / (1 + e⁻ᶻ).",
        numerator=lambda e: e,
        divide=lambda top, _bottom: top,
    ),
    switch(
        "base-two",
        "You use powers of 2; the sigmoid uses powers of e.",
        power=np.exp2,
    ),
    switch(
        "rounded-e",
        "You use 2.718 for e, which is not exact enough; use np.exp.",
        power=lambda z: 2.718**z,
    ),
    switch(
        "absolute-value",
        "You use |z|, so −z and z give the same result; use z with its sign.",
        score=np.abs,
    ),
    switch(
        "twice-as-steep",
        "You compute σ(2z), which rises twice as fast; use z itself.",
        score=lambda z: 2 * z,
    ),
    switch(
        "half-as-steep",
        "You compute σ(z/2), which rises half as fast; use z itself.",
        score=lambda z: z / 2,
    ),
    _clipped(1, "one"),
    _clipped(10, "ten"),
    switch(
        "derivative",
        "You return the derivative of the sigmoid; return the sigmoid.",
        activation=activations.sigmoid.derivative,
    ),
    switch(
        "tanh",
        "You return tanh(z), whose range is −1 to 1; the range of the sigmoid is 0 to 1.",
        activation=np.tanh,
    ),
    switch(
        "relu",
        "You return ReLU(z), which has no upper limit; the range of the sigmoid is 0 to 1.",
        activation=activations.relu,
    ),
    switch(
        "step",
        "You return only 0 or 1, as a step function does; return the value of the sigmoid.",
        activation=activations.step,
    ),
    switch(
        "softmax",
        "You apply softmax, so your results sum to 1; compute the sigmoid of each number.",
        activation=activations.softmax,
    ),
    switch(
        "softplus",
        "You return softplus, log(1 + eᶻ); the sigmoid is its derivative.",
        activation=lambda z: np.logaddexp(0, z),
    ),
    switch(
        "softplus-overflow",
        "You return log(1 + eᶻ), which overflows for large z; the sigmoid is 1 / (1 + e⁻ᶻ).",
        activation=lambda z: np.log(1 + np.exp(z)),
    ),
    switch(
        "hard",
        "You return the hard sigmoid, a clipped straight line; the sigmoid is 1 / (1 + e⁻ᶻ).",
        activation=lambda z: np.clip(0.2 * z + 0.5, 0, 1),
    ),
    switch(
        "twice",
        "You apply the sigmoid twice; apply it once.",
        result=activations.sigmoid,
    ),
    switch(
        "squared",
        "You square the sigmoid; return σ(z) itself.",
        result=np.square,
    ),
)

RARE: Final = (
    switch(
        "zero-for-negative",
        "You return 0 for negative z; the sigmoid is eᶻ / (1 + eᶻ) there, which is not 0.",
        activation=lambda z: np.where(z >= 0, activations.sigmoid(z), 0),
    ),
    switch(
        "minus-for-negative",
        "For negative z you return eᶻ / (1 − eᶻ); the denominator is 1 + eᶻ.",
        activation=lambda z: np.where(z >= 0, activations.sigmoid(z), np.exp(z) / (1 - np.exp(z))),
    ),
    switch(
        "power-for-negative",
        "For negative z you return eᶻ; divide it by 1 + eᶻ.",
        activation=lambda z: np.where(z >= 0, activations.sigmoid(z), np.exp(z)),
    ),
    switch(
        "softsign",
        "You return z / (1 + |z|); the sigmoid is 1 / (1 + e⁻ᶻ).",
        activation=lambda z: z / (1 + np.abs(z)),
    ),
    switch(
        "rough-e",
        "You use 2.7 for e, which is not exact enough; use np.exp.",
        power=lambda z: 2.7**z,
    ),
    switch(
        "square-of-z",
        "You square z first; use z itself.",
        score=np.square,
    ),
    _clipped(3, "three"),
    _clipped(5, "five"),
)
"""Mistakes that belong to the sigmoid alone."""
