"""Any number of linear layers is one linear layer: the product of their weights."""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.activations._inputs import Array


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    first, second = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([[3.0, 0.0], [1.0, 2.0]])
    yield "square layers", [first, second]
    yield "square layers", [rng.normal(size=(3, 3)) for _ in range(3)]
    sizes = [4, 3, 2, 5]
    shapes = list(itertools.pairwise(sizes))
    yield "layers of any size", [rng.normal(size=shape) for shape in shapes[:2]]
    yield "layers of any size", [rng.normal(size=shape) for shape in shapes]
    yield "layers of any size", [rng.normal(size=(2, 3))]


def _collapse(weights: list[Array]) -> Array:
    return functools.reduce(np.matmul, weights)


def _reversed(weights: list[Array]) -> Array:
    return _collapse(weights[::-1])


def _transposed(weights: list[Array]) -> Array:
    return _collapse(weights).T


def _without_last(weights: list[Array]) -> Array:
    return _collapse(weights[:-1] or weights)


def _emptied(weights: list[Array]) -> Array:
    product = weights.pop(0)
    while weights:
        product = product @ weights.pop(0)
    return product


def _of_transposes(weights: list[Array]) -> Array:
    return _collapse([matrix.T for matrix in weights])


def _in_place(weights: list[Array]) -> Array:
    product = weights[0]
    for matrix in weights[1:]:
        product @= matrix
    return product


def _added_in_place(weights: list[Array]) -> Array:
    product = weights[0]
    for matrix in weights[1:]:
        product += product @ matrix
    return product


def _bent(bend: activations.Activation) -> Iterator[Misconception]:
    """An activation after each product, or after each layer but the last."""
    message = f"There is a {bend.name} between the layers; those of this network are linear."
    yield Misconception(
        f"{bend.name}-of-products",
        lambda weights: functools.reduce(lambda a, b: bend(a @ b), weights),
        message,
    )
    yield Misconception(
        f"{bend.name}-between",
        lambda weights: functools.reduce(lambda a, b: bend(a) @ b, weights),
        message,
    )


TASK = Task(
    reference=_collapse,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "reversed",
            _reversed,
            "The layers are multiplied in reverse, as if the last one saw the input first.",
        ),
        Misconception(
            "entry-by-entry",
            lambda weights: functools.reduce(operator.mul, weights),
            "The matrices are multiplied entry by entry, where rows should meet columns.",
        ),
        Misconception(
            "sum",
            lambda weights: functools.reduce(operator.add, weights),
            "The matrices are added; layers act one after another.",
        ),
        Misconception(
            "first-two",
            lambda weights: _collapse(weights[:2]),
            "Only the first two layers are there: a network may have any number.",
        ),
        Misconception(
            "without-last",
            _without_last,
            "The last layer is missing: the loop ends one too early.",
        ),
        Misconception(
            "without-first",
            lambda weights: _collapse(weights[1:] or weights),
            "The first layer is missing.",
        ),
        Misconception(
            "first-and-last",
            lambda weights: weights[0] @ weights[-1] if len(weights) > 1 else weights[0],
            "The layers between the first and the last are missing.",
        ),
        Misconception(
            "transposed",
            _transposed,
            "The result is transposed: its rows should stand for the inputs.",
        ),
        Misconception(
            "of-transposes",
            _of_transposes,
            "Every matrix is transposed before it is multiplied; examples are rows in this course.",
        ),
        Misconception(
            "empties-the-list",
            _emptied,
            "It takes the matrices out of the list that it was given, and leaves it empty.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into the first matrix that it was given; only square layers fit in there.",
        ),
        Misconception(
            "first-only",
            lambda weights: weights[0],
            "Only the first layer is there: what comes after it is never used.",
        ),
        Misconception(
            "last-only",
            lambda weights: weights[-1],
            "Only the last layer is there: what came before it is lost.",
        ),
        Misconception(
            "last-two",
            lambda weights: _collapse(weights[-2:]),
            "Only the last two layers are there: what came before them is lost.",
        ),
        Misconception(
            "first-twice",
            lambda weights: _collapse([weights[0], *weights]),
            "The first layer is there twice: the loop meets it again.",
        ),
        Misconception(
            "last-twice",
            lambda weights: _collapse([*weights, weights[-1]]),
            "The last layer is there twice: the loop takes one step too many.",
        ),
        Misconception(
            "inner",
            lambda weights: functools.reduce(np.inner, weights),
            "Rows meet rows, where they should meet columns: each next matrix is transposed.",
        ),
        Misconception(
            "sum-of-products",
            lambda weights: functools.reduce(lambda a, b: a + a @ b, weights),
            "Each product is added to what was there before, instead of taking its place.",
        ),
        Misconception(
            "sum-of-products-in-place",
            _added_in_place,
            "Each product is added to what was there before, and spoils the first matrix given.",
        ),
        Misconception(
            "partial-products",
            lambda weights: list(itertools.accumulate(weights, np.matmul)),
            "All the products on the way are in a list, where one matrix stands for them.",
        ),
        *_bent(activations.relu),
        *_bent(activations.tanh),
        *_bent(activations.sigmoid),
    ),
    hints=(
        "What one layer gives, the next one takes: x W₀, then (x W₀) W₁, and so on.",
        "x W₀ W₁ W₂ = x (W₀ W₁ W₂), so the one matrix is the product, in the order of the layers.",
        "Begin with the first matrix and, for each of the others, multiply it on from the right.",
    ),
)
