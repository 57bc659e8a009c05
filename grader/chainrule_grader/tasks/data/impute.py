"""Gaps in a table, filled with the mean of the column that they are in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.comparison import close
from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import Array, check_property, numbers, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task

NAN = float("nan")
MEANS = "The gaps are filled, and not with the mean of what is known in their column."


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one gap", np.array([[1.0, 2.0], [NAN, 4.0], [3.5, 9.5]])
    yield "one gap", np.array([[8.0], [NAN], [1.0], [2.0]])
    one = rng.normal([3, -20], [1, 5], size=(5, 2)).round(2)
    one[rng.integers(1, 4), rng.integers(2)] = NAN
    yield "one gap", one
    yield (
        "several gaps",
        np.array([[NAN, -1.0, 7.0], [2.0, NAN, 7.0], [NAN, 5.0, 7.0], [6.5, 4, 7]]),
    )
    table = rng.normal([3, -20, 400], [1, 5, 90], size=(7, 3)).round(2)
    table[[0, 3, 2, 4, 5, 6], [0, 0, 1, 1, 1, 2]] = NAN
    yield "several gaps", table


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    """Look at what is known, at whether gaps are left, and at what they are filled with."""
    for criterion, X in _inputs(rng):
        call, gaps = format_call(subject.name, [X]), np.isnan(X)
        out = numbers(subject(X), "a table", X.shape)
        kept = close(X[~gaps], out[~gaps], 1e-6).all()
        yield check_property(
            criterion, call, kept, "Numbers that were known have been changed as well."
        )
        full = not np.isnan(out).any()
        yield check_property(criterion, call, full, "There are still gaps in the table.")
        yield value(criterion, f"what {call} fills in", out[gaps], MEANS)


def _filled(X: Array, values: Any) -> Array:
    return np.where(np.isnan(X), values, X)


def _impute(X: Array) -> Array:
    return _filled(X, np.nanmean(X, axis=0))


def _by_column(statistic: Implementation) -> Implementation:
    """Fill the gaps of each column with something else that is made of its known numbers."""

    def wrong(X: Array) -> Array:
        return _filled(X, [statistic(column[~np.isnan(column)]) for column in X.T])

    return wrong


def _in_place(X: Array) -> Array:
    X[:] = _impute(X)
    return X


def _along(X: Array, step: int) -> Array:
    """Fill each gap with its neighbour in the column, above or below; 0 where there is none."""
    out = X.copy()[::step]
    for i in range(len(out)):
        before = out[i - 1] if i else np.zeros(X.shape[1])
        out[i] = np.where(np.isnan(out[i]), before, out[i])
    return out[::step]


def _first_gaps(X: Array) -> Array:
    out, means = X.copy(), np.nanmean(X, axis=0)
    for column, mean in zip(out.T, means, strict=True):
        gaps = np.flatnonzero(np.isnan(column))
        column[gaps[:1]] = mean
    return out


def _first_column(X: Array) -> Array:
    return np.column_stack([_impute(X[:, :1]), X[:, 1:]])


TASK = Task(
    reference=_impute,
    observe=_observe,
    misconceptions=(
        Misconception(
            "zeros",
            lambda X: _filled(X, 0.0),
            "You replace missing values by 0; replace them by the mean of their column.",
        ),
        Misconception(
            "mean-of-the-table",
            lambda X: _filled(X, np.nanmean(X)),
            "You use one mean of the whole table; use the mean of each column.",
        ),
        Misconception(
            "mean-of-the-row",
            lambda X: _filled(X, np.nanmean(X, axis=1, keepdims=True)),
            "You use the mean of the row; use the mean of the column.",
        ),
        Misconception(
            "gaps-stay",
            lambda X: _filled(X, X.mean(axis=0)),
            "np.mean returns NaN if any entry is NaN; use np.nanmean.",
        ),
        Misconception(
            "gaps-counted",
            lambda X: _filled(X, np.nansum(X, axis=0) / len(X)),
            "You count missing values as zeros in the mean; leave them out of the count, too.",
        ),
        Misconception(
            "median",
            _by_column(np.median),
            "You use the median of the column; use the mean.",
        ),
        Misconception(
            "smallest",
            _by_column(np.min),
            "You use the minimum of the column; use the mean.",
        ),
        Misconception(
            "largest",
            _by_column(np.max),
            "You use the maximum of the column; use the mean.",
        ),
        Misconception(
            "deviation",
            _by_column(np.std),
            "You use the standard deviation of the column; use the mean.",
        ),
        Misconception(
            "sum",
            _by_column(np.sum),
            "You use the sum of the column; divide it by the number of known values.",
        ),
        Misconception(
            "first-known",
            _by_column(lambda known: known[0]),
            "You use the first known value of the column; use the mean.",
        ),
        Misconception(
            "value-above",
            lambda X: _along(X, 1),
            "You use the value above; use the mean of the column, because rows have no order here.",
        ),
        Misconception(
            "value-below",
            lambda X: _along(X, -1),
            "You use the value below; use the mean of the column, because rows have no order here.",
        ),
        Misconception(
            "first-gap-only",
            _first_gaps,
            "You fill only the first missing value of each column; fill all of them.",
        ),
        Misconception(
            "first-column-only",
            _first_column,
            "You fill only the first column; fill all columns.",
        ),
        Misconception(
            "everything-replaced",
            lambda X: np.broadcast_to(np.nanmean(X, axis=0), X.shape),
            "You replace the known values as well; keep them.",
        ),
        Misconception(
            "where-the-gaps-are",
            np.isnan,
            "You return where the missing values are; return the table with these values filled.",
        ),
        Misconception(
            "known-and-gaps-swapped",
            lambda X: np.where(np.isnan(X), X, np.nanmean(X, axis=0)),
            "Your condition is inverted: you replace known values and keep the missing ones.",
        ),
        Misconception(
            "means-rounded",
            lambda X: _filled(X, np.round(np.nanmean(X, axis=0))),
            "You round the means to integers; use them without rounding.",
        ),
    ),
    hints=(
        "What would you guess for a missing number, if you know the others of its kind?",
        "A column's mean is the sum of its known numbers, divided by how many of them are known.",
        "np.nanmean(X, axis=0) skips the gaps, np.isnan(X) finds them, np.where chooses.",
    ),
)
