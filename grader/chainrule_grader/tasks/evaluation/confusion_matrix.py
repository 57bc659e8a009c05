"""What is taken for what, class by class."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from chainrule import metrics
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task

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


def _counted(y: Array, y_hat: Array, classes: int) -> Array:
    return metrics.confusion_matrix(y, y_hat, int(classes))


def _by_name(y: Array, y_hat: Array, _classes: int) -> Array:
    names = list(np.unique([y, y_hat]))
    return np.array([[np.sum((y == a) & (y_hat == b)) for b in names] for a in names])


def _once(y: Array, y_hat: Array, classes: int) -> Array:
    matrix = np.zeros((int(classes), int(classes)))
    matrix[y.astype(int), y_hat.astype(int)] += 1
    return matrix


def _rows(matrix: Array) -> Array:
    return np.asarray(matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1))


def _shifted(y: Array, y_hat: Array, classes: int) -> Array:
    return np.roll(_counted(y, y_hat, classes), -1, axis=(0, 1))


TASK = Task(
    reference=_counted,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "transposed",
            lambda *a: _counted(*a).T,
            "Rows and columns have changed places: yours has a row for each prediction.",
        ),
        Misconception(
            "counted-once",
            _once,
            "Each pair of classes counts only once: += at repeated places adds a single 1.",
        ),
        Misconception(
            "only-classes-seen",
            _by_name,
            "There is a row only for classes that occur; a class without examples has one too.",
        ),
        Misconception(
            "shares-of-rows",
            lambda *a: _rows(_counted(*a)),
            "Your rows are shares; counts are wanted.",
        ),
        Misconception(
            "shares-of-columns",
            lambda *a: _rows(_counted(*a).T).T,
            "Your columns are shares; counts are wanted.",
        ),
        Misconception(
            "shares-of-all",
            lambda y, y_hat, k: _counted(y, y_hat, k) / len(y),
            "Your entries are shares of all examples; counts are wanted.",
        ),
        Misconception(
            "diagonal",
            lambda *a: np.diag(np.diag(_counted(*a))),
            "Only the hits are counted; the mistakes are what the table is for.",
        ),
        Misconception(
            "hits-by-class",
            lambda *a: np.diag(_counted(*a)),
            "You count the hits of each class; what was taken for what is a table.",
        ),
        Misconception(
            "mistakes-only",
            lambda *a: _counted(*a) * (1 - np.eye(int(a[2]))),
            "Only the mistakes are counted; the hits belong on the diagonal.",
        ),
        Misconception(
            "backwards",
            lambda *a: _counted(*a)[::-1, ::-1],
            "The classes stand in reverse order: class 0 comes first.",
        ),
        Misconception(
            "columns-backwards",
            lambda *a: _counted(*a)[:, ::-1],
            "The columns stand in reverse order: class 0 comes first.",
        ),
        Misconception(
            "rows-backwards",
            lambda *a: _counted(*a)[::-1],
            "The rows stand in reverse order: class 0 comes first.",
        ),
        Misconception(
            "from-one",
            _shifted,
            "Rows and columns are shifted by one class: the labels begin at 0, not at 1.",
        ),
        Misconception(
            "one-class-too-many",
            lambda y, y_hat, k: _counted(y, y_hat, k + 1),
            "There is a row and a column more than there are classes.",
        ),
        Misconception(
            "flat",
            lambda *a: _counted(*a).ravel(),
            "The counts stand in one long row; a row for each true class is wanted.",
        ),
        Misconception(
            "both-ways",
            lambda *a: _counted(*a) + _counted(*a).T - np.diag(np.diag(_counted(*a))),
            "Each mistake is counted in both directions, which makes the table symmetric.",
        ),
        Misconception(
            "last-example-missing",
            lambda y, y_hat, k: _counted(y[:-1], y_hat[:-1], k),
            "The last example is not counted: the loop ends one too early.",
        ),
        Misconception(
            "first-example-missing",
            lambda y, y_hat, k: _counted(y[1:], y_hat[1:], k),
            "The first example is not counted: the loop begins one too late.",
        ),
        Misconception(
            "begins-at-one",
            lambda *a: _counted(*a) + 1,
            "Every count is one too large: before the first example all are 0.",
        ),
        Misconception(
            "truth-only",
            lambda y, _y_hat, k: _counted(y, y, k),
            "Every example is counted as a hit: the predictions are not used.",
        ),
        Misconception(
            "prediction-only",
            lambda _y, y_hat, k: _counted(y_hat, y_hat, k),
            "Every example is counted as a hit: the true labels are not used.",
        ),
    ),
    hints=(
        "Start with a table of zeros, and let every example add 1 to one of its places.",
        "Entry (a, b) is the number of examples with y = a and ŷ = b.",
        "for a, b in zip(y, y_hat): add 1 at [a, b] of np.zeros((classes, classes)).",
    ),
)
