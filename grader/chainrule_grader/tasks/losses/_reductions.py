"""A loss averages its terms; the mistakes are in which terms are added and in the divisor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from chainrule_grader.judging.task import Implementation, Misconception, switch
from chainrule_grader.tasks._common import INTEGERS, NEGATED, ROUNDED
from chainrule_grader.tasks.losses._inputs import Array

Terms = Callable[[Array, Array], Array]
"""The terms of a loss, one for each entry, from targets and predictions."""


def terms_in_each(terms: Array, sums: Any) -> float:
    """Return the number of terms in each sum."""
    return np.size(terms) / np.size(sums)


def averaged(
    terms: Terms,
    counted: Callable[[Array], Array] = lambda t: t,
    total: Callable[[Array], Any] = np.sum,
    count: Callable[[Array, Any], Any] = terms_in_each,
) -> Implementation:
    """Return a loss: the total of the terms that are counted, divided by their number."""

    def loss(y: Array, y_hat: Array) -> Any:
        chosen = counted(terms(y, y_hat))
        sums = total(chosen)
        return sums / count(chosen, sums)

    return loss


def only(rows: slice) -> Callable[[Array], Array]:
    """Return a function that sets all other rows to 0."""

    def change(array: Array) -> Array:
        kept = np.zeros_like(array)
        kept[rows] = array[rows]
        return kept

    return change


def _median(terms: Array) -> Any:
    """Return the median; np.median is slow when it is called for the first time."""
    ordered = np.sort(terms, axis=None)
    middle = terms.size // 2
    return ordered[middle] if terms.size % 2 else ordered[middle - 1 : middle + 1].mean()


HALVED: Final = switch(
    "halved", "Your result is half as large as it should be.", result=lambda value: value / 2
)
EXTRA_AXIS: Final = switch(
    "extra-axis",
    "Your result has an additional axis of length 1; remove it.",
    result=lambda value: np.reshape(value, (1, *np.shape(value))),
)
DOUBLED: Final = switch(
    "doubled", "Your result is twice as large as it should be.", result=lambda value: 2 * value
)


def _divided_in_the_loop(terms: Array) -> float:
    total = 0.0
    for term in terms.flat:
        total = (total + term) / terms.size
    return total


ALONG_AXES: Final = (
    switch(
        "for-each-example",
        "For a table you return one loss for each row; return one number.",
        total=lambda t: t.sum(axis=-1),
    ),
    switch(
        "for-each-column",
        "For a table you return one loss for each column; return one number.",
        total=lambda t: t.sum(axis=0),
    ),
    switch(
        "no-mean",
        "You return one loss for each entry; return one number, their mean.",
        total=lambda t: t,
    ),
    switch(
        "tables-only",
        "You use axis=1, which an array of shape (n,) does not have; average over all entries.",
        total=lambda t: t.sum(axis=1).sum(),
    ),
    switch(
        "tables-only-for-each-row",
        "You use axis=1, which gives one loss per row and fails for shape (n,); use all entries.",
        total=lambda t: t.sum(axis=1),
    ),
    switch(
        "column-sums",
        "For a table you add along axis 0 only and return one number for each column; add all.",
        total=lambda t: t.sum(axis=0),
        count=lambda t, _: t.size,
    ),
)

DIVISORS: Final = (
    switch(
        "sum",
        "You do not divide by the number of entries; the loss is a mean.",
        count=lambda _t, _: 1,
    ),
    switch(
        "divided-by-rows",
        "For a table you divide by the number of rows; divide by the number of all entries.",
        count=lambda t, _: len(t),
    ),
    switch(
        "divided-by-columns",
        "For a table you divide by the number of columns; divide by the number of all entries.",
        count=lambda t, _: t.shape[-1],
    ),
    switch(
        "row-sums-averaged",
        "You add up each row and average these sums; average over all entries.",
        count=lambda t, _: t.size / t.shape[-1],
    ),
    switch(
        "sum-halved",
        "You always divide by 2; divide by the number of entries.",
        count=lambda _t, _: 2,
    ),
    switch(
        "divided-twice",
        "You divide by the number of entries twice; divide once.",
        count=lambda t, _: t.size**2,
    ),
    switch(
        "divided-by-one-fewer",
        "You divide by the number of entries minus 1; divide by the number of entries.",
        count=lambda t, _: np.float64(t.size - 1),
    ),
)

COUNTED: Final = (
    switch(
        "first-number-only",
        "You use only the first entry; use all entries. Is your return inside the loop?",
        counted=lambda t: t.flat[:1],
    ),
    switch(
        "first-number-divided",
        "Only the first entry enters your sum; add up all entries before you return.",
        counted=lambda t: only(slice(1))(t.ravel()),
    ),
    switch(
        "first-example-only",
        "You use only the first row or entry; use all of them.",
        counted=lambda t: t[:1],
    ),
    switch(
        "last-example-only",
        "You use only the last row or entry; use all of them.",
        counted=lambda t: t[-1:],
    ),
    switch(
        "last-example-divided",
        "Only the last row or entry enters your sum; add them all up.",
        counted=only(slice(-1, None)),
    ),
    switch(
        "without-the-last-example",
        "The last row or entry is missing from your sum; check where the loop ends.",
        counted=only(slice(-1)),
    ),
    switch(
        "last-number-divided",
        "Only the last entry enters your sum; add up all entries.",
        counted=lambda t: only(slice(-1, None))(t.ravel()),
    ),
    switch(
        "without-the-last-number",
        "The last entry is missing from your sum; check where the loop ends.",
        counted=lambda t: only(slice(-1))(t.ravel()),
    ),
    switch(
        "without-the-first-example",
        "The first row or entry is missing from your sum; check where the loop starts.",
        counted=only(slice(1, None)),
    ),
    switch(
        "first-column-only",
        "You use only the first column of a table; use all entries.",
        counted=lambda t: t if t.ndim == 1 else t[:, :1],
    ),
    switch(
        "last-column-only",
        "You use only the last column of a table; use all entries.",
        counted=lambda t: t if t.ndim == 1 else t[:, -1:],
    ),
    switch(
        "divided-in-the-loop",
        "You divide in every round of the loop; divide once, after the loop.",
        total=_divided_in_the_loop,
        count=lambda _t, _: 1,
    ),
    switch(
        "largest",
        "You return the largest entry; return the mean of all entries.",
        total=np.max,
        count=lambda _t, _: 1,
    ),
    switch(
        "median",
        "You return the median of the entries; return their mean.",
        total=_median,
        count=lambda _t, _: 1,
    ),
)

RESULTS: Final = (
    switch(
        "root",
        "You take a square root at the end; this loss has none.",
        result=np.sqrt,
    ),
    NEGATED,
    HALVED,
    DOUBLED,
    switch(
        "result-squared",
        "You square the result; return it without a square.",
        result=np.square,
    ),
    EXTRA_AXIS,
    INTEGERS,
    *ROUNDED,
)

REDUCTIONS: Final[tuple[Misconception, ...]] = (*DIVISORS, *ALONG_AXES, *COUNTED, *RESULTS)
"""The mistakes of every loss that is a mean over all entries."""
