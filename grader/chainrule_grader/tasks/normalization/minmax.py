"""Each column stretched to a given range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.normalization._inputs import Array, tables


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    for X in tables(rng):
        yield "from 0 to 1", X
    for X in tables(rng):
        yield "another range", X, -1.0, 1.0
        yield "another range", X, 2.0, 5.0


def _unit(X: Array, axis: int | None = 0) -> Array:
    low, high = (f(axis=axis, keepdims=axis is not None) for f in (X.min, X.max))
    return np.asarray((X - low) / (high - low))


def _minmax(X: Array, low: float = 0.0, high: float = 1.0) -> Array:
    return low + (high - low) * _unit(X)


def _in_place(X: Array, low: float = 0.0, high: float = 1.0) -> Array:
    X -= X.min(axis=0)
    X /= X.max(axis=0)
    X *= high - low
    X += low
    return X


def _stretched(unit: Array, low: float, high: float) -> Array:
    return np.asarray(low + (high - low) * unit)


def _over(X: Array, what: str) -> Array:
    """Divide what lies above the smallest by something else than the range."""
    above = X - X.min(axis=0)
    by = {
        "largest": X.max(axis=0),
        "deviation": X.std(axis=0),
        "sum": above.sum(axis=0),
        "mean": X.mean(axis=0),
    }
    return np.asarray(above / by[what])


TASK = Task(
    reference=_minmax,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "whole-table",
            lambda X, low=0.0, high=1.0: _stretched(_unit(X, None), low, high),
            "One smallest and one largest number serve the whole table; columns differ in scale.",
        ),
        Misconception(
            "rows",
            lambda X, low=0.0, high=1.0: _stretched(_unit(X, 1), low, high),
            "Each row is stretched, an example; it is the columns that have scales of their own.",
        ),
        Misconception(
            "always-from-zero-to-one",
            lambda X, low=0.0, high=1.0: _unit(X),  # noqa: ARG005  that is the mistake
            "The range that is asked for is ignored: the result runs from 0 to 1 whatever it is.",
        ),
        Misconception(
            "low-forgotten",
            lambda X, low=0.0, high=1.0: (high - low) * _unit(X),
            "The width of the range is right, and it begins at 0 instead of where it should.",
        ),
        Misconception(
            "width-is-high",
            lambda X, low=0.0, high=1.0: low + high * _unit(X),
            "It stretches by the upper end of the range, which is not how wide the range is.",
        ),
        Misconception(
            "only-high",
            lambda X, low=0.0, high=1.0: high * _unit(X),  # noqa: ARG005  that is the mistake
            "The lower end of the range is never used.",
        ),
        Misconception(
            "divided-by-the-largest",
            lambda X, low=0.0, high=1.0: _stretched(_over(X, "largest"), low, high),
            "It divides by the largest number of the column, which is not how far that spans.",
        ),
        Misconception(
            "nothing-subtracted",
            lambda X, low=0.0, high=1.0: _stretched(X / X.max(axis=0), low, high),
            "Nothing is subtracted first, so that the smallest number does not become the low end.",
        ),
        Misconception(
            "not-shifted-but-ranged",
            lambda X, low=0.0, high=1.0: _stretched(X / np.ptp(X, axis=0), low, high),
            "It divides by the span and subtracts nothing: the column keeps its place.",
        ),
        Misconception(
            "mean-subtracted",
            lambda X, low=0.0, high=1.0: _stretched(
                (X - X.mean(axis=0)) / np.ptp(X, axis=0), low, high
            ),
            "It subtracts the mean of the column, so that many numbers fall below the range.",
        ),
        Misconception(
            "standardised",
            lambda X, low=0.0, high=1.0: _stretched(
                (X - X.mean(axis=0)) / X.std(axis=0), low, high
            ),
            "That is mean 0 and deviation 1, another normalisation: the ends are nowhere fixed.",
        ),
        Misconception(
            "divided-by-the-deviation",
            lambda X, low=0.0, high=1.0: _stretched(_over(X, "deviation"), low, high),
            "It divides by the standard deviation, which says nothing about the largest number.",
        ),
        Misconception(
            "divided-by-the-sum",
            lambda X, low=0.0, high=1.0: _stretched(_over(X, "sum"), low, high),
            "It divides by a sum, so that the columns add up to 1 instead of reaching an end.",
        ),
        Misconception(
            "upside-down",
            lambda X, low=0.0, high=1.0: _stretched(1 - _unit(X), low, high),
            "It is upside down: the smallest number of a column gets the high end.",
        ),
        Misconception(
            "low-subtracted",
            lambda X, low=0.0, high=1.0: (high - low) * _unit(X) - low,
            "The lower end of the range is taken away where it should be added.",
        ),
        Misconception(
            "stretched-after-the-shift",
            lambda X, low=0.0, high=1.0: (high - low) * (_unit(X) + low),
            "The shift is stretched as well: the range does not begin where it should.",
        ),
        Misconception(
            "clipped",
            lambda X, low=0.0, high=1.0: np.clip(X, low, high),
            "What lies outside is cut off at the ends: all that was there becomes the same.",
        ),
        Misconception(
            "divided-by-the-largest-size",
            lambda X, low=0.0, high=1.0: _stretched(X / np.abs(X).max(axis=0), low, high),
            "It divides by the largest size in the column and subtracts nothing.",
        ),
        Misconception(
            "divided-by-the-norm",
            lambda X, low=0.0, high=1.0: _stretched(X / np.linalg.norm(X, axis=0), low, high),
            "Each column is brought to a length of 1, as an arrow; that fixes neither of its ends.",
        ),
        Misconception(
            "divided-by-the-largest-size-alone",
            lambda X, low=0.0, high=1.0: X / np.abs(X).max(axis=0),  # noqa: ARG005  that is the mistake
            "It divides by the largest size in the column, and ignores the range.",
        ),
        Misconception(
            "divided-by-the-norm-alone",
            lambda X, low=0.0, high=1.0: X / np.linalg.norm(X, axis=0),  # noqa: ARG005  that is the mistake
            "Each column is brought to a length of 1, as an arrow, and the range is ignored.",
        ),
        Misconception(
            "precedence",
            lambda X, low=0.0, high=1.0: low + (high - low) * X - X.min(axis=0) / np.ptp(X, axis=0),
            "Only the smallest number is divided by the span: a pair of brackets is missing.",
        ),
        Misconception(
            "low-twice",
            lambda X, low=0.0, high=1.0: _minmax(X, low, high) + low,
            "The lower end of the range is added twice.",
        ),
        *(
            Misconception(
                f"rounded-to-{word}-decimals",
                lambda X, low=0.0, high=1.0, digits=digits: np.round(_minmax(X, low, high), digits),
                f"Your result is rounded to {word} decimals; whoever goes on needs the rest.",
            )
            for digits, word in {1: "one", 2: "two", 3: "three", 4: "four"}.items()
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into its input; a table of integers cannot even hold the result.",
        ),
        Misconception(
            "cut-to-integers",
            lambda X, low=0.0, high=1.0: _minmax(X, low, high).astype(int),
            "Your result holds integers, and the fractions are cut off.",
        ),
    ),
    hints=(
        "Move each column to begin at 0, shrink it until it ends at 1, then fit the range.",
        "low + (high − low) · (x − min) / (max − min), with min and max of the column.",
        "X.min(axis=0) has one number a column, and X minus it lines up by itself.",
    ),
)
