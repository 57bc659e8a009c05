"""The weighted sum of a neuron in pieces, and the mistakes in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from chainrule_grader.judging.task import Implementation, switch
from chainrule_grader.tasks.perceptron._mistakes import Array


def _same(value: Any) -> Any:
    return value


def _bias_added(total: Array, b: float, _m: int) -> Any:
    return total + b


def _no_bias(total: Array, _b: float, _m: int) -> Any:
    return total


def make_sum(
    inputs: Callable[[Array, float], Array] = lambda X, _b: X,
    chosen: Any = slice(None),
    weights: Callable[[Array], Array] = _same,
    multiply: Callable[[Array, Array], Any] = np.multiply,
    total: Callable[[Array], Any] = lambda products: products.sum(axis=1),
    bias: Callable[[Any, float, int], Any] = _bias_added,
    store: Callable[[Array, Any], Any] = lambda _X, z: z,
) -> Implementation:
    """Return a sum of products of inputs and weights, plus a bias, for each example."""

    def weighted_sum(X: Array, w: Array, b: float) -> Any:
        used = weights(w)[chosen]
        products = multiply(inputs(X, b)[:, chosen], used)
        return store(X, bias(total(products), b, len(used)))

    return weighted_sum


NO_BIAS: Final = switch("no-bias", "You do not use the bias; add b to each sum.", bias=_no_bias)

WRONG_SUMS: Final = (
    NO_BIAS,
    switch(
        "bias-multiplied",
        "You multiply the sum by the bias; add the bias.",
        bias=lambda total, b, _m: total * b,
    ),
    switch(
        "bias-subtracted",
        "In your sum, the bias has the wrong sign; add b to the weighted inputs.",
        bias=lambda total, b, _m: total - b,
    ),
    switch(
        "bias-for-each-input",
        "You add the bias once for each input; add it once for each example.",
        bias=lambda total, b, m: total + m * b,
    ),
    switch(
        "bias-before-the-weights",
        "You add the bias to the inputs, so the weights multiply it; add it to the sum.",
        inputs=lambda X, b: X + b,
        bias=_no_bias,
    ),
    switch(
        "bias-in-one-example",
        "You add the bias to the first example only; add it to each example.",
        bias=lambda total, b, _m: total + np.eye(len(total))[0] * b,
    ),
    switch(
        "bias-twice",
        "You add the bias twice; add it once.",
        bias=lambda total, b, _m: total + 2 * b,
    ),
    switch(
        "bias-is-one",
        "You add 1 in place of the bias; add b.",
        bias=lambda total, _b, _m: total + 1,
    ),
    switch(
        "bias-only",
        "Your result is the bias for every example; add the weighted inputs.",
        bias=lambda total, b, _m: np.full(np.shape(total), b),
    ),
    switch(
        "minus",
        "In your sum, the weighted inputs have the wrong sign; add them to the bias.",
        bias=lambda total, b, _m: b - total,
    ),
    switch(
        "entry-by-entry",
        "You multiply inputs and weights, but do not add the products of an example; use @.",
        total=_same,
    ),
    switch(
        "sum-of-everything",
        "You add the products of all examples together; compute one sum for each example.",
        total=np.sum,
    ),
    switch(
        "wrong-axis",
        "You sum over the examples (axis 0); sum over the inputs of each example (axis 1).",
        total=lambda products: products.sum(axis=0),
    ),
    switch(
        "unweighted",
        "You add the inputs without weights; multiply each input by its weight.",
        weights=np.ones_like,
    ),
    switch(
        "mean",
        "You average the products; add them.",
        total=lambda products: products.mean(axis=1),
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
        "two-inputs-only",
        "You use exactly two inputs; X can have any number of columns.",
        chosen=[0, 1],
    ),
    switch(
        "added-not-multiplied",
        "You add the weights to the inputs; multiply the inputs by the weights.",
        multiply=np.add,
    ),
    switch(
        "running-total",
        "You continue with the sum of the example before; start each example at 0.",
        total=lambda products: np.cumsum(products.sum(axis=1)),
    ),
    switch(
        "cut-to-integers",
        "If X holds integers, your sums do as well and lose their decimals; use floats.",
        store=lambda X, z: np.asarray(z).astype(X.dtype),
    ),
)

RARE_SUMS: Final = (
    switch(
        "bias-squared",
        "You square the bias; add b itself.",
        bias=lambda total, b, _m: total + b**2,
    ),
    switch(
        "outer",
        "You use np.outer, which multiplies every input by every weight; use @.",
        multiply=np.outer,
        total=_same,
        chosen=...,
    ),
    switch(
        "mean-with-bias",
        "You divide the sum by the number of inputs; do not divide.",
        bias=lambda total, b, m: (total + b) / m,
    ),
    switch(
        "first-weight-for-all",
        "You multiply every input by the first weight; each input has its own weight.",
        weights=lambda w: np.full_like(w, w[0]),
    ),
    switch(
        "weights-reversed",
        "Your weights are in reverse order; the first weight belongs to the first input.",
        weights=lambda w: w[::-1],
    ),
    switch(
        "absolute-weights",
        "You use the absolute values of the weights; keep their signs.",
        weights=np.abs,
    ),
    switch(
        "normalised-weights",
        "You divide the weights by their sum; use the weights as they are.",
        weights=lambda w: w / w.sum(),
    ),
    switch(
        "absolute-inputs",
        "You use the absolute values of the inputs; keep their signs.",
        inputs=lambda X, _b: np.abs(X),
    ),
    switch(
        "divided-by-weights",
        "You divide the inputs by the weights; multiply.",
        multiply=np.divide,
    ),
    switch(
        "squares",
        "You square the weighted inputs; add them without squaring.",
        multiply=lambda X, w: (X * w) ** 2,
    ),
    switch(
        "norm",
        "You take the norm of the weighted inputs; add them.",
        total=lambda products: np.linalg.norm(products, axis=1),
    ),
    switch(
        "product",
        "You multiply the weighted inputs together; add them.",
        total=lambda products: np.prod(products, axis=1),
    ),
    switch(
        "largest",
        "You take the largest of the weighted inputs; add all of them.",
        total=lambda products: np.max(products, axis=1),
    ),
    switch(
        "running-total-with-bias",
        "You continue with the sum of the example before, bias included; start each example at b.",
        bias=lambda total, b, _m: np.cumsum(total + b),
    ),
)
"""Mistakes that are told in the task on the weighted sum alone."""
