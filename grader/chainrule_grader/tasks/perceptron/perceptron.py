"""A neuron: the sigmoid of the weighted sum."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks._common import AS_COLUMN, INTEGERS, NEGATED, ONE_ADDED, ROUNDED
from chainrule_grader.tasks._sigmoid import FORMULA, make_sigmoid
from chainrule_grader.tasks.perceptron._mistakes import EXAMPLES, Array
from chainrule_grader.tasks.perceptron._sums import NO_BIAS, WRONG_SUMS, make_sum


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    w = np.array([3.0, -2.0])
    yield "one example", np.array([[-0.5, 0.75]]), w, 1.0
    yield "one example", np.array([[0.5, 4.0, -0.25]]), np.array([2.0, 0.25, 3.0]), -0.5
    yield "one example", rng.normal(size=(1, 3)).round(2), rng.normal(size=3).round(2), 0.25
    yield "several examples", np.array([[-1.0, 2.0], [0.0, 1.5], [1.0, 0.5]]), w, 1.0
    yield "several examples", np.array([[1, 2], [1, -1], [0, 1]]), np.array([2, -1]), 0.5
    yield "several examples", rng.normal(size=(3, 3)), rng.normal(size=3), 1.25
    yield "several examples", rng.normal(size=(5, 4)), rng.normal(size=4), -0.75
    yield "large sums", np.array([[100.0, -350.0], [-300.0, 50.0], [0.25, 0.5]]), w, 0.5
    X = rng.normal(size=(5, 2)).round(2) * [[300], [-300], [300], [0.5], [0.25]]
    yield "large sums", rng.permutation(X), np.array([4.0, -3.0]), 0.5


def _perceptron(X: Array, w: Array, b: float) -> Array:
    return activations.sigmoid(X @ w + b)


OF_THE_SUM = {"inputs", "chosen", "weights", "multiply", "total", "bias", "store"}
"""The pieces of the weighted sum; the others belong to the sigmoid."""


def _make(
    finish: Callable[[Any, Array, float], Any] = lambda p, _X, _b: p, **pieces: Any
) -> Implementation:
    """Return the sigmoid of the weighted sum, made of the pieces of both."""
    weighted_sum = make_sum(**{name: pieces[name] for name in pieces.keys() & OF_THE_SUM})
    sigmoid = make_sigmoid(**{name: pieces[name] for name in pieces.keys() - OF_THE_SUM})
    return lambda X, w, b: finish(sigmoid(weighted_sum(X, w, b)), X, b)


TASK = Task(
    reference=_perceptron,
    make=_make,
    observe=calls(_inputs),
    uses=("perceptron/weighted_sum",),
    misconceptions=(
        switch(
            "no-activation",
            "You return the weighted sum; apply the sigmoid to it.",
            activation=lambda z: z,
        ),
        NO_BIAS,
        *FORMULA,
        *WRONG_SUMS[1:],
        switch(
            "bias-outside",
            "You add the bias after the sigmoid; add it to the weighted sum before the sigmoid.",
            bias=lambda total, _b, _m: total,
            finish=lambda p, _X, b: p + b,
        ),
        switch(
            "inputs-activated",
            "You apply the sigmoid to the inputs; apply it to the weighted sum.",
            inputs=lambda X, _b: activations.sigmoid(X),
            activation=lambda z: z,
        ),
        switch(
            "products-activated",
            "You apply the sigmoid to each product before you add; apply it to the sum.",
            total=lambda products: products,
            finish=lambda p, _X, _b: p.sum(axis=1),
        ),
        switch(
            "linear-and-clipped",
            "You clip the sum to [0, 1]; apply the sigmoid.",
            activation=lambda z: np.clip(z, 0, 1),
        ),
        switch(
            "largest-is-one",
            "You divide the sums by the largest one; apply the sigmoid to each sum.",
            activation=lambda z: z / np.abs(z).max(),
        ),
        switch(
            "probabilities-cut-to-integers",
            "If X holds integers, your probabilities are cut to integers; return floats.",
            finish=lambda p, X, _b: np.asarray(p).astype(X.dtype),
        ),
        switch(
            "percent",
            "You return percentages; return numbers between 0 and 1.",
            result=lambda p: 100 * p,
        ),
        AS_COLUMN,
        *EXAMPLES,
        NEGATED,
        ONE_ADDED,
        INTEGERS,
        *ROUNDED,
    ),
    hints=(
        "First the weighted sum, then a function that turns every number into a probability.",
        "Two lines: z is the weighted sum, one number for each row; then the sigmoid of z.",
        "z = weighted_sum(X, w, b); then divide 1 by the sum of 1 and np.exp(-z).",
    ),
)
