"""The derivative of the sigmoid: σ(z) · (1 − σ(z))."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks._common import ROUNDED
from chainrule_grader.tasks.activations._inputs import Array, large, signed
from chainrule_grader.tasks.activations._mistakes import USUAL, looped, quotients

Factor = Callable[[Array, Array], Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield from large(rng)


def _make(
    activation: Implementation = activations.sigmoid,
    first: Factor = lambda _z, s: s,
    second: Factor = lambda _z, s: 1 - s,
    whole: Implementation | None = None,
) -> Implementation:
    """Return a product of two factors, which depend on z and its activation s."""

    def derivative(z: Array) -> Any:
        if whole:
            return whole(z)
        s = activation(np.asarray(z, float))
        return first(z, s) * second(z, s)

    return derivative


TASK = Task(
    reference=activations.sigmoid.derivative,
    make=looped(_make),
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        switch(
            "given-the-activation",
            "Your formula treats the argument as σ(z), but it is z; apply the sigmoid first.",
            activation=lambda z: z,
        ),
        switch(
            "sigmoid-twice",
            "You apply the sigmoid twice; apply it once.",
            activation=lambda z: activations.sigmoid(activations.sigmoid(z)),
        ),
        switch(
            "no-derivative",
            "You return the sigmoid itself; multiply it by 1 − σ(z).",
            second=lambda _z, _s: 1.0,
        ),
        switch(
            "one-minus",
            "You return 1 − σ(z); multiply it by σ(z).",
            first=lambda _z, _s: 1.0,
        ),
        switch(
            "square",
            "You return 1 − σ(z)², which is the formula of tanh′; the second factor is 1 − σ(z).",
            first=lambda _z, _s: 1.0,
            second=lambda _z, s: 1 - s**2,
        ),
        switch(
            "mixed",
            "You use 1 − z as the second factor; the second factor is 1 − σ(z).",
            second=lambda z, _s: 1 - z,
        ),
        switch(
            "z-as-first-factor",
            "You use z as the first factor; the first factor is σ(z).",
            first=lambda z, _s: z,
        ),
        switch(
            "z-times",
            "You multiply by z as well; the derivative is σ(z) · (1 − σ(z)).",
            first=lambda z, s: z * s,
        ),
        switch(
            "plus",
            "Your second factor is 1 + σ(z); the second factor is 1 − σ(z).",
            second=lambda _z, s: 1 + s,
        ),
        switch(
            "zero",
            "You return 0 for every z; the derivative is σ(z) · (1 − σ(z)), with brackets.",
            second=lambda _z, _s: 0.0,
        ),
        switch(
            "sum-of-the-factors",
            "You return 1 for every z, as the sum σ(z) + 1 − σ(z) does; multiply the two.",
            whole=lambda z: np.ones(np.shape(z)),
        ),
        switch(
            "activation-squared",
            "You multiply σ(z) by itself; the second factor is 1 − σ(z).",
            second=lambda _z, s: s,
        ),
        switch(
            "one-minus-squared",
            "You multiply 1 − σ(z) by itself; the first factor is σ(z).",
            first=lambda _z, s: 1 - s,
        ),
        switch(
            "overflow",
            "For large negative z, np.exp(-z) overflows and the result becomes NaN; use σ(z).",
            activation=lambda z: 1 - np.exp(-z) / (1 + np.exp(-z)),
        ),
        switch(
            "overflow-above",
            "For large z, np.exp(z) overflows and the result becomes NaN; use a stable σ(z).",
            activation=lambda z: np.exp(z) / (1 + np.exp(z)),
        ),
        switch(
            "denominator-not-squared",
            "You return e⁻ᶻ / (1 + e⁻ᶻ); the denominator must be squared.",
            activation=lambda z: 1 - np.exp(-z) / (1 + np.exp(-z)),
            first=lambda _z, _s: 1.0,
        ),
        switch(
            "exponential",
            "You return e⁻ᶻ; the derivative is σ(z) · (1 − σ(z)).",
            whole=lambda z: np.exp(-z),
        ),
        switch(
            "of-tanh",
            "You return the derivative of tanh; return that of the sigmoid.",
            whole=activations.tanh.derivative,
        ),
        switch(
            "tanh-for-sigmoid",
            "You use tanh as the activation; use the sigmoid.",
            activation=np.tanh,
        ),
        switch(
            "constant",
            "You return 0.25, which is the derivative at z = 0 only.",
            whole=lambda z: np.full(np.shape(z), 0.25),
        ),
        switch(
            "logarithm",
            "You return the logarithm of the sigmoid; return its derivative.",
            whole=lambda z: -np.logaddexp(0, -z),
        ),
        switch(
            "step-of-a-tenth-not-divided",
            "You return σ(z + 0.1) − σ(z), without dividing by 0.1; use the formula.",
            whole=lambda z: activations.sigmoid(z + 0.1) - activations.sigmoid(z),
        ),
        *quotients(activations.sigmoid),
        *USUAL,
        *ROUNDED,
    ),
    hints=(
        "The derivative is near 0 where the sigmoid is flat, at both ends; it is largest at z = 0.",
        "Two steps: first s = σ(z) from z, then a product in which only s occurs.",
        "Call sigmoid(z) once, store the result, and multiply it by 1 minus itself.",
    ),
)
