"""One-hot encoding: each label becomes a row of zeros with a single 1."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import TRANSPOSED

Index = Callable[[int, int, Array], Any]
"""An index made of the number of the example, its label, and all labels."""


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "every class occurs", np.array([1, 0, 2, 0]), 3
    yield "every class occurs", rng.permutation(np.array([0, 1, 2, 3, 4, 1, 3])), 5
    yield "a class is missing", np.array([2, 0]), 4
    yield "a class is missing", np.array([3, 1, 1, 3, 0]), 6
    yield "a class is missing", np.array([2, 4, 2]), 5
    yield "a class is missing", rng.choice(rng.permutation(7)[:4], 8), 7
    yield "one example", np.array([1]), 3
    for classes in rng.integers(4, 10, 3).tolist():
        yield "one example", rng.integers(classes, size=1), classes


def _make(
    shape: Callable[[Array, int], tuple[int, int]] = lambda y, classes: (len(y), classes),
    examples: slice = slice(None),
    row: Index = lambda i, _label, _y: i,
    column: Index = lambda _i, label, _y: label,
    mark: Callable[[int, int], Any] = lambda _label, _n: 1.0,
    other: float = 0.0,
) -> Implementation:
    """Return a function that writes `mark` at [row, column] for each of the `examples`."""

    def one_hot(y: Array, classes: int) -> Array:
        y = y.astype(int)
        out = np.full(shape(y, int(classes)), other)
        for i, label in [*enumerate(y.tolist())][examples]:
            out[row(i, label, y), column(i, label, y)] = mark(label, len(y))
        return out

    return one_hot


def _one_hot(y: Array, classes: int) -> Array:
    return np.asarray(np.eye(int(classes))[y.astype(int)])


def _place(_i: int, label: int, y: Array) -> int:
    """Return the place of a label among the different labels of y."""
    return int(np.searchsorted(np.unique(y), label))


def _extent(y: Array, classes: int) -> tuple[int, int]:
    """Return a shape with room for one label more."""
    return len(y), classes + 1


ALL_CLASSES = slice(None)

TASK = Task(
    reference=_one_hot,
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "as-many-as-the-largest",
            "You take the number of columns from the largest label; use classes.",
            shape=lambda y, _classes: (len(y), y.max() + 1),
        ),
        switch(
            "as-many-as-seen",
            "You make columns only for the labels that occur in y; make one for each class.",
            shape=lambda y, _classes: (len(y), len(np.unique(y))),
            column=_place,
        ),
        switch(
            "as-many-as-examples",
            "You make as many columns as there are examples; make one for each class.",
            shape=lambda y, _classes: (len(y), len(y)),
        ),
        switch(
            "as-many-rows-as-classes",
            "You make as many rows as there are classes; make one row for each example.",
            shape=lambda _y, classes: (classes, classes),
        ),
        TRANSPOSED,
        switch(
            "indices-exchanged",
            "You exchange the two indices: the row is the example, the column is its label.",
            row=lambda _i, label, _y: label,
            column=lambda i, _label, _y: i,
        ),
        switch(
            "from-one",
            "You count labels from 1, so every 1 is one column too far left; they start at 0.",
            column=lambda _i, label, _y: label - 1,
        ),
        switch(
            "from-one-compared",
            "You count labels from 1, so label 0 has no column; labels start at 0.",
            result=lambda table: np.pad(table[:, 1:], ((0, 0), (0, 1))),
        ),
        switch(
            "one-too-far-right",
            "Every 1 is one column too far right; label 0 belongs to the first column.",
            result=lambda table: np.pad(table, ((0, 0), (1, 0)))[:, :-1],
        ),
        switch(
            "one-too-far-right-and-wider",
            "Your first column belongs to no class; label 0 belongs to the first column.",
            result=lambda table: np.pad(table, ((0, 0), (1, 0))),
        ),
        switch(
            "column-plus-one",
            "You add 1 to the label, so the last class has no column; use the label itself.",
            column=lambda _i, label, _y: label + 1,
        ),
        switch(
            "smallest-label-subtracted",
            "You subtract the smallest label; label 0 belongs to the first column.",
            column=lambda _i, label, y: label - y.min(),
        ),
        switch(
            "one-column-more",
            "You make one column too many; labels from 0 need as many columns as classes.",
            shape=_extent,
        ),
        switch(
            "one-column-less",
            "The first class has no column; every class needs one.",
            result=lambda table: table[:, 1:],
        ),
        switch(
            "last-class-without-column",
            "The last class has no column; every class needs one.",
            result=lambda table: table[:, :-1],
        ),
        switch(
            "one-column-too-few",
            "You make one column too few, so the label of the last class has no place.",
            shape=lambda y, classes: (len(y), classes - 1),
        ),
        switch(
            "label-as-value",
            "You write the label in place of 1, so class 0 has a row of zeros.",
            mark=lambda label, _n: label,
        ),
        switch(
            "label-plus-one-as-value",
            "You write label + 1 in place of 1; every mark must be 1.",
            mark=lambda label, _n: label + 1,
        ),
        switch(
            "minus-one-as-value",
            "You write −1 in the column of the label; write 1.",
            mark=lambda _label, _n: -1.0,
        ),
        switch(
            "ten-as-value",
            "You write a number larger than 1 in the column of the label; write 1.",
            mark=lambda _label, _n: 10.0,
        ),
        switch(
            "share",
            "You divide the ones by the number of examples; write 1.",
            mark=lambda _label, n: 1 / n,
        ),
        switch(
            "divided-by-classes",
            "You divide the ones by the number of classes; write 1.",
            result=lambda table: table / table.shape[1],
        ),
        switch(
            "swapped",
            "Zeros and ones are exchanged: you mark every class except the right one.",
            result=lambda table: 1 - table,
        ),
        switch(
            "minus-ones",
            "You write −1 for the other classes; write 0.",
            other=-1.0,
        ),
        switch(
            "nan-elsewhere",
            "You write NaN for the other classes; write 0.",
            other=float("nan"),
        ),
        switch(
            "smoothed",
            "You use label smoothing; write exactly 0 and 1.",
            result=lambda table: 0.9 * table + 0.1 / table.shape[1],
        ),
        switch(
            "reversed",
            "Your columns are in reverse order; class 0 comes first.",
            result=lambda table: table[:, ::-1],
        ),
        switch(
            "rows-reversed",
            "Your rows are in reverse order; keep the order of the examples.",
            result=lambda table: table[::-1],
        ),
        switch(
            "rows-shifted",
            "Your rows are shifted by one; row i belongs to example i.",
            result=lambda table: np.roll(table, 1, axis=0),
        ),
        switch(
            "sorted",
            "You sort the labels; keep the order of the examples.",
            arguments=lambda y, classes: (np.sort(y), classes),
        ),
        switch(
            "thermometer",
            "You write 1 in all columns up to the label; write 1 only in the column of the label.",
            column=lambda _i, label, _y: slice(label + 1),
        ),
        switch(
            "before-the-label",
            "You write 1 in all columns before the label; write 1 only in the column of the label.",
            column=lambda _i, label, _y: slice(label),
        ),
        switch(
            "from-the-label-on",
            "You write 1 in all columns from the label on; write 1 only in the column of the "
            "label.",
            column=lambda _i, label, _y: slice(label, None),
        ),
        switch(
            "after-the-label",
            "You write 1 in all columns after the label; write 1 only in the column of the label.",
            column=lambda _i, label, _y: slice(label + 1, None),
        ),
        switch(
            "whole-row",
            "You write to the whole row of each example; write only in the column of its label.",
            column=lambda _i, _label, _y: ALL_CLASSES,
        ),
        switch(
            "every-row-alike",
            "Every row has the ones of all examples; each row needs only the 1 of its own example.",
            row=lambda _i, _label, _y: ALL_CLASSES,
        ),
        switch(
            "not-reset",
            "Your rows keep the ones of the examples before; start each row with zeros.",
            row=lambda i, _label, _y: slice(i, None),
        ),
        switch(
            "first-row-for-all",
            "You write all ones into the first row; each example has its own row.",
            row=lambda _i, _label, _y: 0,
        ),
        switch(
            "first-row-only",
            "You mark only the first example; check whether return stands inside the loop.",
            examples=slice(1),
        ),
        switch(
            "last-row-only",
            "You mark only the last example; mark each example in its own row.",
            examples=slice(-1, None),
        ),
        switch(
            "last-example-missing",
            "The row of the last example is empty; the loop must include it.",
            examples=slice(-1),
        ),
        switch(
            "first-example-missing",
            "The row of the first example is empty; the loop must start at index 0.",
            examples=slice(1, None),
        ),
        switch(
            "row-of-the-last",
            "You return the row of the last example alone; return one row for each example.",
            result=lambda table: table[-1],
        ),
        switch(
            "row-of-the-first",
            "You return the row of the first example alone; return one row for each example.",
            result=lambda table: table[0],
        ),
        switch(
            "one-row-for-all",
            "You write the ones of all examples into one row; return one row for each example.",
            result=lambda table: table.max(axis=0),
        ),
        switch(
            "counted",
            "You return how often each class occurs; return one row for each example.",
            result=lambda table: table.sum(axis=0),
        ),
        switch(
            "flat",
            "You return a flat array; the shape must be (n, classes).",
            result=np.ravel,
        ),
        switch(
            "axis-between",
            "Your result has an axis too many between examples and classes.",
            result=lambda table: table[:, None, :],
        ),
        switch(
            "axis-in-front",
            "Your result has an axis too many in front; the shape must be (n, classes).",
            result=lambda table: table[None],
        ),
        switch(
            "all-zeros",
            "Your array has the right shape but only zeros; write a 1 into each row.",
            result=np.zeros_like,
        ),
        Misconception(
            "bits",
            lambda y, classes: (y[:, None] >> np.arange(classes)) & 1,
            "You return the label as a binary number; write 1 only in the column of the label.",
        ),
        Misconception(
            "identity",
            lambda _y, classes: np.eye(classes),
            "You return the identity matrix; select its rows by the labels.",
        ),
        Misconception(
            "labels-on-the-diagonal",
            lambda _y, classes: np.diag(np.arange(classes)),
            "You return a square matrix that does not depend on y; return one row for each "
            "example.",
        ),
        Misconception(
            "diagonal",
            lambda y, classes: np.eye(len(y), classes),
            "Your ones are on the diagonal, whatever the labels are.",
        ),
        Misconception(
            "labels",
            lambda y, _classes: y,
            "You return the labels themselves; return one row of zeros and a single 1 for each.",
        ),
        Misconception(
            "column-of-labels",
            lambda y, _classes: y[:, None],
            "You return the labels as a column; return a row of zeros and a single 1 for each.",
        ),
        Misconception(
            "zeros-like-labels",
            lambda y, _classes: np.zeros(len(y)),
            "You return one number for each example; return a row with a number for each class.",
        ),
    ),
    hints=(
        "Classes have no order and no size: each gets a column, and an example marks one.",
        "Start with np.zeros((n, classes)), then write one number into each row.",
        "Write 1 at [np.arange(n), y] of np.zeros((n, classes)), or select rows of np.eye.",
    ),
)
