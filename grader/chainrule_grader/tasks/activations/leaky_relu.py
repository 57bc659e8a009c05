"""Leaky ReLU: positive numbers stay, all others are multiplied by a small slope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Task, switch
from chainrule_grader.tasks._common import INTEGERS, ROUNDED
from chainrule_grader.tasks._piecewise import one, piecewise, zero
from chainrule_grader.tasks.activations._inputs import signed
from chainrule_grader.tasks.activations._mistakes import USUAL, looped
from chainrule_grader.tasks.activations._slope import SLOPE


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield from signed(rng)
    yield "another slope", np.array([-2.0, 1.5, -0.5]), 0.25
    yield "another slope", rng.normal(size=(2, 3)), 0.01


TASK = Task(
    reference=activations.leaky_relu,
    make=looped(piecewise(lambda z, _: z, lambda z, slope: slope * z, 0.1)),
    observe=calls(_inputs, elementwise=True),
    misconceptions=(
        *SLOPE,
        switch(
            "not-leaky",
            "You return 0 for negative z, as ReLU does; multiply negative z by the slope.",
            below=zero,
        ),
        switch(
            "positive-for-negative",
            "You return positive numbers for negative z; slope · z is negative there.",
            below=lambda z, slope: -slope * z,
        ),
        switch(
            "slope-alone",
            "You return the slope itself for negative z; multiply z by the slope.",
            below=lambda _z, slope: slope,
        ),
        switch(
            "minus-the-slope",
            "You return −slope for negative z; multiply z by the slope.",
            below=lambda _z, slope: -slope,
        ),
        switch(
            "slope-alone-where-larger",
            "You return the larger of z and the slope; compare z with slope · z.",
            above=np.maximum,
            below=lambda _z, slope: slope,
        ),
        switch(
            "unchanged",
            "You return negative z unchanged; multiply negative z by the slope.",
            below=lambda z, _: z,
        ),
        switch(
            "absolute-value",
            "You return |z| for negative z; multiply negative z by the slope.",
            below=lambda z, _: -z,
        ),
        switch(
            "sides-exchanged",
            "You multiply positive z by the slope and keep negative z; exchange the two cases.",
            above=lambda z, slope: slope * z,
            below=lambda z, _: z,
        ),
        switch(
            "slope-everywhere",
            "You multiply positive z by the slope as well; positive z must stay as it is.",
            above=lambda z, slope: slope * z,
        ),
        switch(
            "slope-added-for-positive",
            "You add slope · z to positive z as well; positive z must stay as it is.",
            above=lambda z, slope: z + slope * z,
        ),
        switch(
            "divided",
            "You divide negative z by the slope; multiply by the slope.",
            below=lambda z, slope: z / slope,
        ),
        switch(
            "slope-added",
            "You add the slope to negative z; multiply by the slope.",
            below=lambda z, slope: z + slope,
        ),
        switch(
            "slope-subtracted",
            "You subtract the slope from negative z; multiply by the slope.",
            below=lambda z, slope: z - slope,
        ),
        switch(
            "one-minus-slope",
            "You multiply negative z by 1 − slope; multiply by the slope.",
            below=lambda z, slope: (1 - slope) * z,
        ),
        switch(
            "slope-squared",
            "You multiply negative z by the slope twice; multiply once.",
            below=lambda z, slope: slope**2 * z,
        ),
        switch(
            "half-the-slope",
            "You multiply negative z by half the slope; multiply by the slope.",
            below=lambda z, slope: slope * z / 2,
        ),
        switch(
            "power",
            "You raise |z| to the power of the slope for negative z; multiply z by the slope.",
            below=lambda z, slope: -(np.abs(z) ** slope),
        ),
        switch(
            "elu",
            "You return slope · (eᶻ − 1) for negative z, as the ELU does; return slope · z.",
            below=lambda z, slope: slope * np.expm1(np.minimum(z, 0)),
        ),
        switch(
            "one-for-positive",
            "You return 1 for positive z, which is the derivative; return z.",
            above=one,
        ),
        switch(
            "derivative",
            "You return the derivative, 1 or the slope; return z or slope · z.",
            above=one,
            below=lambda _z, slope: slope,
        ),
        switch(
            "threshold-at-one",
            "Your threshold is 1; compare z with 0.",
            threshold=lambda _: 1.0,
        ),
        *USUAL,
        INTEGERS,
        *ROUNDED,
    ),
    hints=(
        "The function has two cases: one formula for positive z, another for all other z.",
        "Both cases in one formula: max(z, slope · z), because the slope is between 0 and 1.",
        "np.where takes a condition, the values where it is true, and the values elsewhere.",
    ),
)
