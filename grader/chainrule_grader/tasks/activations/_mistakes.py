"""Mistakes that every activation function shares: shapes, unfinished loops, lost decimals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from chainrule_grader.judging.task import Implementation, Misconception, switch
from chainrule_grader.tasks._common import (
    DOUBLED,
    FLATTENED,
    HALVED,
    NEGATED,
    ONE_ADDED,
    TRANSPOSED,
    WRAPPED,
)


def looped(make: Callable[..., Implementation]) -> Callable[..., Implementation]:
    """Add the piece `loop`: what a wrong loop makes of z and of the right result."""

    def made(loop: Implementation | None = None, **pieces: Any) -> Implementation:
        function = make(**pieces)
        if loop is None:
            return function
        return lambda z, *options: loop(z, function(z, *options))

    return made


def _only_the_first(start: Any, value: Any) -> Any:
    out = np.array(start, float)
    out[0] = value[0]
    return out


def _without_the_last(_z: Any, value: Any) -> Any:
    return np.concatenate([value[:-1], np.zeros_like(value[-1:])])


LOOPS: Final = (
    switch(
        "first-only",
        "You return the result of the first entry or row only; move `return` out of the loop.",
        loop=lambda _z, value: value[0],
    ),
    switch(
        "first-row-only",
        "Only the first entry or row is computed; the others are still those of z.",
        loop=_only_the_first,
    ),
    switch(
        "stops-after-the-first",
        "Only the first entry or row is computed; the others are 0. Move `return` out of the loop.",
        loop=lambda z, value: _only_the_first(np.zeros(np.shape(z)), value),
    ),
    switch(
        "without-the-last",
        "Your last entry or row is always 0; the loop must include it.",
        loop=_without_the_last,
    ),
    switch(
        "with-the-argument",
        "You return z together with the result; return the result alone.",
        loop=lambda z, value: (z, value),
    ),
)

SHAPES: Final = (
    switch(
        "sum",
        "You return one number, the sum of the results; return one result for each entry of z.",
        result=np.sum,
    ),
    switch(
        "mean",
        "You return one number, the mean of the results; return one result for each entry of z.",
        result=np.mean,
    ),
    FLATTENED,
    switch(
        "column",
        "You return one column of numbers; the result must have the shape of z.",
        result=lambda value: np.reshape(value, (-1, 1)),
    ),
    TRANSPOSED,
    WRAPPED,
    switch(
        "sorts-first",
        "You sort z first; each result must stay at the position of its entry.",
        arguments=lambda z, *options: (np.sort(z), *options),
    ),
)

WHOLE_NUMBERS: Final = (
    switch(
        "cut-to-integers",
        "If z holds integers, your result does as well and loses its decimals; return floats.",
        loop=lambda z, value: np.asarray(value).astype(np.asarray(z).dtype),
    ),
    switch(
        "rounds-first",
        "You round z to integers first; use z as it is given.",
        arguments=lambda z, *options: (np.round(z), *options),
    ),
)

USUAL: Final = (*LOOPS, *SHAPES, *WHOLE_NUMBERS, NEGATED, DOUBLED, HALVED, ONE_ADDED)
"""What can go wrong in every function whose results are not integers."""


def quotients(activation: Implementation) -> tuple[Misconception, ...]:
    """Return the mistake of a difference quotient with a large step, for several steps."""

    def one_sided(h: float, word: str) -> Misconception:
        return switch(
            f"step-of-a-{word}",
            f"You compute (f(z + h) − f(z)) / h with h = {h}, which is not exact; use the formula.",
            activation=lambda z: (activation(z + h) - activation(z)) / h,
        )

    def central(h: float, word: str) -> Misconception:
        return switch(
            f"central-step-of-a-{word}",
            f"You compute (f(z + h) − f(z − h)) / 2h with h = {h}, which is not exact; "
            "use the formula.",
            activation=lambda z: (activation(z + h) - activation(z - h)) / (2 * h),
        )

    steps = {0.1: "tenth", 0.01: "hundredth", 0.001: "thousandth"}
    forward = [one_sided(h, word) for h, word in steps.items()]
    return (*forward, central(0.1, "tenth"), central(0.01, "hundredth"))
