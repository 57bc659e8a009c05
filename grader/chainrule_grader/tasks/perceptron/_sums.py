"""Ways to go wrong when inputs are weighed and added; a whole neuron inherits them."""

from __future__ import annotations

from typing import Final

import numpy as np

from chainrule_grader.judging.task import Misconception
from chainrule_grader.tasks.perceptron._mistakes import Array


def _in_place(X: Array, w: Array, b: float) -> Array:
    X *= w
    return np.asarray(X.sum(axis=1) + b)


def _bias_in_place(X: Array, w: Array, b: float) -> Array:
    X += b
    return np.asarray(X @ w)


WRONG_SUMS: Final = (
    Misconception(
        "no-bias",
        lambda X, w, b: X @ w,  # noqa: ARG005  that is the mistake
        "The bias is never used: without it the sum is 0 wherever all inputs are.",
    ),
    Misconception(
        "bias-multiplied",
        lambda X, w, b: X @ w * b,
        "The bias multiplies the sum, where it should shift it.",
    ),
    Misconception(
        "bias-subtracted",
        lambda X, w, b: X @ w - b,
        "The bias shifts the sum the wrong way.",
    ),
    Misconception(
        "bias-for-each-input",
        lambda X, w, b: (X * w + b).sum(axis=1),
        "The bias is added once for every input; a neuron has one.",
    ),
    Misconception(
        "bias-before-the-weights",
        lambda X, w, b: (X + b) @ w,
        "The bias is added to the inputs, so the weights multiply it as well.",
    ),
    Misconception(
        "bias-before-the-weights-in-place",
        _bias_in_place,
        "The bias is added to the inputs themselves: weights multiply it, and X is spoiled.",
    ),
    Misconception(
        "bias-in-one-example",
        lambda X, w, b: X @ w + np.eye(len(X))[0] * b,
        "Only the first example gets its bias.",
    ),
    Misconception(
        "entry-by-entry",
        lambda X, w, b: X * w + b,
        "The products are there, but nothing adds up those of one example.",
    ),
    Misconception(
        "sum-of-everything",
        lambda X, w, b: (X * w).sum() + b,
        "The products of all examples are added up together; each example has its own sum.",
    ),
    Misconception(
        "wrong-axis",
        lambda X, w, b: (X * w).sum(axis=0) + b,
        "The sum runs over the examples, where it should run over the inputs of each.",
    ),
    Misconception(
        "column",
        lambda X, w, b: (X @ w + b)[:, np.newaxis],
        "The result is a column, a table one number wide; a row of numbers is asked for.",
    ),
    Misconception(
        "row-in-a-table",
        lambda X, w, b: (X @ w + b)[np.newaxis],
        "The result is a table with one row; the numbers alone are asked for.",
    ),
    Misconception(
        "unweighted",
        lambda X, w, b: X.sum(axis=1) + b,  # noqa: ARG005
        "The inputs are added up as they are: the weights are never used.",
    ),
    Misconception(
        "mean",
        lambda X, w, b: (X * w).mean(axis=1) + b,
        "The products are averaged, so a neuron with more inputs says less.",
    ),
    Misconception(
        "mean-with-bias",
        lambda X, w, b: (X @ w + b) / len(w),
        "The sum is divided by the number of inputs.",
    ),
    Misconception(
        "without-last-input",
        lambda X, w, b: X[:, :-1] @ w[:-1] + b,
        "The last input is missing: the loop ends one too early.",
    ),
    Misconception(
        "without-first-input",
        lambda X, w, b: X[:, 1:] @ w[1:] + b,
        "The first input is missing: positions count from 0.",
    ),
    Misconception(
        "first-input-only",
        lambda X, w, b: X[:, 0] * w[0] + b,
        "Only the first input counts: the others never reach the sum.",
    ),
    Misconception(
        "two-inputs-only",
        lambda X, w, b: X[:, 0] * w[0] + X[:, 1] * w[1] + b,
        "It is written for exactly two inputs; a neuron may have any number.",
    ),
    Misconception(
        "first-weight-for-all",
        lambda X, w, b: (X * w[0]).sum(axis=1) + b,
        "Every input is multiplied by the same weight, the first one.",
    ),
    Misconception(
        "weights-reversed",
        lambda X, w, b: X @ w[::-1] + b,
        "The weights stand in reverse order, so each meets the wrong input.",
    ),
    Misconception(
        "added-not-multiplied",
        lambda X, w, b: (X + w).sum(axis=1) + b,
        "The weights are added to the inputs, where they should multiply them.",
    ),
    Misconception(
        "cut-to-integers",
        lambda X, w, b: (X @ w + b).astype(X.dtype),
        "Where X holds integers your result does too, and the fractions are cut off.",
    ),
    Misconception(
        "in-place",
        _in_place,
        "It multiplies the weights into X itself, so its input is gone afterwards.",
    ),
    Misconception(
        "bias-twice",
        lambda X, w, b: X @ w + 2 * b,
        "The bias is added twice.",
    ),
    Misconception(
        "bias-is-one",
        lambda X, w, b: X @ w + 1,  # noqa: ARG005
        "A 1 is added whatever the bias is; the argument is not used.",
    ),
    Misconception(
        "bias-only",
        lambda X, w, b: np.full(len(X), b),  # noqa: ARG005
        "Only the bias comes out: the inputs never reach the sum.",
    ),
    Misconception(
        "last-input-only",
        lambda X, w, b: X[:, -1] * w[-1] + b,
        "Only the last input counts: each turn of the loop overwrites what was there before.",
    ),
    Misconception(
        "running-total",
        lambda X, w, b: np.cumsum(X @ w) + b,
        "Each example goes on with the sum of the one before; it should begin afresh.",
    ),
    Misconception(
        "running-total-with-bias",
        lambda X, w, b: np.cumsum(X @ w + b),
        "Each example goes on with the sum of the one before; it should begin afresh.",
    ),
    Misconception(
        "product",
        lambda X, w, b: np.prod(X * w, axis=1) + b,
        "The weighted inputs are multiplied with one another, where they should be added.",
    ),
    Misconception(
        "largest",
        lambda X, w, b: np.max(X * w, axis=1) + b,
        "Only the largest of the weighted inputs counts; all of them should.",
    ),
    Misconception(
        "divided-by-weights",
        lambda X, w, b: (X / w).sum(axis=1) + b,
        "The inputs are divided by the weights.",
    ),
    Misconception(
        "minus",
        lambda X, w, b: b - X @ w,
        "The weighted inputs are taken away from the bias.",
    ),
    Misconception(
        "normalised-weights",
        lambda X, w, b: X @ (w / w.sum()) + b,
        "The weights are made to add up to 1; a neuron's weights may be anything.",
    ),
    Misconception(
        "absolute-weights",
        lambda X, w, b: X @ np.abs(w) + b,
        "The signs of the weights are lost: an input may also speak against.",
    ),
    Misconception(
        "squares",
        lambda X, w, b: (X * w) ** 2 @ np.ones(len(w)) + b,
        "The weighted inputs are squared before they are added.",
    ),
)
