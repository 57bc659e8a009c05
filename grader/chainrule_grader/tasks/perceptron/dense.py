"""A dense layer: many neurons with the same inputs, computed in one product."""

from __future__ import annotations

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
    INTEGERS,
    NEGATED,
    ONE_ADDED,
    ROUNDED,
    TRANSPOSED,
)
from chainrule_grader.tasks.perceptron._mistakes import LOOPS, SUM, Array


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    W = np.array([[3.0, 0.5, -1.0], [-2.0, 1.0, 0.25]])
    b = np.array([1.0, -2.0, 0.75])
    yield "one example", np.array([[-1.0, 2.0]]), W, b
    yield "one example", rng.normal(size=(1, 2)).round(2), W, b
    yield "several examples", np.array([[-1.0, 2.0], [4.0, 0.5]]), W, b
    matrices = np.array([[1, 2], [3, -4], [0, 5]]), np.array([[2, -1], [1, 3]])
    yield "several examples", *matrices, np.array([0.5, -0.25])
    yield "several examples", rng.normal(size=(3, 3)), rng.normal(size=(3, 3)), b
    yield "several examples", rng.normal(size=(5, 4)), rng.normal(size=(4, 2)), np.array([2, -1])
    yield "one neuron", rng.normal(size=(4, 3)), rng.normal(size=(3, 1)), np.array([1.5])


def _dense(X: Array, W: Array, b: Array) -> Array:
    return np.asarray(X @ W + b)


def _same(value: Any) -> Any:
    return value


def _make(
    chosen: slice = slice(None),
    weights: Callable[[Array], Array] = _same,
    product: Callable[[Array, Array], Any] = np.matmul,
    bias: Callable[[Array, Array], Any] = np.add,
    times: Callable[[Array], int] = lambda _W: 1,
    store: Callable[[Array, Any], Any] = lambda _X, z: z,
    neurons: Callable[[Any], Any] = _same,
) -> Implementation:
    """Return a product of inputs and weights, to which the biases are added."""

    def dense(X: Array, W: Array, b: Array) -> Any:
        z = product(X[:, chosen], weights(W)[chosen])
        return neurons(store(X, bias(z, times(W) * b)))

    return dense


def _first_neuron(out: Array) -> Array:
    return np.where(np.arange(out.shape[1]) == 0, out, 0)


def _without_last_neuron(out: Array) -> Array:
    return np.where(np.arange(out.shape[1]) < out.shape[1] - 1, out, 0)


def _with(name: str, activation: Implementation, **pieces: Any) -> Misconception:
    message = f"You apply {name} to the result; this layer has no activation function."
    return switch(f"with-{name.lower()}", message, result=activation, **pieces)


TASK = Task(
    reference=_dense,
    make=_make,
    observe=calls(_inputs),
    uses=("perceptron/weighted_sum",),
    misconceptions=(
        switch("no-bias", "You do not use the biases; add b.", bias=lambda z, _b: z),
        switch(
            "bias-subtracted",
            "The biases have the wrong sign; add them.",
            bias=np.subtract,
        ),
        switch("bias-multiplied", "You multiply by the biases; add them.", bias=np.multiply),
        switch(
            "bias-returned",
            "You return the products and the biases separately; add them.",
            bias=lambda z, b: (z, b),
        ),
        switch(
            "bias-twice", "You add the biases twice; add them once.", bias=lambda z, b: z + 2 * b
        ),
        switch(
            "all-biases-for-each",
            "You add the sum of all biases to each neuron; each neuron has its own bias.",
            bias=lambda z, b: z + b.sum(),
        ),
        switch(
            "first-bias-for-all",
            "You add the first bias to each neuron; each neuron has its own bias.",
            bias=lambda z, b: z + b[0],
        ),
        switch(
            "last-bias-for-all",
            "You add the last bias to each neuron; each neuron has its own bias.",
            bias=lambda z, b: z + b[-1],
        ),
        switch(
            "mean-bias",
            "You add the mean of the biases to each neuron; each neuron has its own bias.",
            bias=lambda z, b: z + b.mean(),
        ),
        switch(
            "bias-as-a-column",
            "Your biases are a column, so they go to the examples; they belong to the neurons.",
            bias=lambda z, b: z + b[:, np.newaxis],
        ),
        switch(
            "bias-in-one-example",
            "You add the biases to the first example only; add them to each example.",
            bias=lambda z, b: z + np.eye(len(z))[:, :1] * b,
        ),
        switch(
            "bias-is-one",
            "You add 1 in place of the biases; add b.",
            bias=lambda z, _b: z + 1,
        ),
        switch(
            "biases-reversed",
            "Your biases are in reverse order; the first bias belongs to the first neuron.",
            bias=lambda z, b: z + b[::-1],
        ),
        switch(
            "weights-transposed",
            "You transpose W; W already has one column for each neuron.",
            weights=np.transpose,
        ),
        switch(
            "inputs-reversed",
            "The rows of W are in reverse order; the first row belongs to the first input.",
            weights=lambda W: W[::-1],
        ),
        switch(
            "weights-first",
            "You compute W X; each row of X is an example, so compute X W.",
            product=lambda X, W: W @ X,
        ),
        switch(
            "transposed-before-the-bias",
            "You transpose the product before you add the biases; keep one row for each example.",
            product=lambda X, W: (X @ W).T,
        ),
        switch(
            "examples-as-columns",
            "Your formula is for examples in columns; here each row of X is an example.",
            product=lambda X, W: W.T @ X,
            bias=lambda z, b: z + b[:, np.newaxis],
        ),
        switch(
            "entry-by-entry",
            "You multiply the matrices entry by entry; use the matrix product.",
            product=np.multiply,
        ),
        switch(
            "products-not-added",
            "You multiply inputs and weights, but do not add the products of a neuron; use @.",
            product=lambda X, W: X[:, :, np.newaxis] * W,
        ),
        switch(
            "mean-of-the-inputs",
            "You average the products of a neuron; add them.",
            product=lambda X, W: X @ W / len(W),
        ),
        switch(
            "outer",
            "You use np.outer, which multiplies every entry by every entry; use @.",
            product=np.outer,
        ),
        switch(
            "running-total",
            "You continue with the sum of the neuron before; start each neuron at 0.",
            product=lambda X, W: np.cumsum(X @ W, axis=1),
        ),
        switch(
            "running-total-over-examples",
            "You continue with the sums of the example before; start each example at 0.",
            product=lambda X, W: np.cumsum(X @ W, axis=0),
        ),
        switch(
            "bias-for-each-input",
            "You add the biases once for each input; add them once for each example.",
            times=len,
        ),
        switch(
            "without-last-input",
            "You leave out the last input; the loop must include it.",
            chosen=slice(-1),
        ),
        switch(
            "without-first-input",
            "You leave out the first input; indices start at 0.",
            chosen=slice(1, None),
        ),
        switch(
            "first-input-only",
            "You use the first input only; add the products of all inputs.",
            chosen=slice(1),
        ),
        switch(
            "last-input-only",
            "You use the last input only, as `=` in a loop does; add the products with `+=`.",
            chosen=slice(-1, None),
        ),
        switch(
            "cut-to-integers",
            "If X holds integers, your result does as well and loses its decimals; use floats.",
            store=lambda X, z: np.asarray(z).astype(X.dtype),
        ),
        TRANSPOSED,
        FLATTENED,
        switch(
            "one-neuron-for-all",
            "You return the first neuron only; return one column for each neuron.",
            neurons=lambda out: out[:, 0],
        ),
        switch(
            "first-neuron-only",
            "Only the first neuron is computed, the others are 0; compute every column.",
            neurons=_first_neuron,
        ),
        switch(
            "without-last-neuron",
            "Your last neuron is always 0; the loop must include it.",
            neurons=_without_last_neuron,
        ),
        switch(
            "neurons-reversed",
            "Your neurons are in reverse order; the first column belongs to the first neuron.",
            neurons=lambda out: out[:, ::-1],
        ),
        switch(
            "sum-over-the-neurons",
            "You add the results of all neurons; return one column for each neuron.",
            neurons=lambda out: out.sum(axis=1),
        ),
        switch(
            "sum-over-each-column",
            "You add the results of all examples; return one row for each example.",
            neurons=lambda out: out.sum(axis=0),
        ),
        switch(
            "mean-over-each-column",
            "You average the results of all examples; return one row for each example.",
            neurons=lambda out: out.mean(axis=0),
        ),
        switch(
            "absolute",
            "You return absolute values; keep the signs.",
            result=np.abs,
        ),
        _with("sigmoid", activations.sigmoid),
        _with("tanh", np.tanh),
        _with("ReLU", activations.relu),
        # Softmax hides a bias that all neurons share, so it is combined with no wrong bias.
        _with("softmax", activations.softmax, bias=np.add),
        _with("step", activations.step),
        *LOOPS,
        SUM,
        NEGATED,
        DOUBLED,
        ONE_ADDED,
        INTEGERS,
        *ROUNDED,
    ),
    hints=(
        "A column of W holds the weights of one neuron. Each neuron gets every example.",
        "X W is one matrix product; NumPy adds a vector of shape (k,) to every row of a matrix.",
        "X @ W computes all sums at once. Then add b, without a loop.",
    ),
)
