"""Min-max scaling: each column is scaled to a given range."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import FLATTENED, INTEGERS, NEGATED, ROUNDED, TRANSPOSED
from chainrule_grader.tasks.normalization._inputs import Array, tables

Statistic: TypeAlias = Callable[[Array], Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    for X in tables(rng):
        yield "from 0 to 1", X
    for X in tables(rng):
        yield "another range", X, -1.0, 1.0
        yield "another range", X, 2.0, 5.0


def _largest_size(X: Array) -> Any:
    return np.abs(X).max(axis=0)


def _norm(X: Array) -> Any:
    return np.sqrt(np.square(X).sum(axis=0))


def _make(
    smallest: Statistic = lambda X: X.min(axis=0),
    span: Statistic = lambda X: X.max(axis=0) - X.min(axis=0),
    divide: Callable[[Array, Any, Any], Any] = lambda X, low, span: (X - low) / span,
    unit: Callable[[Any], Any] = lambda unit: unit,
    fit: Callable[[Any, float, float], Any] = lambda unit, low, high: low + (high - low) * unit,
) -> Implementation:
    """Return a scaling with other pieces: first to the range from 0 to 1, then to the given one."""
    return lambda X, low=0.0, high=1.0: fit(unit(divide(X, smallest(X), span(X))), low, high)


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "whole-table",
            "You use the minimum and maximum of the whole table; use those of each column.",
            smallest=np.min,
            span=np.ptp,
        ),
        switch(
            "rows",
            "You scale each row (axis 1); scale each column (axis 0).",
            smallest=lambda X: X.min(axis=1, keepdims=True),
            span=lambda X: np.ptp(X, axis=1, keepdims=True),
        ),
        switch(
            "one-minimum",
            "You subtract the minimum of the whole table; subtract that of each column.",
            smallest=np.min,
        ),
        switch(
            "one-range",
            "You divide by the range of the whole table; divide by that of each column.",
            span=np.ptp,
        ),
        switch(
            "always-from-zero-to-one",
            "You do not use low and high; scale to the range from low to high.",
            fit=lambda unit, _low, _high: unit,
        ),
        switch(
            "low-forgotten",
            "You do not add low; the smallest number must become low.",
            fit=lambda unit, low, high: (high - low) * unit,
        ),
        switch(
            "width-is-high",
            "You multiply by high; multiply by high − low.",
            fit=lambda unit, low, high: low + high * unit,
        ),
        switch(
            "only-high",
            "You multiply by high and do not use low; compute low + (high − low) · unit.",
            fit=lambda unit, _low, high: high * unit,
        ),
        switch(
            "low-added-only",
            "You add low but do not multiply by high − low.",
            fit=lambda unit, low, _high: low + unit,
        ),
        switch(
            "low-subtracted",
            "You subtract low at the end; add it.",
            fit=lambda unit, low, high: (high - low) * unit - low,
        ),
        switch(
            "low-twice",
            "You add low twice; add it once.",
            fit=lambda unit, low, high: 2 * low + (high - low) * unit,
        ),
        switch(
            "shifted-before-scaling",
            "You add low before you multiply by high − low; add it afterwards.",
            fit=lambda unit, low, high: (high - low) * (unit + low),
        ),
        switch(
            "sum-of-the-ends",
            "You multiply by high + low; multiply by high − low.",
            fit=lambda unit, low, high: low + (high + low) * unit,
        ),
        switch(
            "divided-by-the-largest",
            "You divide by the maximum; divide by maximum − minimum.",
            span=lambda X: X.max(axis=0),
        ),
        switch(
            "divided-by-the-sum-of-the-ends",
            "You divide by maximum + minimum; divide by maximum − minimum.",
            span=lambda X: X.max(axis=0) + X.min(axis=0),
        ),
        switch(
            "divided-by-the-deviation",
            "You divide by the standard deviation; divide by maximum − minimum.",
            span=lambda X: X.std(axis=0),
        ),
        switch(
            "divided-by-the-sum",
            "You divide by the sum of the column; divide by maximum − minimum.",
            span=lambda X: (X - X.min(axis=0)).sum(axis=0),
        ),
        switch(
            "number-added-to-the-range",
            "You add 1 to maximum − minimum; divide by maximum − minimum.",
            span=lambda X: np.ptp(X, axis=0) + 1,
        ),
        switch(
            "not-divided",
            "You do not divide by maximum − minimum.",
            span=lambda _X: 1.0,
        ),
        switch(
            "nothing-subtracted",
            "You do not subtract the minimum; compute (x − min) / (max − min).",
            smallest=lambda _X: 0.0,
        ),
        switch(
            "mean-subtracted",
            "You subtract the mean; subtract the minimum.",
            smallest=lambda X: X.mean(axis=0),
        ),
        switch(
            "maximum-subtracted",
            "You subtract the maximum; subtract the minimum.",
            smallest=lambda X: X.max(axis=0),
        ),
        switch(
            "standardised",
            "You standardize with mean and standard deviation; use minimum and maximum.",
            smallest=lambda X: X.mean(axis=0),
            span=lambda X: X.std(axis=0),
        ),
        switch(
            "divided-by-the-largest-size",
            "You divide by the largest absolute value; compute (x − min) / (max − min).",
            smallest=lambda _X: 0.0,
            span=_largest_size,
        ),
        switch(
            "divided-by-the-norm",
            "You divide by the norm of the column; compute (x − min) / (max − min).",
            smallest=lambda _X: 0.0,
            span=_norm,
        ),
        switch(
            "precedence",
            "You divide only the minimum by the range; put x − min in parentheses.",
            divide=lambda X, low, span: X - low / span,
        ),
        switch(
            "minimum-minus-x",
            "You subtract x from the minimum; subtract the minimum from x.",
            divide=lambda X, low, span: (low - X) / span,
        ),
        switch(
            "upside-down",
            "Your result is reversed: the smallest number becomes high; it must become low.",
            unit=lambda unit: 1 - unit,
        ),
        switch(
            "doubled",
            "Your result is twice what is needed.",
            result=lambda value: 2 * value,
        ),
        FLATTENED,
        TRANSPOSED,
        NEGATED,
        INTEGERS,
        *ROUNDED,
        Misconception(
            "clipped",
            lambda X, low=0.0, high=1.0: np.clip(X, low, high),
            "You clip the numbers to the range; scale each column to it.",
        ),
        Misconception(
            "pair",
            lambda X, low=0.0, high=1.0: (_make()(X, low, high), X.min(0)),
            "You return several things; return only the scaled table.",
        ),
    ),
    hints=(
        "Shift each column so that it begins at 0, scale it to end at 1, then fit the range.",
        "low + (high − low) · (x − min) / (max − min), with min and max of the column.",
        "X.min(axis=0) has one number for each column; X minus it works by broadcasting.",
    ),
)
