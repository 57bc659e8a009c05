"""Truths and predictions that tell mistakes apart: rows, tables, single examples, certainties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]

CERTAIN: Final = "probabilities of 0 and 1"


def measurements(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """True and predicted numbers, none of them equal."""
    yield "a row of numbers", np.array([1.0, 2.0]), np.array([1.5, 4.0])
    yield "a row of numbers", np.array([3, -1, 2, 0]), np.array([1, 1, 5, 4])
    yield "a row of numbers", rng.normal(size=5), rng.normal(size=5) + 0.75
    yield "a row of numbers", np.array([-2.0]), np.array([1.5])
    table = np.array([[1.0, 0.5, -2.0], [0.25, 3.0, 1.0]])
    yield "a table", table, np.array([[2.0, 0.25, 1.0], [0.75, 1.5, -1.0]])
    yield "a table", rng.normal(size=(4, 3)), rng.normal(size=(4, 3)) - 0.5
    yield "a table", rng.normal(size=(3, 3)), rng.normal(size=(3, 3)) + 0.5
    yield "a table", np.array([[1.0], [2.0], [4.0], [0.5]]), np.array([[2.0], [0.5], [1.0], [2.5]])
    yield "a table", np.array([[1.0, 2.0, 4.0]]), np.array([[0.5, 4.0, 3.0]])


def answers(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Answers of 0 and 1, and probabilities that are neither."""
    yield "a row of numbers", np.array([1.0, 0.0]), np.array([0.9, 0.2])
    yield "a row of numbers", np.array([1, 1, 0, 1]), np.array([0.8, 0.3, 0.6, 0.55])
    yield "a row of numbers", np.array([0.0, 1.0, 1.0, 0.0, 0.0]), rng.uniform(0.1, 0.9, 5)
    yield "a row of numbers", np.array([1.0]), np.array([0.7])
    table = np.array([[1, 0, 1], [0, 0, 1]])
    yield "a table", table, np.array([[0.6, 0.3, 0.9], [0.15, 0.75, 0.4]])
    yield "a table", np.array([[1.0, 0.0], [1, 1], [0, 0], [0, 1]]), rng.uniform(0.1, 0.9, (4, 2))
    yield "a table", np.eye(3), rng.uniform(0.1, 0.9, (3, 3))
    yield "a table", np.array([[1.0], [0.0], [0.0]]), np.array([[0.8], [0.35], [0.1]])


def certain_answers(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Probabilities of exactly 0 and 1 among others: first right ones, then wrong ones."""
    yield CERTAIN, np.array([1.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.5])
    yield CERTAIN, np.array([1.0, 0.0, 1.0]), np.array([0.0, 0.5, 0.25])
    yield CERTAIN, np.array([1.0, 0.0]), np.array([0.25, 1.0])
    yield CERTAIN, np.array([0.0, 0.0, 1.0, 1.0]), np.array([1.0, 0.25, 0.75, 0.5])
    yield CERTAIN, np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[0.0, 1.0], [0.3, 0.2]])
    # Each answer meets a probability of 0, one of 1, and two others.
    order = rng.permutation(8)
    p = np.append(rng.uniform(0.2, 0.8, 4).round(2), [0.0, 0.0, 1.0, 1.0])
    yield CERTAIN, np.array([0.0, 1.0] * 4)[order], p[order]


def classes(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """One-hot rows, and rows of probabilities that are neither 0 nor 1."""
    yield "one example", np.array([[0.0, 1.0, 0.0]]), np.array([[0.2, 0.7, 0.1]])
    yield "one example", np.array([[1, 0]]), np.array([[0.25, 0.75]])
    yield "one example", one_hot(rng, 1, 4), probabilities(rng, 1, 4)
    two = np.array([[0.2, 0.5, 0.3], [0.6, 0.3, 0.1]])
    yield "several examples", np.array([[1, 0, 0], [0, 0, 1]]), two
    for rows, columns in ((4, 3), (2, 4), (3, 3), (5, 2)):
        yield "several examples", one_hot(rng, rows, columns), probabilities(rng, rows, columns)


def certain_classes(rng: Generator) -> Iterator[tuple[Any, ...]]:
    """Rows in which one class has all the probability: the right one, or a wrong one."""
    y = np.array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    yield CERTAIN, y, np.array([[0.0, 1.0, 0.0], [0.5, 0.25, 0.25]])
    yield CERTAIN, y, np.array([[1.0, 0.0, 0.0], [0.2, 0.7, 0.1]])
    yield CERTAIN, y, np.array([[0.0, 0.0, 1.0], [0.0, 0.5, 0.5]])
    y = np.eye(3)[rng.permutation(3)]
    # A row is certain and right, the next one certain and wrong, the last one neither.
    yield CERTAIN, y, np.concatenate([y[:1], y[:1], probabilities(rng, 1, 3)])


def one_hot(rng: Generator, rows: int, columns: int) -> Array:
    """Rows with a single 1, not all in one column."""
    right = (rng.integers(columns) + np.arange(rows) * (1 + rows % 2)) % columns
    return np.asarray(np.eye(columns)[right])


def ties(rng: Generator) -> Iterator[tuple[Array, Array]]:
    """True and predicted numbers, some of them equal."""
    yield np.array([1.0, 2.0, 0.5]), np.array([3.0, 2.0, -1.0])
    yield np.array([[1.0, 2.0], [0.0, -1.5]]), np.array([[1.0, 0.5], [0.0, 2.0]])
    for shape in ((6,), (3, 4)):
        y = rng.integers(-6, 7, shape) / 2
        misses = rng.permutation(np.resize([0.0, 1.5, -2.0], y.size)).reshape(shape)
        yield y, y + misses


def probabilities(rng: Generator, rows: int, columns: int) -> Array:
    """Rows of probabilities that add up to 1, none of them small."""
    parts = rng.uniform(0.3, 1, (rows, columns))
    return np.asarray(parts / parts.sum(axis=1, keepdims=True))
