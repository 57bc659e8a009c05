"""Missing values of a table, replaced by the mean of their column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import FLATTENED, INTEGERS, ONE_DECIMAL, ROUNDED, TRANSPOSED

NAN = float("nan")

Statistic = Callable[[Array], Any]
"""A number that is computed from one column, or from what is taken for it, with its NaN."""


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "one gap", np.array([[1.0, 2.0], [NAN, 4.0], [3.5, 9.5]])
    yield "one gap", np.array([[8.0], [NAN], [1.0], [2.0]])
    one = rng.normal([3, -20], [1, 5], size=(5, 2)).round(4)
    one[rng.integers(1, 4), rng.integers(2)] = NAN
    yield "one gap", one
    yield (
        "several gaps",
        np.array([[NAN, -1.0, 7.0], [2.0, NAN, 7.0], [NAN, 5.0, 7.0], [6.5, 4, 7]]),
    )
    table = rng.normal([3, -20, 400], [1, 5, 90], size=(7, 3)).round(4)
    table[[0, 3, 2, 4, 5, 6], [0, 0, 1, 1, 1, 2]] = NAN
    yield "several gaps", table
    yield "several gaps", np.array([[NAN, 2.0], [5.0, NAN], [NAN, 4.5]])
    # The mean of the last column is 0.
    four = np.array([[NAN, 3.0, 0.0, 2.0], [4.0, NAN, NAN, NAN], [1.5, 7.0, 3.0, -2.0]])
    yield "several gaps", four


def _known(values: Array) -> Array:
    return values[~np.isnan(values)]


def _columns(X: Array, statistic: Statistic) -> Array:
    return np.array([statistic(column) for column in X.T])


def _rows(X: Array, statistic: Statistic) -> Array:
    return np.array([[statistic(row)] for row in X])


def _table(X: Array, statistic: Statistic) -> Array:
    return np.asarray(statistic(X.ravel()))


def _make(
    group: Callable[[Array, Statistic], Array] = _columns,
    of: Callable[[Array], Array] = _known,
    statistic: Statistic = np.mean,
    fill: Callable[[Array], Array] = lambda values: values,
    places: Callable[[Array], Array] = np.isnan,
    kept: Callable[[Array, Array], Array] = lambda X, _values: X,
) -> Implementation:
    """Return a function that puts statistics of the known values `of` each `group` in `places`."""

    def impute(X: Array) -> Array:
        values = np.broadcast_to(fill(group(X, lambda each: statistic(of(each)))), X.shape)
        return np.where(places(X), values, kept(X, values))

    return impute


def _neighbour(X: Array, step: int) -> Array:
    """Return the last known value above (or below), or 0 where there is none."""
    out = X.copy()[::step]
    for i in range(len(out)):
        before = out[i - 1] if i else np.zeros(X.shape[1])
        out[i] = np.where(np.isnan(out[i]), before, out[i])
    return out[::step]


def _between(X: Array, _statistic: Statistic) -> Array:
    """Interpolate within each column."""
    out, at = X.copy(), np.arange(len(X))
    for column in out.T:
        known = ~np.isnan(column)
        column[:] = np.interp(at, at[known], column[known])
    return out


def _without_reset(X: Array, statistic: Statistic) -> Array:
    """Use the values of all columns up to this one."""
    return np.array([statistic(X[:, : j + 1].ravel()) for j in range(X.shape[1])])


def _above_first(X: Array, statistic: Statistic) -> Array:
    """Use the values up to this row, of which the earlier ones are filled."""
    out = X.copy()
    for i, row in enumerate(out):
        row[np.isnan(row)] = _columns(out[: i + 1], statistic)[np.isnan(row)]
    return out


def _one_after_another(X: Array, statistic: Statistic) -> Array:
    """Use what the column contains after its earlier NaN are filled."""
    out = X.copy()
    for column in out.T:
        for i in np.flatnonzero(np.isnan(column)):
            column[i] = statistic(column)
    return out


def _by_row_number(X: Array, statistic: Statistic) -> Array:
    values = _columns(X, statistic)
    return values[np.arange(len(X)) % len(values)][:, np.newaxis]


def _first_places(X: Array, axis: int) -> Array:
    """Mark the first NaN along an axis."""
    gaps = np.isnan(X)
    return np.asarray(gaps & (np.cumsum(gaps, axis=axis) == 1))


def _first_of_all(X: Array) -> Array:
    gaps = np.isnan(X)
    return np.asarray(gaps & (np.cumsum(gaps).reshape(X.shape) == 1))


def _part(rows: slice, columns: slice) -> Callable[[Array], Array]:
    """Return the places of NaN within a part of the table."""

    def places(X: Array) -> Array:
        interior = np.zeros(X.shape, dtype=bool)
        interior[rows, columns] = True
        return np.isnan(X) & interior

    return places


ALL, FIRST, NOT_LAST, NOT_FIRST = slice(None), slice(1), slice(-1), slice(1, None)


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "zeros",
            "You replace missing values by 0; replace them by the mean of their column.",
            fill=np.zeros_like,
        ),
        switch(
            "mean-of-the-table",
            "You use the values of the whole table; use the values of the same column.",
            group=_table,
        ),
        switch(
            "mean-of-the-row",
            "You use the values of the same row; use the values of the same column.",
            group=_rows,
        ),
        switch(
            "gaps-stay",
            "Your result still contains every NaN. np.mean of a column with NaN is NaN, and == "
            "never finds NaN.",
            places=lambda X: np.zeros(X.shape, dtype=bool),
        ),
        switch(
            "gaps-counted",
            "You count missing values as zeros; leave them out of the sum and of the count.",
            of=np.nan_to_num,
        ),
        switch(
            "gaps-counted-in-the-row",
            "You use the row and count missing values as zeros; use the known values of the "
            "column.",
            group=_rows,
            of=np.nan_to_num,
        ),
        switch(
            "gaps-counted-in-the-table",
            "You use the whole table and count missing values as zeros; use the known values of "
            "the column.",
            group=_table,
            of=np.nan_to_num,
        ),
        switch(
            "median-with-zeros",
            "You use the median and count missing values as zeros; use the mean of the known "
            "values.",
            of=np.nan_to_num,
            statistic=np.median,
        ),
        switch(
            "median",
            "You use the median; use the mean.",
            statistic=np.median,
        ),
        switch(
            "smallest",
            "You use the minimum of the column; use the mean.",
            statistic=np.min,
        ),
        switch(
            "largest",
            "You use the maximum of the column; use the mean.",
            statistic=np.max,
        ),
        switch(
            "midrange",
            "You use the middle between minimum and maximum; use the mean.",
            statistic=lambda known: (known.min() + known.max()) / 2,
        ),
        switch(
            "deviation",
            "You use the standard deviation of the column; use the mean.",
            statistic=np.std,
        ),
        switch(
            "variance",
            "You use the variance of the column; use the mean.",
            statistic=np.var,
        ),
        switch(
            "sum",
            "You use the sum of the known values; divide it by how many they are.",
            statistic=np.sum,
        ),
        switch(
            "count",
            "You use the number of known values; use their mean.",
            statistic=np.size,
        ),
        switch(
            "divided-by-one-less",
            "You divide the sum by one less than the number of known values; divide by that "
            "number.",
            statistic=lambda known: known.sum() / (len(known) - 1),
        ),
        switch(
            "divided-by-one-less-or-one",
            "You divide the sum by one less than the number of known values; divide by that "
            "number.",
            statistic=lambda known: known.sum() / max(len(known) - 1, 1),
        ),
        switch(
            "divided-by-the-gaps",
            "You divide the sum by the number of missing values; divide by the number of known "
            "values.",
            of=lambda values: values,
            statistic=lambda values: np.nansum(values) / max(np.isnan(values).sum(), 1),
        ),
        switch(
            "first-known",
            "You use the first known value of the column; use the mean.",
            statistic=lambda known: known[0],
        ),
        switch(
            "last-known",
            "You use the last known value of the column; use the mean.",
            statistic=lambda known: known[-1],
        ),
        switch(
            "zeros-left-out",
            "You leave out known values that are 0; they belong to the mean.",
            of=lambda values: _known(values)[_known(values) != 0],
        ),
        switch(
            "value-above",
            "You use the value above; use the mean of the column, because rows have no order here.",
            group=lambda X, _statistic: _neighbour(X, 1),
        ),
        switch(
            "value-below",
            "You use the value below; use the mean of the column, because rows have no order here.",
            group=lambda X, _statistic: _neighbour(X, -1),
        ),
        switch(
            "between-neighbours",
            "You interpolate between the values above and below; use the mean of the column.",
            group=_between,
        ),
        switch(
            "mean-of-means",
            "You use the mean of all column means; use the mean of the same column.",
            group=lambda X, statistic: np.mean(_columns(X, statistic)),
        ),
        switch(
            "last-column",
            "You use the mean of the last column everywhere; use the mean of each column.",
            group=lambda X, statistic: _columns(X, statistic)[-1],
        ),
        switch(
            "first-column",
            "You use the mean of the first column everywhere; use the mean of each column.",
            group=lambda X, statistic: _columns(X, statistic)[0],
        ),
        switch(
            "by-row-number",
            "You select the mean by the number of the row; select it by the number of the column.",
            group=_by_row_number,
        ),
        switch(
            "not-reset",
            "You do not start the sum and the count at 0 again for each column.",
            group=_without_reset,
        ),
        switch(
            "rows-above-only",
            "You use only the rows above the missing value; use all rows.",
            group=_above_first,
        ),
        switch(
            "filled-values-counted",
            "You count missing values as zeros, and values that you filled in as known; use only "
            "the known values.",
            group=_one_after_another,
            of=np.nan_to_num,
        ),
        switch(
            "first-gap-only",
            "You fill only the first missing value of each column; fill all of them.",
            places=lambda X: _first_places(X, 0),
        ),
        switch(
            "first-gap-of-each-row",
            "You fill only the first missing value of each row; fill all of them.",
            places=lambda X: _first_places(X, 1),
        ),
        switch(
            "one-gap-only",
            "You fill only one missing value; check whether return stands inside a loop.",
            places=_first_of_all,
        ),
        switch(
            "first-column-only",
            "You fill only the first column; fill all columns.",
            places=_part(ALL, FIRST),
        ),
        switch(
            "last-column-missing",
            "You do not fill the last column; the loop must include it.",
            places=_part(ALL, NOT_LAST),
        ),
        switch(
            "first-column-missing",
            "You do not fill the first column; the loop must start at index 0.",
            places=_part(ALL, NOT_FIRST),
        ),
        switch(
            "last-row-missing",
            "You do not fill the last row; the loop must include it.",
            places=_part(NOT_LAST, ALL),
        ),
        switch(
            "first-row-missing",
            "You do not fill the first row; the loop must start at index 0.",
            places=_part(NOT_FIRST, ALL),
        ),
        switch(
            "everything-replaced",
            "You replace the known values as well; keep them.",
            kept=lambda _X, values: values,
        ),
        switch(
            "whole-row-replaced",
            "You replace every value in a row with a missing value; keep the known values.",
            places=lambda X: np.isnan(X).any(axis=1, keepdims=True),
        ),
        switch(
            "whole-column-replaced",
            "You replace every value in a column with a missing value; keep the known values.",
            places=lambda X: np.isnan(X).any(axis=0),
        ),
        switch(
            "known-values-removed",
            "You write 0 in place of the known values; keep them.",
            kept=lambda X, _values: np.zeros_like(X),
        ),
        switch(
            "added-everywhere",
            "You add a number to the known values as well; keep them.",
            kept=lambda X, values: X + values,
        ),
        switch(
            "centred",
            "You subtract a number from the known values; keep them.",
            kept=lambda X, values: X - values,
        ),
        switch(
            "where-the-gaps-are",
            "You return where the missing values are; return the table with these values filled.",
            kept=lambda X, _values: np.zeros_like(X),
            fill=np.ones_like,
        ),
        switch(
            "known-and-gaps-swapped",
            "Your condition is inverted: you replace known values and keep the missing ones.",
            places=lambda X: ~np.isnan(X),
        ),
        switch(
            "all-nan",
            "Every entry of your result is NaN; np.nanmean computes a mean without the NaN.",
            fill=lambda values: np.full_like(values, NAN),
            kept=lambda _X, values: values,
        ),
        switch(
            "means-rounded",
            "You round the means to integers; use them without rounding.",
            fill=np.round,
        ),
        switch(
            "means-cut",
            "You convert the means to integers; use them with their decimals.",
            fill=np.trunc,
        ),
        switch(
            "means-rounded-to-two",
            "You round the means to two decimals; use them without rounding.",
            fill=lambda values: np.round(values, 2),
        ),
        switch(
            "negative-mean",
            "The numbers that you fill in have the wrong sign.",
            fill=np.negative,
        ),
        switch(
            "ones",
            "You replace missing values by 1; replace them by the mean of their column.",
            fill=np.ones_like,
        ),
        switch(
            "minus-ones",
            "You replace missing values by −1; replace them by the mean of their column.",
            fill=lambda values: -np.ones_like(values),
        ),
        switch(
            "rows-removed",
            "You remove rows; keep all of them and replace the missing values.",
            arguments=lambda X: (X[~np.isnan(X).any(axis=1)],),
        ),
        switch(
            "columns-removed",
            "You remove columns; keep all of them and replace the missing values.",
            arguments=lambda X: (X[:, ~np.isnan(X).any(axis=0)],),
        ),
        switch(
            "known-only",
            "You return the known values without the missing ones; return the whole table.",
            arguments=lambda X: (_known(X)[:, np.newaxis],),
            result=np.ravel,
        ),
        switch(
            "means-only",
            "You return one number for each column; return the whole table.",
            kept=lambda _X, values: values,
            result=lambda table: table[0],
        ),
        Misconception(
            "indices-of-the-gaps",
            lambda X: np.where(np.isnan(X)),
            "You return the indices of the missing values; return the table with these values "
            "filled.",
        ),
        Misconception(
            "means-subtracted",
            lambda X: np.where(np.isnan(X), 0, X - np.nanmean(X, axis=0)),
            "You subtract the mean of its column from every value; keep the known values.",
        ),
        TRANSPOSED,
        FLATTENED,
        INTEGERS,
        ONE_DECIMAL,
        *ROUNDED[:2],
    ),
    hints=(
        "What would you guess for a missing number, if you know the others of its column?",
        "np.mean of a column with NaN is NaN; np.nanmean leaves the NaN out. Use axis=0.",
        "np.nanmean(X, axis=0) gives the means, np.isnan(X) finds the NaN, np.where chooses.",
    ),
)
