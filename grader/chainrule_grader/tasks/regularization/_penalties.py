"""Penalties and their gradients are made of a function of each weight and the strength λ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from chainrule_grader.judging.observation import Array
from chainrule_grader.judging.task import Implementation, Misconception, switch
from chainrule_grader.tasks._common import NEGATED, ROUNDED, rounded

Entry = Callable[[Array], Any]
"""A function of every weight."""


def penalty(entry: Entry) -> Callable[..., Implementation]:
    """Return what makes a penalty: strength times the sum of a function of each weight."""

    def make(
        entry: Entry = entry,
        before: Entry = lambda w: w,
        fold: Callable[[Any], Any] = np.sum,
        after: Callable[[Any], Any] = lambda total: total,
        weigh: Callable[[Any, float], Any] = lambda total, strength: strength * total,
        factor: float = 1.0,
        count: Callable[[Array], float] = lambda _w: 1,
    ) -> Implementation:
        return lambda w, strength: (
            factor * weigh(after(fold(entry(before(w)))), strength) / count(w)
        )

    return make


def gradient(entry: Entry, two: float) -> Callable[..., Implementation]:
    """Return what makes a gradient: a number times strength times a function of each weight."""

    def make(
        entry: Entry = entry,
        weigh: Callable[[Any, float], Any] = lambda slope, strength: strength * slope,
        factor: float = two,
        count: Callable[[Array], float] = lambda _w: 1,
        plus: Callable[[Array, Array], Any] = lambda _w, slope: slope,
    ) -> Implementation:
        return lambda w, strength: plus(w, weigh(factor * entry(w), strength) / count(w))

    return make


STRENGTHS: Final = (
    switch(
        "strength-forgotten",
        "You do not use the strength λ; multiply by it.",
        weigh=lambda total, _strength: total,
    ),
    switch(
        "strength-squared",
        "You multiply by the square of the strength λ; multiply by λ once.",
        weigh=lambda total, strength: strength**2 * total,
    ),
    switch(
        "divided",
        "You divide by the strength λ; multiply by it.",
        weigh=lambda total, strength: total / strength,
    ),
    switch(
        "strength-added",
        "You add the strength λ; multiply by it.",
        weigh=lambda total, strength: total + strength,
    ),
    switch(
        "fixed-strength",
        "You always use a strength of 0.01; use the argument strength.",
        weigh=lambda total, _strength: 0.01 * total,
    ),
)

SUMS: Final = (
    switch(
        "mean",
        "You average over the weights; the penalty is a sum over all weights.",
        count=np.size,
    ),
    switch(
        "divided-by-rows",
        "You divide by len(w), as if w held examples; the penalty is a sum over all weights.",
        count=len,
    ),
    switch(
        "divided-by-twice-the-rows",
        "You divide by 2 · len(w), as if w held examples; the penalty has no such divisor.",
        count=lambda w: 2 * len(w),
    ),
    switch(
        "not-summed",
        "You return one penalty for each weight; return their sum.",
        fold=lambda sizes: sizes,
    ),
    switch(
        "sum-of-each-column",
        "For a table you return one penalty for each column; return one number.",
        fold=lambda sizes: np.sum(sizes, axis=0),
    ),
    switch(
        "sum-of-each-row",
        "For a table you return one penalty for each row; return one number.",
        fold=lambda sizes: np.sum(sizes, axis=-1),
    ),
    switch(
        "largest-weight",
        "You use only the largest entry; sum over all weights.",
        fold=np.max,
    ),
    switch(
        "smallest-weight",
        "You use only the smallest entry; sum over all weights.",
        fold=np.min,
    ),
    switch(
        "median",
        "You use the median of the weights; sum over all weights.",
        fold=np.median,
    ),
    switch(
        "first-row-only",
        "You use only the first row (or the first entry) of w; sum over all weights.",
        before=lambda w: w[:1],
    ),
    switch(
        "last-row-left-out",
        "You leave out the last row (or the last entry) of w; use all weights.",
        before=lambda w: w[:-1],
    ),
    switch(
        "first-row-left-out",
        "You leave out the first row (or the first entry) of w; use all weights.",
        before=lambda w: w[1:],
    ),
    switch(
        "first-entry-left-out",
        "You leave out the first weight of all; use all weights.",
        before=lambda w: np.ravel(w)[1:],
    ),
    switch(
        "positive-only",
        "You leave out the negative weights; every weight counts.",
        before=lambda w: np.maximum(w, 0),
    ),
    switch(
        "negative-only",
        "You leave out the positive weights; every weight counts.",
        before=lambda w: np.minimum(w, 0),
    ),
    NEGATED,
    *(rounded(digits, word) for digits, word in {0: "zero", 1: "one"}.items()),
    *ROUNDED[:2],
)

GRADIENTS: Final[tuple[Misconception, ...]] = (
    switch(
        "mean",
        "You divide the gradient by the number of weights; the penalty is a sum, not a mean.",
        count=np.size,
    ),
    switch(
        "divided-by-rows",
        "You divide the gradient by len(w); the penalty is a sum over all weights.",
        count=len,
    ),
    switch(
        "weights-updated",
        "You return the weights after a step; return the gradient alone.",
        plus=lambda w, slope: w - slope,
    ),
    switch(
        "added-to-the-weights",
        "You add the weights to the gradient; return the gradient alone.",
        plus=lambda w, slope: w + slope,
    ),
    switch(
        "summed",
        "You sum over the weights; return one number for each weight.",
        plus=lambda _w, slope: np.sum(slope),
    ),
    switch(
        "averaged",
        "You average over the weights; return one number for each weight.",
        plus=lambda _w, slope: np.mean(slope),
    ),
    switch(
        "mean-of-each-column",
        "You average over the rows of w; return one number for each weight.",
        plus=lambda _w, slope: np.mean(slope, axis=0),
    ),
    switch(
        "first-row-only",
        "You return the gradient of the first row (or entry) only; use all weights.",
        plus=lambda _w, slope: slope[:1],
    ),
    switch(
        "flattened",
        "You return a flat array; the gradient must have the shape of w.",
        plus=lambda _w, slope: np.ravel(slope),
    ),
    switch(
        "transposed",
        "You return the transpose; the gradient must have the shape of w.",
        plus=lambda _w, slope: np.transpose(slope),
    ),
    switch(
        "cut-to-integers",
        "For integer weights your result has integers too, without the decimals; return floats.",
        plus=lambda w, slope: slope.astype(w.dtype),
    ),
    switch(
        "integers",
        "You convert the result to integers, which removes the decimals; return floats.",
        plus=lambda _w, slope: np.trunc(slope),
    ),
    switch(
        "rounded-to-zero-decimals",
        "You round the result to whole numbers; return it without rounding.",
        plus=lambda _w, slope: np.round(slope),
    ),
    NEGATED,
    *ROUNDED[:2],
)
