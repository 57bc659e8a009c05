"""A label becomes a row of zeros with a single one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import Array, calls
from chainrule_grader.judging.task import Misconception, Task


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "every class occurs", np.array([1, 0, 2, 0]), 3
    yield "every class occurs", rng.permutation(np.array([0, 1, 2, 3, 4, 1, 3])), 5
    yield "a class is missing", np.array([2, 0]), 4
    yield "a class is missing", np.array([3, 1, 1, 3, 0]), 6
    yield "a class is missing", rng.choice(rng.permutation(7)[:4], 8), 7
    yield "one example", np.array([1]), 3
    for classes in rng.integers(4, 10, 3).tolist():
        yield "one example", rng.integers(classes, size=1), classes


def _one_hot(y: Array, classes: int) -> Array:
    return np.asarray(np.eye(int(classes))[y.astype(int)])


def _with(y: Array, classes: int, value: Any) -> Array:
    return _one_hot(y, classes) * np.reshape(value, (-1, 1))


def _first_row(y: Array, classes: int) -> Array:
    out = np.zeros((len(y), classes))
    out[0, y[0]] = 1
    return out


def _every_row(y: Array, classes: int) -> Array:
    out = np.zeros((len(y), classes))
    out[:, y] = 1
    return out


TASK = Task(
    reference=_one_hot,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "as-many-as-the-largest",
            lambda y, _classes: _one_hot(y, y.max() + 1),
            "You take the number of columns from the largest label; use classes.",
        ),
        Misconception(
            "as-many-as-seen",
            lambda y, _classes: (y[:, None] == np.unique(y)) * 1.0,
            "You make columns only for the labels that occur in y; make one for each class.",
        ),
        Misconception(
            "transposed",
            lambda y, classes: _one_hot(y, classes).T,
            "Your result is transposed; examples are rows and classes are columns.",
        ),
        Misconception(
            "from-one",
            lambda y, classes: _one_hot(y - 1, classes),
            "You count labels from 1, so every 1 is one column too far left; they start at 0.",
        ),
        Misconception(
            "one-too-far-right",
            lambda y, classes: np.eye(classes, k=1)[y],
            "Every 1 is one column too far right; label 0 belongs to the first column.",
        ),
        Misconception(
            "one-column-more",
            lambda y, classes: _one_hot(y, classes + 1),
            "You make one column too many; labels from 0 need as many columns as classes.",
        ),
        Misconception(
            "one-column-less",
            lambda y, classes: _one_hot(y, classes)[:, 1:],
            "The first class has no column; every class needs one.",
        ),
        Misconception(
            "last-class-without-column",
            lambda y, classes: _one_hot(y, classes)[:, :-1],
            "The last class has no column; every class needs one.",
        ),
        Misconception(
            "label-as-value",
            lambda y, classes: _with(y, classes, y),
            "You write the label in place of 1, so class 0 has a row of zeros.",
        ),
        Misconception(
            "label-plus-one-as-value",
            lambda y, classes: _with(y, classes, y + 1),
            "You write label + 1 in place of 1; every mark must be 1.",
        ),
        Misconception(
            "swapped",
            lambda y, classes: 1 - _one_hot(y, classes),
            "Zeros and ones are exchanged: you mark every class except the right one.",
        ),
        Misconception(
            "minus-ones",
            lambda y, classes: 2 * _one_hot(y, classes) - 1,
            "You write −1 for the other classes; write 0.",
        ),
        Misconception(
            "reversed",
            lambda y, classes: _one_hot(y, classes)[:, ::-1],
            "Your columns are in reverse order; class 0 comes first.",
        ),
        Misconception(
            "rows-reversed",
            lambda y, classes: _one_hot(y, classes)[::-1],
            "Your rows are in reverse order.",
        ),
        Misconception(
            "thermometer",
            lambda y, classes: (np.arange(classes) <= y[:, None]) * 1.0,
            "You write 1 in all columns up to the label; write 1 only in the column of the label.",
        ),
        Misconception(
            "bits",
            lambda y, classes: (y[:, None] >> np.arange(classes)) & 1,
            "You return the label as a binary number; write 1 only in the column of the label.",
        ),
        Misconception(
            "every-row-alike",
            _every_row,
            "Every row has the ones of all examples; write only the own 1 of each example.",
        ),
        Misconception(
            "first-row-only",
            _first_row,
            "You mark only the first example; check whether return stands inside the loop.",
        ),
        Misconception(
            "identity",
            lambda _y, classes: np.eye(classes),
            "You return the identity matrix; select its rows by the labels.",
        ),
        Misconception(
            "diagonal",
            lambda y, classes: np.eye(len(y), classes),
            "Your ones are on the diagonal, whatever the labels are.",
        ),
        Misconception(
            "flat",
            lambda y, classes: _one_hot(y, classes).ravel(),
            "You return a flat array; the shape must be (n, classes).",
        ),
        Misconception(
            "axis-between",
            lambda y, classes: _one_hot(y, classes)[:, None, :],
            "Your result has an axis too many between examples and classes.",
        ),
        Misconception(
            "counted",
            lambda y, classes: _one_hot(y, classes).sum(axis=0),
            "You return how often each class occurs; return one row for each example.",
        ),
        Misconception(
            "share",
            lambda y, classes: _one_hot(y, classes) / len(y),
            "You divide the ones by the number of examples; write 1.",
        ),
        Misconception(
            "all-zeros",
            lambda y, classes: np.zeros((len(y), classes)),
            "Your array has the right shape but only zeros.",
        ),
    ),
    hints=(
        "Classes have no order and no size: each gets a column, and an example marks one.",
        "Row i has a 1 in column y[i] and 0 elsewhere; the shape is (n, classes).",
        "Either write ones at [np.arange(n), y] into zeros, or pick rows of np.eye(classes).",
    ),
)
