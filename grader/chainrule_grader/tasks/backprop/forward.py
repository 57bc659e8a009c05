"""Through any number of dense layers, keeping what each one puts out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks.backprop._network import Array, drawn, layers, pass_forward


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    W = np.array([[1.0, -1.0], [0.5, 2.0]])
    yield "one layer", np.array([[1.0, -2.0]]), [W], [np.array([0.5, 0.0])], ["relu"]
    yield "one layer", drawn(rng, 3, 2), *layers(rng, [2, 4], ["tanh"])
    yield "square layers", drawn(rng, 2, 2), *layers(rng, [2, 2, 2], ["tanh", "sigmoid"])
    yield "layers of any size", drawn(rng, 4, 3), *layers(rng, [3, 5, 2], ["relu", "sigmoid"])
    names = ["sigmoid", "relu", "tanh"]
    yield "layers of any size", drawn(rng, 5, 2), *layers(rng, [2, 3, 4, 1], names)


def forward(
    X: Array, weights: list[Array], biases: list[Array], activations: list[str]
) -> list[Array]:
    """Return the outputs of all layers, X first."""
    return pass_forward(X, weights, biases, activations)[1]


def _zs(X: Array, weights: list[Array], biases: list[Array], names: list[str]) -> list[Array]:
    zs, _ = pass_forward(X, weights, biases, names)
    return [X, *zs]


def _names(change: Any) -> Implementation:
    """Go forward with other activations."""
    return lambda X, weights, biases, names: forward(X, weights, biases, change(names))


def _cut(X: Array, weights: list[Array], biases: list[Array], names: list[str]) -> list[Array]:
    return forward(X, weights[:-1], biases[:-1], names[:-1])


def _always_from_x(
    X: Array, weights: list[Array], biases: list[Array], names: list[str]
) -> list[Array]:
    layers = zip(weights, biases, names, strict=True)
    return [X, *(forward(X, [W], [b], [name])[1] for W, b, name in layers)]


def _bent_before(
    X: Array, weights: list[Array], biases: list[Array], names: list[str]
) -> list[Array]:
    outs = [X]
    for W, b, name in zip(weights, biases, names, strict=True):
        outs.append(forward(outs[-1], [W], [0 * b], [name])[1] + b)
    return outs


def _emptied(X: Array, weights: list[Array], biases: list[Array], names: list[str]) -> list[Array]:
    outs = [X]
    while weights:
        outs += forward(outs[-1], [weights.pop(0)], [biases.pop(0)], [names.pop(0)])[1:]
    return outs


TASK = Task(
    reference=forward,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "without-X",
            lambda *args: forward(*args)[1:],
            "The list does not begin with X, which the first layer will need on the way back.",
        ),
        Misconception(
            "without-the-last",
            _cut,
            "The last layer is missing: the loop ends one too early.",
        ),
        Misconception(
            "without-the-first",
            lambda X, weights, biases, names: (
                [X, *forward(X, weights, biases, names)[2:]]
                if len(weights) > 1
                else forward(X, weights, biases, names)
            ),
            "What the first layer puts out is not in the list.",
        ),
        Misconception(
            "last-only",
            lambda *args: forward(*args)[-1],
            "Only the last output comes back: the way back needs those before it.",
        ),
        Misconception(
            "pre-activations",
            _zs,
            "The list holds what goes into the activations, and not what comes out.",
        ),
        Misconception(
            "last-without-activation",
            lambda *args: [*forward(*args)[:-1], _zs(*args)[-1]],
            "The last layer has no activation here, though the list names one.",
        ),
        Misconception(
            "no-activations",
            _names(lambda names: ["linear"] * len(names)),
            "There are no activations: however many straight layers are one straight layer.",
        ),
        Misconception(
            "first-activation-throughout",
            _names(lambda names: names[:1] * len(names)),
            "All layers bend like the first one; each has a name of its own.",
        ),
        Misconception(
            "last-activation-throughout",
            _names(lambda names: names[-1:] * len(names)),
            "All layers bend like the last one; each has a name of its own.",
        ),
        Misconception(
            "activations-reversed",
            _names(lambda names: names[::-1]),
            "The activations are taken from the end of the list.",
        ),
        Misconception(
            "activations-shifted",
            _names(lambda names: [*names[1:], names[0]]),
            "Each layer bends like the one after it: the index of the activation is off by one.",
        ),
        Misconception(
            "sigmoid-throughout",
            _names(lambda names: ["sigmoid"] * len(names)),
            "All layers have a sigmoid, whatever their names say.",
        ),
        Misconception(
            "relu-throughout",
            _names(lambda names: ["relu"] * len(names)),
            "All layers have a relu, whatever their names say.",
        ),
        Misconception(
            "no-biases",
            lambda X, weights, biases, names: forward(X, weights, [0 * b for b in biases], names),
            "The biases are not used.",
        ),
        Misconception(
            "biases-subtracted",
            lambda X, weights, biases, names: forward(X, weights, [-b for b in biases], names),
            "The biases are subtracted.",
        ),
        Misconception(
            "bias-after-the-bend",
            _bent_before,
            "The biases are added after the activation: they should be bent as well.",
        ),
        Misconception(
            "always-X",
            _always_from_x,
            "Every layer sees X, where it should see what the layer before it puts out.",
        ),
        Misconception(
            "backwards",
            lambda *args: forward(*args)[::-1],
            "The list runs from the last layer to the first: X belongs at its beginning.",
        ),
        Misconception(
            "empties-the-lists",
            _emptied,
            "It takes the layers out of the lists that it was given, and leaves them empty.",
        ),
        Misconception(
            "weights-transposed",
            lambda X, weights, biases, names: forward(X, [W.T for W in weights], biases, names),
            "The weights are transposed: their columns are the units of the layer.",
        ),
        Misconception(
            "tanh-throughout",
            _names(lambda names: ["tanh"] * len(names)),
            "All layers have a tanh, whatever their names say.",
        ),
    ),
    hints=(
        "Each layer takes the last thing in the list and adds its own output to the list.",
        "a₀ = X, aᵢ = gᵢ(aᵢ₋₁ Wᵢ + bᵢ), and the list is [a₀, a₁, …].",
        "outputs = [X]; for W, b, name in zip(…): append the activation of outputs[-1] @ W + b.",
    ),
)
