"""The confusion matrix: how many examples of each class are predicted as each class."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from chainrule import metrics
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import NEGATED

Array: TypeAlias = NDArray[Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "two classes", np.array([0, 0, 1, 1, 1, 0]), np.array([0, 1, 1, 1, 1, 1]), 2
    yield "two classes", rng.integers(2, size=16), rng.integers(2, size=16), 2
    y, y_hat = np.array([2, 0, 1, 2, 2, 0, 2]), np.array([2, 1, 1, 0, 0, 1, 2])
    yield "several classes", y, y_hat, 3
    y = rng.integers(4, size=40)
    yield "several classes", y, np.where(rng.random(40) < 0.5, y, rng.integers(4, size=40)), 4
    yield "missing classes", np.array([0, 2, 2]), np.array([0, 0, 2]), 3
    yield "missing classes", np.array([1, 1, 3, 1]), np.array([3, 1, 1, 3]), 5
    yield "missing classes", np.array([1]), np.array([2]), 4
    seen = rng.permutation(6)[:3]
    yield "missing classes", rng.choice(seen, 9), rng.choice(seen, 9), 6


Size: TypeAlias = Callable[[Array, Array, int], int]


def _add_each(matrix: Array, y: Array, y_hat: Array) -> None:
    np.add.at(matrix, (y, y_hat), 1)


def _add_once(matrix: Array, y: Array, y_hat: Array) -> None:
    matrix[y, y_hat] += 1


def _add_to_rows(matrix: Array, y: Array, _y_hat: Array) -> None:
    np.add.at(matrix, y, 1)


def _add_to_columns(matrix: Array, _y: Array, y_hat: Array) -> None:
    np.add.at(matrix.T, y_hat, 1)


def _add_both(matrix: Array, y: Array, y_hat: Array) -> None:
    _add_to_rows(matrix, y, y_hat)
    _add_to_columns(matrix, y, y_hat)


def _add_either(matrix: Array, y: Array, y_hat: Array) -> None:
    _add_both(matrix, y, y_hat)
    np.subtract.at(matrix, (y, y_hat), 1)


def _add_all_pairs(matrix: Array, y: Array, y_hat: Array) -> None:
    for a in y:
        np.add.at(matrix, (a, y_hat), 1)


def _make(
    add: Callable[[Array, Array, Array], None] = _add_each,
    size: Size = lambda _y, _y_hat, classes: classes,
    start: float = 0.0,
) -> Implementation:
    """Return a table of counts, cut to its size."""

    def confusion_matrix(y: Array, y_hat: Array, classes: int) -> Array:
        y, y_hat = y.astype(int), y_hat.astype(int)
        largest = int(max(y.max(initial=0), y_hat.max(initial=0), classes)) + 2
        matrix = np.full((largest, largest), start)
        add(matrix, y, y_hat)
        n = size(y, y_hat, int(classes))
        return matrix[:n, :n].copy()

    return confusion_matrix


def _counted(y: Array, y_hat: Array, classes: int) -> Array:
    return metrics.confusion_matrix(y, y_hat, int(classes))


def _numbered(y: Array, y_hat: Array, _classes: int) -> tuple[Array, Array, int]:
    """Number only the classes that occur."""
    names = np.unique([y, y_hat])
    return np.searchsorted(names, y), np.searchsorted(names, y_hat), len(names)


def _true_classes(y: Array, y_hat: Array, _classes: int) -> Array:
    names = np.unique(y)
    return np.array([[np.sum((y == a) & (y_hat == b)) for b in names] for a in names])


def _rows(matrix: Array) -> Array:
    return np.asarray(matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1))


def _with_totals(matrix: Array) -> Array:
    return np.vstack([matrix, matrix.sum(axis=0)])


TASK = Task(
    reference=_counted,
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "transposed",
            "Your matrix is transposed: rows must be true classes, columns predicted classes.",
            result=np.transpose,
        ),
        switch(
            "counted-once",
            "You count each pair of classes at most once; count every example.",
            add=_add_once,
        ),
        switch(
            "only-classes-seen",
            "Your matrix has rows only for classes that occur; it needs a row for every class.",
            arguments=_numbered,
        ),
        switch(
            "size-from-largest-label",
            "You take the size from the largest label; use the argument classes.",
            size=lambda y, y_hat, _classes: int(max(y.max(), y_hat.max())) + 1,
        ),
        switch(
            "one-class-too-many",
            "Your matrix has one row and one column too many; make classes of each.",
            size=lambda _y, _y_hat, classes: classes + 1,
        ),
        switch(
            "one-class-too-few",
            "Your matrix has no row and no column for the last class; every class needs both.",
            size=lambda _y, _y_hat, classes: classes - 1,
        ),
        switch(
            "begins-at-one",
            "Every entry of your matrix is too large by 1; start with zeros.",
            start=1.0,
        ),
        switch(
            "last-example-missing",
            "You do not count the last example; the loop must include it.",
            arguments=lambda y, y_hat, classes: (y[:-1], y_hat[:-1], classes),
        ),
        switch(
            "first-example-missing",
            "You do not count the first example; the loop must start at index 0.",
            arguments=lambda y, y_hat, classes: (y[1:], y_hat[1:], classes),
        ),
        switch(
            "from-one",
            "You subtract 1 from the labels, but the classes are numbered from 0.",
            arguments=lambda y, y_hat, classes: ((y - 1) % classes, (y_hat - 1) % classes, classes),
        ),
        switch(
            "truth-only",
            "You use the true labels for the columns as well; columns are predicted classes.",
            arguments=lambda y, _y_hat, classes: (y, y, classes),
        ),
        switch(
            "prediction-only",
            "You use the predictions for the rows as well; rows are true classes.",
            arguments=lambda _y, y_hat, classes: (y_hat, y_hat, classes),
        ),
        switch(
            "shares-of-rows",
            "You divide each row by its sum; return the counts.",
            result=_rows,
        ),
        switch(
            "shares-of-columns",
            "You divide each column by its sum; return the counts.",
            result=lambda matrix: _rows(matrix.T).T,
        ),
        switch(
            "shares-of-all",
            "You divide by the number of examples; return the counts.",
            result=lambda matrix: matrix / max(matrix.sum(), 1),
        ),
        switch(
            "percent",
            "You return percentages of all examples; return the counts.",
            result=lambda matrix: 100 * matrix / max(matrix.sum(), 1),
        ),
        switch(
            "divided-by-classes",
            "You divide by the number of classes; return the counts.",
            result=lambda matrix: matrix / max(len(matrix), 1),
        ),
        switch(
            "doubled",
            "You count every example twice; count it once.",
            result=lambda matrix: 2 * matrix,
        ),
        switch(
            "diagonal",
            "You count only the right predictions; count the wrong ones outside the diagonal too.",
            result=lambda matrix: np.diag(np.diag(matrix)),
        ),
        switch(
            "hits-by-class",
            "You return one count for each class; return a matrix with classes rows and columns.",
            result=np.diag,
        ),
        switch(
            "row-sums",
            "You return the number of examples of each true class; return a matrix of counts.",
            result=lambda matrix: matrix.sum(axis=1),
        ),
        switch(
            "mistakes-only",
            "You count only the wrong predictions; count the right ones on the diagonal too.",
            result=lambda matrix: matrix * (1 - np.eye(len(matrix))),
        ),
        switch(
            "upper-triangle",
            "The entries below the diagonal are 0; count these examples too.",
            result=np.triu,
        ),
        switch(
            "backwards",
            "Your classes are in reverse order; class 0 must come first.",
            result=lambda matrix: matrix[::-1, ::-1],
        ),
        switch(
            "columns-backwards",
            "Your columns are in reverse order; class 0 must come first.",
            result=lambda matrix: matrix[:, ::-1],
        ),
        switch(
            "rows-backwards",
            "Your rows are in reverse order; class 0 must come first.",
            result=lambda matrix: matrix[::-1],
        ),
        switch(
            "flat",
            "You return a flat array; return a matrix with one row for each true class.",
            result=np.ravel,
        ),
        switch(
            "both-ways",
            "You count each wrong prediction at (a, b) and at (b, a); count it once.",
            result=lambda matrix: matrix + matrix.T - np.diag(np.diag(matrix)),
        ),
        switch(
            "with-totals",
            "Your matrix has an extra row with the sums; return only the counts.",
            result=_with_totals,
        ),
        switch(
            "column-of-totals",
            "Your matrix has an extra column with the sums; return only the counts.",
            result=lambda matrix: np.column_stack([matrix, matrix.sum(axis=1)]),
        ),
        switch(
            "all-totals",
            "Your matrix has an extra row and an extra column with the sums; return only the "
            "counts.",
            result=lambda matrix: _with_totals(_with_totals(matrix).T).T,
        ),
        switch(
            "squared",
            "You square the counts; return the counts themselves.",
            result=lambda matrix: matrix**2,
        ),
        switch(
            "whole-row",
            "You add 1 to a whole row; add 1 only to the entry of the predicted class.",
            add=_add_to_rows,
        ),
        switch(
            "whole-column",
            "You add 1 to a whole column; add 1 only to the entry of the true class.",
            add=_add_to_columns,
        ),
        switch(
            "all-pairs",
            "You combine every label with every prediction; combine only those of one example.",
            add=_add_all_pairs,
        ),
        switch(
            "either",
            "You count examples in which one of the two labels fits; both must fit.",
            add=_add_either,
        ),
        switch(
            "sum-of-both",
            "You count labels and predictions separately and add; count the examples where both "
            "fit.",
            add=_add_both,
        ),
        switch(
            "first-example-only",
            "You count only the first example; check whether return stands inside the loop.",
            arguments=lambda y, y_hat, classes: (y[:1], y_hat[:1], classes),
        ),
        switch(
            "last-example-only",
            "You count only the last example; create the matrix before the loop.",
            arguments=lambda y, y_hat, classes: (y[-1:], y_hat[-1:], classes),
        ),
        switch(
            "sorted",
            "You sort the labels, so they no longer belong to the same example.",
            arguments=lambda y, y_hat, classes: (np.sort(y), np.sort(y_hat), classes),
        ),
        switch(
            "always-two",
            "Your matrix always has two classes; make one with classes rows and columns.",
            arguments=lambda y, y_hat, _classes: (np.minimum(y, 1), np.minimum(y_hat, 1), 2),
        ),
        switch(
            "positive-first",
            "You always return [[TP, FP], [FN, TN]]; make a matrix with classes rows and columns.",
            arguments=lambda y, y_hat, _classes: (np.minimum(y, 1), np.minimum(y_hat, 1), 2),
            result=lambda matrix: matrix.T[::-1, ::-1],
        ),
        switch(
            "positive-first-rows-true",
            "You always return [[TP, FN], [FP, TN]]; make a matrix with classes rows and columns.",
            arguments=lambda y, y_hat, _classes: (np.minimum(y, 1), np.minimum(y_hat, 1), 2),
            result=lambda matrix: matrix[::-1, ::-1],
        ),
        switch(
            "number-of-right",
            "You return the number of right predictions; return a matrix with classes rows and "
            "columns.",
            result=np.trace,
        ),
        switch(
            "accuracy",
            "You return the accuracy; return a matrix of counts with classes rows and columns.",
            result=lambda matrix: np.trace(matrix) / max(np.sum(matrix), 1),
        ),
        switch(
            "column-sums",
            "You return how often each class is predicted; return a matrix of counts.",
            result=lambda matrix: matrix.sum(axis=0),
        ),
        NEGATED,
        Misconception(
            "only-true-classes",
            _true_classes,
            "Your matrix has rows only for classes that occur in y; it needs a row for "
            "every class.",
        ),
    ),
    hints=(
        "Start with a matrix of zeros. Every example adds 1 to one entry.",
        "Entry (a, b) is the number of examples with y = a and ŷ = b.",
        "for a, b in zip(y, y_hat): add 1 at [a, b] of np.zeros((classes, classes)).",
    ),
)
