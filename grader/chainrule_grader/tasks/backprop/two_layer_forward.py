"""The forward pass of a network with one hidden layer, with sigmoid in both layers."""

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
from chainrule_grader.judging.task import Implementation, Observation, Task, switch
from chainrule_grader.tasks.backprop._network import drawn

Array: TypeAlias = NDArray[Any]
Change: TypeAlias = Callable[[Array], Any]
PARTS = ("hidden", "p")


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
        result = several(subject(*args), 2, "a pair (hidden, p)")
        call = format_call(subject.name, list(args))
        for i, criterion in enumerate(PARTS):
            alone = tuple(seen if i == j else None for j, seen in enumerate(result))
            yield value(criterion, call, alone)


def _unchanged(array: Array) -> Any:
    return array


def _after(z: Array, b: Array, activation: Change) -> Any:
    return activation(z) + b


def _before(z: Array, b: Array, activation: Change) -> Any:
    return activation(z + b)


def _make(
    hidden_activation: Change = activations.sigmoid,
    output_activation: Change = activations.sigmoid,
    hidden_bias: Change = _unchanged,
    output_bias: Change = _unchanged,
    biased: Callable[[Array, Array, Change], Any] = _before,
    source: Callable[[Array, Array, Array], Array] = lambda _X, _z, hidden: hidden,
    returned: Callable[[Array, Array], Any] = lambda _z, hidden: hidden,
    output: Change = _unchanged,
) -> Implementation:
    """Return a forward pass that returns the hidden layer and the probabilities."""

    def two_layer_forward(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Any, Any]:
        z = X @ W1
        hidden = biased(z, hidden_bias(b1), hidden_activation)
        p = biased(source(X, z + b1, hidden) @ W2, output_bias(b2), output_activation)
        return returned(z + b1, hidden), output(p)

    return two_layer_forward


def _zero(b: Array) -> Array:
    return 0 * b


def _formula_overflows(z: Array) -> Array:
    return np.asarray(np.exp(z) / (1 + np.exp(z)))


def _reversed_sigmoid(z: Array) -> Array:
    return activations.sigmoid(-z)


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    parts=PARTS,
    misconceptions=(
        switch(
            "no-output-activation",
            "The output layer has no sigmoid, so p is not a probability.",
            output_activation=_unchanged,
        ),
        switch(
            "no-hidden-activation",
            "The hidden layer has no sigmoid.",
            hidden_activation=_unchanged,
        ),
        switch(
            "no-activation",
            "You do not apply the sigmoid; both layers need it.",
            hidden_activation=_unchanged,
            output_activation=_unchanged,
        ),
        switch(
            "pre-activations",
            "You return the hidden layer before the sigmoid; return it after the sigmoid.",
            returned=lambda z, _hidden: z,
        ),
        switch(
            "relu-hidden",
            "Your hidden layer uses relu; this network uses the sigmoid.",
            hidden_activation=activations.relu,
        ),
        switch(
            "tanh-hidden",
            "Your hidden layer uses tanh; this network uses the sigmoid.",
            hidden_activation=activations.tanh,
        ),
        switch(
            "tanh-output",
            "Your output layer uses tanh; this network uses the sigmoid.",
            output_activation=activations.tanh,
        ),
        switch(
            "softmax-output",
            "Softmax over a single output is always 1; use the sigmoid.",
            output_activation=activations.softmax,
        ),
        switch(
            "no-biases",
            "You do not use the biases.",
            hidden_bias=_zero,
            output_bias=_zero,
        ),
        switch(
            "no-first-bias",
            "You do not use b1 in the hidden layer.",
            hidden_bias=_zero,
        ),
        switch(
            "no-second-bias",
            "You do not use b2 in the output layer.",
            output_bias=_zero,
        ),
        switch(
            "biases-subtracted",
            "You subtract the biases; add them.",
            hidden_bias=np.negative,
            output_bias=np.negative,
        ),
        switch(
            "bias-after-the-activation",
            "You add the biases after the sigmoid; add them before.",
            biased=_after,
        ),
        switch(
            "sigmoid-twice",
            "You apply the sigmoid to p twice; apply it once.",
            output=activations.sigmoid,
        ),
        switch(
            "flat",
            "p has shape (n,); it needs shape (n, 1).",
            output=np.ravel,
        ),
        switch(
            "row",
            "p has shape (1, n); it needs shape (n, 1).",
            output=np.transpose,
        ),
        switch(
            "decided",
            "You round p to 0 and 1; return the probabilities.",
            output=lambda p: np.where(p > 0.5, 1.0, 0.0),
        ),
        switch(
            "averaged",
            "You return the mean of p; return one probability for each example.",
            output=np.mean,
        ),
        switch(
            "complement",
            "You return 1 − p; return p.",
            output=lambda p: 1 - p,
        ),
        switch(
            "sigmoid-reversed",
            "Your sigmoid decreases; check the sign in the exponent.",
            hidden_activation=_reversed_sigmoid,
            output_activation=_reversed_sigmoid,
        ),
        switch(
            "formula-overflows",
            "For large z np.exp overflows in your sigmoid, and the result is NaN.",
            hidden_activation=_formula_overflows,
            output_activation=_formula_overflows,
        ),
        switch(
            "second-layer-uses-X",
            "Your output layer uses X; it must use the hidden layer.",
            source=lambda X, _z, _hidden: X,
        ),
        switch(
            "second-layer-uses-z",
            "Your output layer uses the hidden layer before the sigmoid; use it after the sigmoid.",
            source=lambda _X, z, _hidden: z,
        ),
        switch(
            "exchanged",
            "You return p first; the order is hidden, p.",
            result=lambda pair: pair[::-1],
        ),
    ),
    hints=(
        "The output of the first layer is the input of the second layer.",
        "Each layer: matrix product, plus bias, then sigmoid. Check shapes: (n, h), then (n, 1).",
        "hidden = sigmoid(X @ W1 + b1); p in the same way from hidden; return both.",
    ),
)
