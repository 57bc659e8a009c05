"""Softmax: scores become probabilities that sum to 1 in each row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import (
    FLATTENED,
    INTEGERS,
    NEGATED,
    ONE_ADDED,
    ROUNDED,
    TRANSPOSED,
    WRAPPED,
)
from chainrule_grader.tasks.activations._inputs import Array
from chainrule_grader.tasks.activations._mistakes import LOOPS, looped


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one row", np.array([0.5, 2.0])
    yield "one row", np.array([1, 2, 4])
    yield "one row", rng.normal(scale=2, size=4).round(2)
    yield "several rows", np.array([[1.0, 2.0, 0.0], [-1.0, 0.5, 3.0]])
    yield "several rows", rng.normal(scale=2, size=(4, 3))
    yield "several rows", rng.normal(scale=2, size=(3, 3))
    yield "large numbers", np.array([1000.0, 999.0, 0.0])
    yield "large numbers", np.array([[-1000.0, -1001.0], [1000.0, 998.5], [0.0, 1.0]])
    # Quarters are exact in single precision, also beside 1000.
    shifts = rng.permutation([[-1000.0], [0.0], [1000.0]])
    yield "large numbers", shifts + rng.integers(-8, 9, (3, 4)) / 4


Part = Callable[[Array], Any]


def _largest_of_row(z: Array) -> Any:
    return z.max(axis=-1, keepdims=True)


def _sum_of_row(powers: Array) -> Any:
    return powers.sum(axis=-1, keepdims=True)


def _make(
    shift: Part = _largest_of_row,
    powers: Part = np.exp,
    total: Part = _sum_of_row,
    unshifted: str = "",
) -> Implementation:
    """Return a function that divides powers of shifted scores by a total."""

    def softmax(z: Array) -> Any:
        e = powers(z - shift(z))
        numerator = powers(z) if unshifted == "numerator" else e
        return numerator / total(powers(z) if unshifted == "denominator" else e)

    return softmax


TASK = Task(
    reference=activations.softmax,
    make=looped(_make),
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "whole-batch",
            "You divide by the sum over the whole array; divide each row by its own sum.",
            total=np.sum,
        ),
        switch(
            "columns",
            "You normalise each column (axis 0); normalise each row (axis −1).",
            total=lambda e: e.sum(axis=0),
        ),
        switch(
            "whole-array",
            "Your probabilities sum to 1 over the whole array; they must sum to 1 in each row.",
            shift=np.max,
            total=np.sum,
        ),
        switch(
            "vector-as-rows",
            "For a vector you return 1 for each score; a vector is one row, so use the last axis.",
            arguments=lambda z: (z[:, np.newaxis] if z.ndim == 1 else z,),
            loop=lambda z, s: s[:, 0] if z.shape[-1] == 1 else s,
        ),
        switch(
            "no-keepdims",
            "The sum of each row loses its axis, so shapes do not fit; use keepdims=True.",
            total=lambda e: e.sum(axis=-1),
        ),
        switch(
            "maximum-without-keepdims",
            "The maximum of each row loses its axis, so shapes do not fit; use keepdims=True.",
            shift=lambda z: z.max(axis=-1),
        ),
        switch(
            "tables-only",
            "You use axis=1, which a vector does not have; axis=-1 works for both.",
            total=lambda e: e.sum(axis=1, keepdims=True),
        ),
        switch(
            "not-normalised",
            "You do not divide by the sum; the probabilities of a row must sum to 1.",
            total=lambda _e: 1.0,
        ),
        switch(
            "divided-by-the-mean",
            "You divide by the mean; divide by the sum.",
            total=lambda e: e.mean(axis=-1, keepdims=True),
        ),
        switch(
            "divided-by-the-norm",
            "You divide by the norm; divide by the sum.",
            total=lambda e: np.linalg.norm(e, axis=-1, keepdims=True),
        ),
        switch(
            "epsilon-in-the-sum",
            "You add 0.001 to the sum, which changes the result; the sum is never 0.",
            total=lambda e: _sum_of_row(e) + 1e-3,
        ),
        switch(
            "without-itself",
            "In the sum you leave out the score itself; the sum is over all scores of the row.",
            total=lambda e: _sum_of_row(e) - e,
        ),
        switch(
            "divided-by-the-number-of-scores",
            "You divide by the number of scores; divide by the sum.",
            total=lambda e: e.shape[-1],
        ),
        switch(
            "shift-in-the-numerator-only",
            "You subtract the maximum in the numerator only; subtract it in the sum as well.",
            unshifted="denominator",
        ),
        switch(
            "shift-in-the-sum-only",
            "You subtract the maximum in the sum only; subtract it in the numerator as well.",
            unshifted="numerator",
        ),
        switch(
            "no-powers",
            "You divide the scores themselves by their sum; apply np.exp first.",
            powers=lambda z: z,
            shift=lambda _z: 0.0,
        ),
        switch(
            "base-two",
            "You use powers of 2; softmax uses powers of e.",
            powers=np.exp2,
        ),
        switch(
            "squares",
            "You square the scores; softmax uses the exponential function.",
            powers=np.square,
            shift=lambda _z: 0.0,
        ),
        switch(
            "positive-part",
            "You set negative scores to 0; softmax applies np.exp to every score.",
            powers=activations.relu,
            shift=lambda _z: 0.0,
        ),
        switch(
            "absolute-values",
            "You use absolute values; softmax uses the exponential function.",
            powers=np.abs,
            shift=lambda _z: 0.0,
        ),
        switch(
            "sigmoids",
            "You use the sigmoid of the scores; softmax uses the exponential function.",
            powers=activations.sigmoid,
            shift=lambda _z: 0.0,
        ),
        switch(
            "no-shift",
            "np.exp overflows for large scores; subtract the maximum of the row first.",
            shift=lambda _z: 0.0,
        ),
        switch(
            "one-maximum",
            "You subtract the maximum of the whole array; subtract each row's own maximum.",
            shift=np.max,
        ),
        switch(
            "maximum-of-columns",
            "You subtract the maximum of each column (axis 0); subtract that of each row.",
            shift=lambda z: z.max(axis=0),
        ),
        switch(
            "minimum",
            "You subtract the minimum, so large scores overflow; subtract the maximum.",
            shift=lambda z: z.min(axis=-1, keepdims=True),
        ),
        switch(
            "maximum-added",
            "You add the maximum, so large scores overflow; subtract it.",
            shift=lambda z: -_largest_of_row(z),
        ),
        switch(
            "sign",
            "You use the negative scores; the largest score must win.",
            arguments=lambda z: (-z,),
        ),
        switch(
            "divided-by-the-largest",
            "You divide the scores by the maximum; subtract the maximum.",
            arguments=lambda z: (z / _largest_of_row(z),),
        ),
        switch(
            "temperature",
            "You halve the scores first; use the scores as they are.",
            arguments=lambda z: (z / 2,),
        ),
        switch(
            "doubled-scores",
            "You double the scores first; use the scores as they are.",
            arguments=lambda z: (2 * z,),
        ),
        switch(
            "sorts-first",
            "You sort the scores first; each probability must stay at the position of its score.",
            arguments=lambda z: (np.sort(z),),
        ),
        switch(
            "clipped",
            "You clip the scores to ±500, so larger scores become equal; subtract the maximum.",
            arguments=lambda z: (np.clip(z, -500, 500),),
        ),
        switch(
            "rounds-first",
            "You round the scores to integers first; use them as they are.",
            arguments=lambda z: (np.round(z),),
        ),
        switch(
            "twice",
            "You apply softmax twice; apply it once.",
            result=activations.softmax,
        ),
        switch(
            "derivative",
            "You return s · (1 − s), which belongs to the derivative; return the probabilities s.",
            result=lambda s: s * (1 - s),
        ),
        switch(
            "logarithm",
            "You return the logarithms of the probabilities; return the probabilities.",
            result=np.log,
        ),
        switch(
            "hard-maximum",
            "You return 1 for the largest score and 0 for the others; return the probabilities.",
            result=lambda s: (s == s.max(axis=-1, keepdims=True)) * 1.0,
        ),
        switch(
            "percent",
            "You return percentages; the probabilities of a row must sum to 1.",
            result=lambda s: 100 * s,
        ),
        *LOOPS,
        FLATTENED,
        TRANSPOSED,
        WRAPPED,
        NEGATED,
        ONE_ADDED,
        INTEGERS,
        *ROUNDED,
        Misconception(
            "largest-position",
            lambda z: np.argmax(z, axis=-1),
            "You return the position of the largest score; return one probability for each score.",
        ),
        Misconception(
            "sum-of-powers",
            lambda z: np.exp(z).sum(axis=-1),
            "You return the sum of the powers; divide each power by this sum.",
        ),
        Misconception(
            "sigmoid",
            activations.sigmoid,
            "You apply the sigmoid to each score; the probabilities of a row must sum to 1.",
        ),
        Misconception(
            "log-sum-exp",
            lambda z: np.logaddexp.reduce(z, axis=-1),
            "You return the logarithm of the sum; return one probability for each score.",
        ),
    ),
    hints=(
        "Make every score positive with the exponential function, then divide by the row's sum.",
        "softmax(z)ᵢ = e^(zᵢ − m) / Σⱼ e^(zⱼ − m); m is the row's maximum (no overflow).",
        "z.max(axis=-1, keepdims=True) has one number for each row; do the same for the sum.",
    ),
)
