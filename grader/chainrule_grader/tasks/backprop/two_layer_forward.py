"""A network with one hidden layer, sigmoid throughout."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from chainrule import activations
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.tasks.backprop._network import drawn

Array: TypeAlias = NDArray[Any]
Bend: TypeAlias = Callable[[Array], Array]


def _inputs(rng: Generator) -> Iterator[tuple[Array, ...]]:
    X = np.array([[1.0, 0.0], [0.0, 1.0]])
    yield X, np.array([[1.0, -1.0], [0.5, 2.0]]), np.zeros(2), np.ones((2, 1)), np.zeros(1)
    for n, m, h in ((2, 2, 2), (4, 3, 2), (3, 2, 4), (1, 3, 2)):
        yield drawn(rng, n, m), drawn(rng, m, h), drawn(rng, h), drawn(rng, h, 1), drawn(rng, 1)
    yield (
        np.array([[1000.0], [-1000.0]]),
        np.ones((1, 1)),
        np.zeros(1),
        -np.ones((1, 1)),
        np.ones(1),
    )


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for args in _inputs(rng):
        for i, criterion in enumerate(("hidden", "p")):
            result = several(subject(*args), 2, "a pair (hidden, p)")
            alone = tuple(seen if i == j else None for j, seen in enumerate(result))
            yield value(criterion, format_call(subject.name, list(args)), alone)


def _through(
    first: Bend = activations.sigmoid, second: Bend = activations.sigmoid
) -> Implementation:
    def answer(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
        hidden = first(X @ W1 + b1)
        return hidden, second(hidden @ W2 + b2)

    return answer


def two_layer_forward(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    """Return the hidden layer and the probabilities."""
    hidden = activations.sigmoid(X @ W1 + b1)
    return hidden, activations.sigmoid(hidden @ W2 + b2)


def _pre_activations(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    z = X @ W1 + b1
    return z, two_layer_forward(X, W1, b1, W2, b2)[1]


def _squeezed_before(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    hidden = activations.sigmoid(X @ W1) + b1
    return hidden, activations.sigmoid(hidden @ W2) + b2


def _squeezed_twice(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    hidden, p = two_layer_forward(X, W1, b1, W2, b2)
    return hidden, activations.sigmoid(p)


def _flat(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    hidden, p = two_layer_forward(X, W1, b1, W2, b2)
    return hidden, p.ravel()


def _decided(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    hidden, p = two_layer_forward(X, W1, b1, W2, b2)
    return hidden, np.where(p > 0.5, 1.0, 0.0)


def _formula_overflows(z: Array) -> Array:
    return np.asarray(np.exp(z) / (1 + np.exp(z)))


TASK = Task(
    reference=two_layer_forward,
    observe=_observe,
    misconceptions=(
        Misconception(
            "no-output-activation",
            _through(second=activations.linear),
            "p is no probability: the output layer has no sigmoid.",
        ),
        Misconception(
            "no-hidden-activation",
            _through(first=activations.linear),
            "The hidden layer has no sigmoid: two straight layers are one straight layer.",
        ),
        Misconception(
            "no-activation",
            _through(activations.linear, activations.linear),
            "There is no sigmoid at all: two straight layers are one straight layer.",
        ),
        Misconception(
            "pre-activations",
            _pre_activations,
            "What you return for the hidden layer has not been through the sigmoid.",
        ),
        Misconception(
            "relu-hidden",
            _through(first=activations.relu),
            "The hidden layer has a relu; in this network it is a sigmoid.",
        ),
        Misconception(
            "tanh-hidden",
            _through(first=activations.tanh),
            "The hidden layer has a tanh; in this network it is a sigmoid.",
        ),
        Misconception(
            "softmax-output",
            _through(second=activations.softmax),
            "Softmax over a single output is always 1.",
        ),
        Misconception(
            "no-biases",
            lambda X, W1, b1, W2, b2: two_layer_forward(X, W1, 0 * b1, W2, 0 * b2),
            "The biases are not used.",
        ),
        Misconception(
            "no-first-bias",
            lambda X, W1, b1, W2, b2: two_layer_forward(X, W1, 0 * b1, W2, b2),
            "The hidden layer's biases are not used.",
        ),
        Misconception(
            "no-second-bias",
            lambda X, W1, b1, W2, b2: two_layer_forward(X, W1, b1, W2, 0 * b2),
            "The output layer's bias is not used.",
        ),
        Misconception(
            "bias-after-the-bend",
            _squeezed_before,
            "The biases are added after the sigmoid: they should be squeezed as well.",
        ),
        Misconception(
            "biases-subtracted",
            lambda X, W1, b1, W2, b2: two_layer_forward(X, W1, -b1, W2, -b2),
            "The biases are subtracted.",
        ),
        Misconception(
            "squeezed-twice",
            _squeezed_twice,
            "p goes through the sigmoid twice: it never gets below a half.",
        ),
        Misconception(
            "flat",
            _flat,
            "p has lost an axis: one probability a row is a column.",
        ),
        Misconception(
            "decided",
            _decided,
            "p is a decision already: the loss needs the probability.",
        ),
        Misconception(
            "swapped",
            lambda *args: two_layer_forward(*args)[::-1],
            "The hidden layer and the probabilities come in the wrong order.",
        ),
        Misconception(
            "formula-overflows",
            _through(_formula_overflows, _formula_overflows),
            "For large z the formula of your sigmoid divides infinity by infinity.",
        ),
        Misconception(
            "second-layer-sees-X",
            lambda X, W1, b1, W2, b2: (
                two_layer_forward(X, W1, b1, W2, b2)[0],
                activations.sigmoid(X @ W2 + b2),
            ),
            "The second layer sees X, where it should see the hidden layer.",
        ),
        Misconception(
            "sign",
            _through(lambda z: activations.sigmoid(-z), lambda z: activations.sigmoid(-z)),
            "Both sigmoids fall where they should rise: the sign of the exponent is wrong.",
        ),
    ),
    hints=(
        "What the first layer puts out is what the second layer takes in.",
        "H = σ(X W₁ + b₁), p = σ(H W₂ + b₂).",
        "Two lines with @ and your sigmoid; keep the hidden layer and return both.",
    ),
)
