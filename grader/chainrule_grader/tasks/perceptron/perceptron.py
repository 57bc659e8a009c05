"""A neuron: the weighted sum, bent into a probability."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.perceptron._mistakes import Array, by_examples, rounded
from chainrule_grader.tasks.perceptron._sums import WRONG_SUMS


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


def _precedence(z: Array) -> Array:
    return np.asarray(1 / 1 + np.exp(-z))


def _overflow(z: Array) -> Array:
    return np.asarray(np.exp(z) / (1 + np.exp(z)))


def _instead(name: str, bend: Implementation, message: str) -> Misconception:
    return Misconception(name, lambda X, w, b: bend(X @ w + b), message)


def _bent(wrong: Misconception) -> Misconception:
    """The sum is wrong already."""
    return Misconception(
        wrong.name, lambda X, w, b: activations.sigmoid(wrong.wrong(X, w, b)), wrong.message
    )


TASK = Task(
    reference=_perceptron,
    observe=calls(_inputs),
    uses=("perceptron/weighted_sum",),
    misconceptions=(
        _instead("no-activation", lambda z: z, "That is the weighted sum: nothing bends it yet."),
        _instead(
            "falls",
            lambda z: activations.sigmoid(-z),
            "The curve falls where it should rise: look at the sign of the exponent.",
        ),
        _instead(
            "overflow",
            _overflow,
            "For a large sum, infinity is divided by infinity; elsewhere the formula holds.",
        ),
        _instead("precedence", _precedence, "Without brackets only the 1 is divided: 1 / 1 is 1."),
        _instead("tanh", np.tanh, "That is tanh: it goes below 0, and no probability does."),
        _instead(
            "step",
            lambda z: z > 0,
            "That says yes or no; how sure the neuron is has been lost.",
        ),
        _instead(
            "relu", activations.relu, "That is ReLU: it goes beyond 1, and no probability does."
        ),
        _instead(
            "softmax",
            activations.softmax,
            "Your examples share one probability of 1; each has a question of its own.",
        ),
        _instead(
            "derivative",
            activations.sigmoid.derivative,
            "That is the slope of the sigmoid, not the sigmoid.",
        ),
        _instead(
            "twice",
            lambda z: activations.sigmoid(activations.sigmoid(z)),
            "The sigmoid is applied twice: nothing can come out below a half.",
        ),
        _instead("exponential", lambda z: np.exp(-z), "The power alone is no probability."),
        _instead(
            "minus-below",
            lambda z: 1 / (1 - np.exp(-z)),
            "There is a minus in the denominator: the result leaves the range 0 to 1.",
        ),
        _instead(
            "half-as-steep",
            lambda z: activations.sigmoid(z / 2),
            "The curve rises half as fast as it should.",
        ),
        _instead(
            "twice-as-steep",
            lambda z: activations.sigmoid(2 * z),
            "The curve rises twice as fast as it should.",
        ),
        *map(_bent, WRONG_SUMS),
        _instead(
            "linear-and-cut",
            lambda z: np.clip(z, 0, 1),
            "The sum is cut off at 0 and 1, where a smooth curve should take it there.",
        ),
        _instead(
            "hard",
            lambda z: np.clip(0.2 * z + 0.5, 0, 1),
            "A straight line, cut off at 0 and 1, stands in for the curve.",
        ),
        _instead(
            "base-two",
            lambda z: 1 / (1 + 2.0**-z),
            "The power has another base than e.",
        ),
        _instead(
            "two-in-the-denominator",
            lambda z: 1 / (2 + np.exp(-z)),
            "Your probabilities never come near to 1: look at the denominator.",
        ),
        _instead(
            "squared",
            lambda z: activations.sigmoid(z) ** 2,
            "The probability is squared.",
        ),
        _instead(
            "largest-is-one",
            lambda z: z / np.abs(z).max(),
            "The sums are divided by the largest; each example has a question of its own.",
        ),
        Misconception(
            "bias-outside",
            lambda X, w, b: activations.sigmoid(X @ w) + b,
            "The bias is added after the activation, where it can only spoil the probability.",
        ),
        Misconception(
            "inputs-activated",
            lambda X, w, b: activations.sigmoid(X) @ w + b,
            "The inputs are bent and then summed; the neuron sums first.",
        ),
        Misconception(
            "products-activated",
            lambda X, w, b: activations.sigmoid(X * w + b).sum(axis=1),
            "Each product is bent by itself before they are summed.",
        ),
        Misconception(
            "probabilities-cut-to-integers",
            lambda X, w, b: activations.sigmoid(X @ w + b).astype(X.dtype),
            "Where X holds integers your result does too, and every probability is cut to 0.",
        ),
        *by_examples(_perceptron),
        *rounded(_perceptron),
    ),
    hints=(
        "First the weighted sum, then one function that turns any number into a probability.",
        "p = σ(z) with z = X w + b and σ(z) = 1 / (1 + e⁻ᶻ).",
        "Call your weighted_sum, then return one divided by one plus np.exp of minus that.",
    ),
)
