"""Many neurons side by side look at the same inputs: a layer, in one product."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.perceptron._mistakes import Array, by_examples, rounded


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    W = np.array([[3.0, 0.5, -1.0], [-2.0, 1.0, 0.25]])
    b = np.array([1.0, -2.0, 0.75])
    yield "one example", np.array([[-1.0, 2.0]]), W, b
    yield "one example", rng.normal(size=(1, 2)).round(2), W, b
    yield "several examples", np.array([[-1.0, 2.0], [4.0, 0.5]]), W, b
    tables = np.array([[1, 2], [3, -4], [0, 5]]), np.array([[2, -1], [1, 3]])
    yield "several examples", *tables, np.array([0.5, -0.25])
    yield "several examples", rng.normal(size=(3, 3)), rng.normal(size=(3, 3)), b
    yield "several examples", rng.normal(size=(5, 4)), rng.normal(size=(4, 2)), np.array([2, -1])
    yield "one neuron", rng.normal(size=(4, 3)), rng.normal(size=(3, 1)), np.array([1.5])


def _dense(X: Array, W: Array, b: Array) -> Array:
    return np.asarray(X @ W + b)


def _first_neuron(X: Array, W: Array, b: Array) -> Array:
    out = np.zeros((len(X), len(b)))
    out[:, 0] = X @ W[:, 0] + b[0]
    return out


def _without_last_neuron(X: Array, W: Array, b: Array) -> Array:
    out = _dense(X, W, b)
    return np.asarray(np.where(np.arange(len(b)) < len(b) - 1, out, 0))


def _bias_in_place(X: Array, W: Array, b: Array) -> Array:
    b += X @ W
    return b


def _bent(name: str, bend: Implementation) -> Misconception:
    message = f"There is a {name} at the end; this layer is a plain one, without activation."
    return Misconception(f"with-{name}", lambda X, W, b: bend(X @ W + b), message)


TASK = Task(
    reference=_dense,
    observe=calls(_inputs),
    uses=("perceptron/weighted_sum",),
    misconceptions=(
        Misconception(
            "no-bias",
            lambda X, W, b: X @ W,  # noqa: ARG005  that is the mistake
            "The biases are never used.",
        ),
        Misconception(
            "bias-subtracted",
            lambda X, W, b: X @ W - b,
            "The biases shift the sums the wrong way.",
        ),
        Misconception(
            "bias-multiplied",
            lambda X, W, b: X @ W * b,
            "The biases multiply the sums, where they should shift them.",
        ),
        Misconception(
            "bias-for-each-input",
            lambda X, W, b: X @ W + len(W) * b,
            "The bias is added once for every input; each neuron has one.",
        ),
        Misconception(
            "all-biases-for-each",
            lambda X, W, b: X @ W + b.sum(),
            "Every neuron gets the biases of all of them.",
        ),
        Misconception(
            "first-bias-for-all",
            lambda X, W, b: X @ W + b[0],
            "Every neuron gets the bias of the first one.",
        ),
        Misconception(
            "mean-bias",
            lambda X, W, b: X @ W + b.mean(),
            "Every neuron gets the mean of all biases.",
        ),
        Misconception(
            "bias-as-a-column",
            lambda X, W, b: X @ W + b[:, np.newaxis],
            "The biases stand in a column: they go to the examples, not to the neurons.",
        ),
        Misconception(
            "bias-in-one-example",
            lambda X, W, b: X @ W + np.eye(len(X))[:, :1] * b,
            "Only the first example gets the biases.",
        ),
        Misconception(
            "weights-transposed",
            lambda X, W, b: X @ W.T + b,
            "W is turned round first; it has a column for each neuron already.",
        ),
        Misconception(
            "weights-first",
            lambda X, W, b: W @ X + b,
            "The product is taken the other way round, as if examples were columns.",
        ),
        Misconception(
            "all-transposed",
            lambda X, W, b: (X @ W + b).T,
            "The result is transposed: it should have a row for each example.",
        ),
        Misconception(
            "examples-as-columns",
            lambda X, W, b: W.T @ X + b[:, np.newaxis],
            "The formula is for examples in columns; here each example is a row.",
        ),
        Misconception(
            "entry-by-entry",
            lambda X, W, b: X * W + b,
            "Tables are multiplied entry by entry, where rows should meet columns.",
        ),
        Misconception(
            "first-neuron-only",
            _first_neuron,
            "Only the first neuron computes; the others stay at 0.",
        ),
        Misconception(
            "one-neuron-for-all",
            lambda X, W, b: X @ W[:, 0] + b[0],
            "There is one neuron's result for each example, where the layer has several.",
        ),
        Misconception(
            "without-last-neuron",
            _without_last_neuron,
            "The last neuron stays at 0: the loop ends one too early.",
        ),
        Misconception(
            "without-last-input",
            lambda X, W, b: X[:, :-1] @ W[:-1] + b,
            "The last input is missing from every sum.",
        ),
        Misconception(
            "without-first-input",
            lambda X, W, b: X[:, 1:] @ W[1:] + b,
            "The first input is missing from every sum: positions count from 0.",
        ),
        Misconception(
            "sum-over-the-neurons",
            lambda X, W, b: (X @ W + b).sum(axis=1),
            "The results of all neurons are added up; each is asked for by itself.",
        ),
        Misconception(
            "mean-of-the-inputs",
            lambda X, W, b: X @ W / len(W) + b,
            "The products are averaged, so a layer with more inputs says less.",
        ),
        Misconception(
            "sum-over-each-column",
            lambda X, W, b: (X @ W + b).sum(axis=0),
            "The examples are added up; each row of X has a result of its own.",
        ),
        Misconception(
            "flat",
            lambda X, W, b: (X @ W + b).ravel(),
            "The numbers stand in one long row; a table with a row for each example is asked for.",
        ),
        Misconception(
            "as-three-axes",
            lambda X, W, b: X[:, :, np.newaxis] * W + b,
            "The products are there, but nothing adds up those of one neuron.",
        ),
        Misconception(
            "last-bias-for-all",
            lambda X, W, b: X @ W + b[-1],
            "Every neuron gets the bias of the last one.",
        ),
        Misconception(
            "bias-twice",
            lambda X, W, b: X @ W + 2 * b,
            "The biases are added twice.",
        ),
        Misconception(
            "bias-is-one",
            lambda X, W, b: X @ W + 1,  # noqa: ARG005
            "A 1 is added whatever the biases are; the argument is not used.",
        ),
        Misconception(
            "last-input-only",
            lambda X, W, b: X[:, -1:] * W[-1] + b,
            "Only the last input counts: each turn of the loop overwrites what was there before.",
        ),
        Misconception(
            "first-input-only",
            lambda X, W, b: X[:, :1] * W[0] + b,
            "Only the first input counts: the others never reach the sum.",
        ),
        Misconception(
            "neurons-reversed",
            lambda X, W, b: (X @ W + b)[:, ::-1],
            "The neurons stand in reverse order.",
        ),
        Misconception(
            "biases-reversed",
            lambda X, W, b: X @ W + b[::-1],
            "The biases stand in reverse order, so each meets the wrong neuron.",
        ),
        Misconception(
            "running-total",
            lambda X, W, b: np.cumsum(X @ W, axis=1) + b,
            "Each neuron goes on with the sum of the one before; it should begin afresh.",
        ),
        Misconception(
            "running-total-over-examples",
            lambda X, W, b: np.cumsum(X @ W, axis=0) + b,
            "Each example goes on with the sums of the one before; it should begin afresh.",
        ),
        Misconception(
            "with-step",
            lambda X, W, b: X @ W + b > 0,
            "The decisions are made already; the plain sums are asked for.",
        ),
        _bent("sigmoid", activations.sigmoid),
        _bent("tanh", np.tanh),
        _bent("relu", activations.relu),
        _bent("softmax", activations.softmax),
        Misconception(
            "cut-to-integers",
            lambda X, W, b: (X @ W + b).astype(X.dtype),
            "Where X holds integers your result does too, and the fractions are cut off.",
        ),
        Misconception(
            "bias-in-place",
            _bias_in_place,
            "It writes into the biases that it was given.",
        ),
        *by_examples(_dense),
        *rounded(_dense),
    ),
    hints=(
        "A column of W holds the weights of one neuron. Each sees every example.",
        "zᵢ = bᵢ + Σⱼ xⱼ Wⱼᵢ for each neuron i, and for all at once Z = X W + b.",
        "The operator @ does all sums at once; a row b is then added to every row by itself.",
    ),
)
