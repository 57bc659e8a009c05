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
            "The width comes from the largest label seen; a class that is missing here is lost.",
        ),
        Misconception(
            "as-many-as-seen",
            lambda y, _classes: (y[:, None] == np.unique(y)) * 1.0,
            "There is a column only for labels that occur, so that columns change their meaning.",
        ),
        Misconception(
            "transposed",
            lambda y, classes: _one_hot(y, classes).T,
            "Classes are rows and examples are columns: it lies on its side.",
        ),
        Misconception(
            "from-one",
            lambda y, classes: _one_hot(y - 1, classes),
            "The labels are counted from 1, so that every one sits a column too far left.",
        ),
        Misconception(
            "one-too-far-right",
            lambda y, classes: np.eye(classes, k=1)[y],
            "Every one sits a column too far right, and the last class has none.",
        ),
        Misconception(
            "one-column-more",
            lambda y, classes: _one_hot(y, classes + 1),
            "There is a column too many: labels from 0 need as many columns as classes.",
        ),
        Misconception(
            "one-column-less",
            lambda y, classes: _one_hot(y, classes)[:, 1:],
            "The first class has no column, so that its rows are all zeros.",
        ),
        Misconception(
            "last-class-without-column",
            lambda y, classes: _one_hot(y, classes)[:, :-1],
            "The last class has no column, so that its rows are all zeros.",
        ),
        Misconception(
            "label-as-value",
            lambda y, classes: _with(y, classes, y),
            "The label itself stands where the one should, so that class 0 has a row of zeros.",
        ),
        Misconception(
            "label-plus-one-as-value",
            lambda y, classes: _with(y, classes, y + 1),
            "The marks have different sizes; no class is larger than another.",
        ),
        Misconception(
            "swapped",
            lambda y, classes: 1 - _one_hot(y, classes),
            "Zeros and ones are swapped: every class is marked except the right one.",
        ),
        Misconception(
            "minus-ones",
            lambda y, classes: 2 * _one_hot(y, classes) - 1,
            "The other classes have −1, which is not a probability.",
        ),
        Misconception(
            "reversed",
            lambda y, classes: _one_hot(y, classes)[:, ::-1],
            "The columns are in reverse order: class 0 should come first.",
        ),
        Misconception(
            "rows-reversed",
            lambda y, classes: _one_hot(y, classes)[::-1],
            "The examples are in reverse order.",
        ),
        Misconception(
            "thermometer",
            lambda y, classes: (np.arange(classes) <= y[:, None]) * 1.0,
            "All columns up to the label hold a one: that says the classes are steps of a ladder.",
        ),
        Misconception(
            "bits",
            lambda y, classes: (y[:, None] >> np.arange(classes)) & 1,
            "That is the label as a binary number: several classes are marked in a row.",
        ),
        Misconception(
            "every-row-alike",
            _every_row,
            "Every row has the ones of all examples: each example marks only a place in its own.",
        ),
        Misconception(
            "first-row-only",
            _first_row,
            "Only the first example is marked: the return comes too early, or the loop is missing.",
        ),
        Misconception(
            "identity",
            lambda _y, classes: np.eye(classes),
            "That is the table of all classes; the labels still have to choose rows from it.",
        ),
        Misconception(
            "diagonal",
            lambda y, classes: np.eye(len(y), classes),
            "The ones run down the diagonal, whatever the labels are.",
        ),
        Misconception(
            "flat",
            lambda y, classes: _one_hot(y, classes).ravel(),
            "All rows are strung together in one.",
        ),
        Misconception(
            "axis-between",
            lambda y, classes: _one_hot(y, classes)[:, None, :],
            "There is an axis too many between examples and classes: y is a row, not a column.",
        ),
        Misconception(
            "counted",
            lambda y, classes: _one_hot(y, classes).sum(axis=0),
            "That is how often each class occurs; each example needs a row of its own.",
        ),
        Misconception(
            "share",
            lambda y, classes: _one_hot(y, classes) / len(y),
            "The marks are divided by the number of examples, where each row should add up to 1.",
        ),
        Misconception(
            "all-zeros",
            lambda y, classes: np.zeros((len(y), classes)),
            "The table has the right shape, and nothing is written into it.",
        ),
    ),
    hints=(
        "Classes have no order and no size: each gets a column, and an example marks one.",
        "Row i has a 1 in column y[i] and 0 elsewhere; the shape is (n, classes).",
        "Either write ones at [np.arange(n), y] into zeros, or pick rows of np.eye(classes).",
    ),
)
