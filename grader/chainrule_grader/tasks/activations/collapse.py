"""Any number of linear layers is one linear layer: the product of their weights."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks._common import (
    DOUBLED,
    FLATTENED,
    HALVED,
    INTEGERS,
    NEGATED,
    ONE_DECIMAL,
    ROUNDED,
    TRANSPOSED,
    WRAPPED,
)
from chainrule_grader.tasks.activations._inputs import Array

Weights = list[Array]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    first, second = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([[3.0, 0.0], [1.0, 2.0]])
    yield "square layers", [first, second]
    yield "square layers", [rng.normal(size=(3, 3)) for _ in range(3)]
    sizes = [4, 3, 2, 5]
    shapes = list(itertools.pairwise(sizes))
    yield "layers of any size", [rng.normal(size=shape) for shape in shapes[:2]]
    yield "layers of any size", [rng.normal(size=shape) for shape in shapes]
    yield "layers of any size", [rng.normal(size=(2, 3))]


def _collapse(weights: Weights) -> Array:
    return functools.reduce(np.matmul, weights)


def _same(matrix: Array) -> Array:
    return matrix


def _make(
    chosen: Callable[[Weights], Weights] = lambda weights: weights,
    order: Callable[[Weights], Weights] = lambda weights: weights,
    matrix: Callable[[Array], Array] = _same,
    product: Callable[[Array, Array], Array] = np.matmul,
    hidden: Callable[[Array], Array] = _same,
    output: Callable[[Array], Array] = _same,
) -> Implementation:
    """Return a product of some matrices, with functions between the layers and after them."""

    def collapse(weights: Weights) -> Array:
        matrices = [matrix(one) for one in order(chosen(weights))]
        return functools.reduce(lambda a, b: output(product(hidden(a), b)), matrices)

    return collapse


def _with_activation(activation: activations.Activation) -> tuple[Misconception, ...]:
    name = activation.name
    return (
        switch(
            f"{name}-after-each-product",
            f"You apply {name} after each product; this network has no activation functions.",
            output=activation,
        ),
        switch(
            f"{name}-between",
            f"You apply {name} between the layers; this network has no activation functions.",
            hidden=activation,
        ),
        switch(
            f"{name}-at-the-end",
            f"You apply {name} to the result; this network has no activation functions.",
            result=activation,
        ),
    )


TASK = Task(
    reference=_collapse,
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "reversed",
            "You multiply in reverse order; the matrix of the first layer stands on the left.",
            order=lambda weights: weights[::-1],
        ),
        switch(
            "entry-by-entry",
            "You multiply the matrices entry by entry; use the matrix product.",
            product=np.multiply,
        ),
        switch("sum", "You add the matrices; multiply them.", product=np.add),
        switch(
            "first-two",
            "You use the first two matrices only; use all matrices of the list.",
            chosen=lambda weights: weights[:2],
        ),
        switch(
            "exactly-two",
            "You use exactly two matrices; the list can have any number of them.",
            chosen=lambda weights: [weights[0], weights[1]],
        ),
        switch(
            "without-last",
            "You leave out the last matrix; the loop must include it.",
            chosen=lambda weights: weights[:-1] or weights,
        ),
        switch(
            "without-first",
            "You leave out the first matrix; start with weights[0].",
            chosen=lambda weights: weights[1:] or weights,
        ),
        switch(
            "first-and-last",
            "You use the first and the last matrix only; use all matrices of the list.",
            chosen=lambda weights: [weights[0], *weights[1:][-1:]],
        ),
        switch(
            "first-only",
            "You return the first matrix; multiply it by all the others.",
            chosen=lambda weights: weights[:1],
        ),
        switch(
            "last-only",
            "You return the last matrix only; multiply all matrices.",
            chosen=lambda weights: weights[-1:],
        ),
        switch(
            "last-two",
            "You use the last two matrices only; use all matrices of the list.",
            chosen=lambda weights: weights[-2:],
        ),
        switch(
            "first-twice",
            "You multiply by the first matrix twice; the loop must begin with the second matrix.",
            chosen=lambda weights: [weights[0], *weights],
        ),
        switch(
            "last-twice",
            "You multiply by the last matrix twice; use each matrix once.",
            chosen=lambda weights: [*weights, weights[-1]],
        ),
        switch(
            "first-repeated",
            "You multiply the first matrix by itself each time; multiply by the next matrix.",
            chosen=lambda weights: weights[:1] * len(weights),
        ),
        switch(
            "of-transposes",
            "You transpose each matrix before you multiply; multiply the matrices as they are.",
            matrix=np.transpose,
        ),
        switch(
            "inner",
            "You transpose the second factor of each product, as np.inner does; use @.",
            product=np.inner,
        ),
        switch(
            "outer",
            "You use the outer product of all entries; use the matrix product.",
            product=np.outer,
        ),
        switch(
            "kronecker",
            "You use the Kronecker product; use the matrix product.",
            product=np.kron,
        ),
        switch(
            "scalar-product",
            "You reduce two matrices to one number; use the matrix product.",
            product=np.vdot,
        ),
        switch(
            "sum-of-products",
            "You add each product to the matrix before it; replace the matrix by the product.",
            product=lambda a, b: a + a @ b,
        ),
        *_with_activation(activations.relu),
        *_with_activation(activations.tanh),
        *_with_activation(activations.sigmoid),
        TRANSPOSED,
        FLATTENED,
        WRAPPED,
        NEGATED,
        DOUBLED,
        HALVED,
        INTEGERS,
        switch(
            "diagonal",
            "You return the diagonal of the product only; return the whole matrix.",
            result=np.diag,
        ),
        ONE_DECIMAL,
        *ROUNDED,
        Misconception(
            "mean",
            lambda weights: sum(weights) / len(weights),
            "You return the mean of the matrices; multiply them.",
        ),
        Misconception(
            "partial-products",
            lambda weights: list(itertools.accumulate(weights, np.matmul)),
            "You return a list of all intermediate products; return the last one alone.",
        ),
        Misconception(
            "list-itself",
            lambda weights: weights,
            "You return the list of matrices; return one matrix, their product.",
        ),
    ),
    hints=(
        "The output of one layer is the input of the next: x W₀, then (x W₀) W₁, and so on.",
        "The matrix product is associative: (x W₀) W₁ = x (W₀ W₁). The order of factors matters.",
        "Start with weights[0]; in a loop over weights[1:], multiply by each matrix on the right.",
    ),
)
