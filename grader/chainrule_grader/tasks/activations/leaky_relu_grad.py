"""The derivative of leaky ReLU: 1 for positive numbers, else the slope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Task, switch
from chainrule_grader.tasks._piecewise import Array, one, piecewise, zero
from chainrule_grader.tasks.activations._inputs import signed, zeros
from chainrule_grader.tasks.activations._mistakes import USUAL, looped
from chainrule_grader.tasks.activations._slope import SLOPE


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield "another slope", np.array([-2.0, 1.5, -0.5]), 0.25
    yield "another slope", rng.normal(size=(2, 3)), 0.01
    yield from zeros(rng)


def _slope(_z: Array, slope: float) -> float:
    return slope


TASK = Task(
    reference=activations.leaky_relu.derivative,
    make=looped(piecewise(one, _slope, 0.1)),
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        switch(
            "one-at-zero",
            "You return 1 at exactly 0; in this course the derivative there is the slope.",
            at=one,
        ),
        switch(
            "zero-at-zero",
            "You return 0 at exactly 0; in this course the derivative there is the slope.",
            at=zero,
        ),
        switch(
            "mean-at-zero",
            "You return the mean of 1 and the slope at exactly 0; return the slope there.",
            at=lambda _z, slope: (1 + slope) / 2,
        ),
        *SLOPE,
        switch(
            "not-leaky",
            "You return 0 where z is not positive, as for ReLU; return the slope there.",
            below=zero,
            at=zero,
        ),
        switch(
            "zero-for-negative",
            "You return 0 for negative z; return the slope.",
            below=zero,
            at=_slope,
        ),
        switch(
            "no-derivative",
            "You return leaky ReLU itself; return its derivative, which is 1 or the slope.",
            above=lambda z, _: z,
            below=lambda z, slope: slope * z,
        ),
        switch(
            "slope-times-z",
            "You return slope · z for negative z; the derivative there is the slope alone.",
            below=lambda z, slope: slope * z,
        ),
        switch(
            "z-for-positive",
            "You return z for positive z; the derivative there is 1.",
            above=lambda z, _: z,
        ),
        switch(
            "zero-for-positive",
            "You return 0 for positive z; the derivative there is 1.",
            above=zero,
        ),
        switch(
            "sides-exchanged",
            "You return the slope where z > 0 and 1 elsewhere; return 1 where z > 0.",
            above=_slope,
            below=one,
            at=one,
        ),
        switch(
            "reversed",
            "You return 1 where z < 0 and the slope elsewhere; return 1 where z > 0.",
            above=_slope,
            below=one,
            at=_slope,
        ),
        switch(
            "negative-slope",
            "You return −slope for negative z; leaky ReLU rises there, so return the slope.",
            below=lambda _z, slope: -slope,
        ),
        switch(
            "minus-one-for-negative",
            "You return −1 for negative z; return the slope.",
            below=lambda _z, _: -1.0,
        ),
        switch(
            "one-everywhere",
            "You return 1 for every z; return the slope where z is not positive.",
            below=one,
            at=one,
        ),
        switch(
            "slope-everywhere",
            "You return the slope for positive z as well; the derivative there is 1.",
            above=_slope,
        ),
        switch(
            "slopes-added",
            "You return 1 + slope for positive z; the derivative there is 1.",
            above=lambda _z, slope: 1 + slope,
        ),
        switch(
            "one-minus-slope",
            "You return 1 − slope for negative z; return the slope.",
            below=lambda _z, slope: 1 - slope,
        ),
        switch(
            "divided",
            "You return 1 / slope for negative z; return the slope.",
            below=lambda _z, slope: 1 / slope,
        ),
        switch(
            "slope-squared",
            "You return the square of the slope for negative z; return the slope.",
            below=lambda _z, slope: slope**2,
        ),
        switch(
            "threshold-at-one",
            "Your threshold is 1; compare z with 0.",
            threshold=lambda _: 1.0,
            at=_slope,
        ),
        *USUAL,
    ),
    hints=(
        "Leaky ReLU consists of two straight lines: what is the derivative of each?",
        "The derivative of z is 1, and that of slope · z is the slope. No z is left in the result.",
        "np.where takes a condition, the value where it is true, and the value elsewhere.",
    ),
)
