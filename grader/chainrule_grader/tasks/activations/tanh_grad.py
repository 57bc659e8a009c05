"""The derivative of tanh: 1 − tanh²(z)."""

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


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield from large(rng)


def _make(
    activation: Implementation = np.tanh,
    one: Callable[[Array], Any] = lambda _t: 1.0,
    square: Callable[[Array], Any] = np.square,
    join: Callable[[Any, Any], Any] = np.subtract,
    whole: Implementation | None = None,
) -> Implementation:
    """Return 1 − t², or another combination of the activation t."""

    def derivative(z: Array) -> Any:
        z = np.asarray(z, float)
        if whole:
            return whole(z)
        t = activation(z)
        return join(one(t), square(t))

    return derivative


TASK = Task(
    reference=activations.tanh.derivative,
    make=looped(_make),
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        switch(
            "given-the-activation",
            "Your formula treats the argument as tanh(z), but it is z; apply tanh first.",
            activation=lambda z: z,
        ),
        switch(
            "no-square",
            "You do not square tanh(z); the derivative is 1 − tanh²(z).",
            square=lambda t: t,
        ),
        switch(
            "two-times",
            "You double tanh(z); square it.",
            square=lambda t: 2 * t,
        ),
        switch(
            "cube",
            "You use the third power of tanh(z); square it.",
            square=lambda t: t**3,
        ),
        switch(
            "absolute-value",
            "You use |tanh(z)|; square tanh(z).",
            square=np.abs,
        ),
        switch(
            "pattern-of-the-sigmoid",
            "You compute a · (1 − a), which is the formula for the sigmoid; use 1 − a² for tanh.",
            one=lambda t: t,
        ),
        switch(
            "plus",
            "You add the square to 1; subtract it.",
            join=np.add,
        ),
        switch(
            "plus-without-square",
            "You return 1 + tanh(z); subtract the square of tanh(z) from 1.",
            square=lambda t: t,
            join=np.add,
        ),
        switch(
            "only-the-square",
            "You return tanh²(z); subtract it from 1.",
            join=lambda _one, square: square,
        ),
        switch(
            "no-derivative",
            "You return tanh itself; return its derivative, 1 − tanh²(z).",
            whole=np.tanh,
        ),
        switch(
            "square-of-the-difference",
            "You square the whole difference 1 − tanh(z); square only tanh(z).",
            square=lambda t: 1 - (1 - t) ** 2,
        ),
        switch(
            "square-of-the-argument",
            "You square z inside tanh; square the result of tanh.",
            activation=lambda z: np.tanh(z**2),
            square=lambda t: t,
        ),
        switch(
            "overflow",
            "For large z, np.exp overflows and the result becomes NaN; use np.tanh.",
            activation=lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z)),
        ),
        switch(
            "overflow-above",
            "For large positive z, np.exp overflows and the result becomes NaN; use np.tanh.",
            activation=lambda z: (np.exp(2 * z) - 1) / (np.exp(2 * z) + 1),
        ),
        switch(
            "overflow-below",
            "For large negative z, np.exp overflows and the result becomes NaN; use np.tanh.",
            activation=lambda z: (1 - np.exp(-2 * z)) / (1 + np.exp(-2 * z)),
        ),
        switch(
            "sigmoid-for-tanh",
            "You use the sigmoid as the activation; use tanh.",
            activation=activations.sigmoid,
        ),
        switch(
            "of-the-sigmoid",
            "You return the derivative of the sigmoid; return that of tanh.",
            whole=activations.sigmoid.derivative,
        ),
        switch(
            "half-the-argument",
            "You use z/2 as the argument of tanh; use z itself.",
            activation=lambda z: np.tanh(z / 2),
        ),
        switch(
            "second-derivative",
            "You return the second derivative; return the first one, 1 − tanh²(z).",
            whole=lambda z: -2 * np.tanh(z) * (1 - np.tanh(z) ** 2),
        ),
        switch(
            "twice",
            "You apply tanh twice; apply it once.",
            activation=lambda z: np.tanh(np.tanh(z)),
        ),
        switch(
            "clipped",
            "You use z clipped to [−1, 1] as the activation; use tanh(z).",
            activation=lambda z: np.clip(z, -1, 1),
        ),
        switch(
            "tangent",
            "You use np.tan, the tangent of an angle; use np.tanh.",
            activation=np.tan,
        ),
        switch(
            "one-by-cosh",
            "You return 1 / cosh(z); the derivative is its square.",
            whole=lambda z: 1 / np.cosh(z),
        ),
        switch(
            "cosh", "You return cosh(z); the derivative of tanh is 1 − tanh²(z).", whole=np.cosh
        ),
        switch(
            "z-times",
            "You multiply by z as well; the derivative is 1 − tanh²(z).",
            whole=lambda z: z * activations.tanh.derivative(z),
        ),
        switch(
            "zero",
            "You return 0 for every z; the derivative is 1 − tanh²(z).",
            whole=lambda z: 0 * z,
        ),
        *quotients(np.tanh),
        *USUAL,
        *ROUNDED,
    ),
    hints=(
        "The derivative is 1 at z = 0 and falls to 0 at both ends, equally on both sides.",
        "Two steps: first t = tanh(z) from z, then a formula in which only t occurs.",
        "Call np.tanh(z), store the result, square it, and subtract the square from 1.",
    ),
)
