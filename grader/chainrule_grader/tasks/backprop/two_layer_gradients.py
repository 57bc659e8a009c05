"""Backpropagation by hand through a network with one hidden layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call, kind_of
from chainrule_grader.judging.observation import reject, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.tasks.backprop._network import Array, Sweep, bent, drawn

KEYS = ("W1", "b1", "W2", "b2")


def _inputs(rng: Generator) -> Iterator[tuple[Array, ...]]:
    X, y = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[1.0], [0.0]])
    yield X, y, np.array([[1.0, -1.0], [0.5, 2.0]]), np.zeros(2), np.ones((2, 1)), np.zeros(1)
    for n, m, h in ((3, 3, 3), (5, 3, 2), (4, 2, 3), (1, 2, 3)):
        y = (np.arange(n) % 2)[:, np.newaxis].astype(float)
        yield drawn(rng, n, m), y, *_weights(rng, m, h)
    # One example of which the network is certain, and right: both factors of the slope are 0.
    X, W2 = np.array([[1000.0, -1000.0], [0.0, 0.0]]), np.array([[400.0], [-400.0]])
    yield X, np.array([[1.0], [0.0]]), np.eye(2), np.zeros(2), W2, np.array([0.25])


def _weights(rng: Generator, m: int, h: int) -> tuple[Array, Array, Array, Array]:
    return drawn(rng, m, h), drawn(rng, h), drawn(rng, h, 1), drawn(rng, 1)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for args in _inputs(rng):
        for key in KEYS:
            result = subject(*args)
            if not isinstance(result, dict) or not set(KEYS) <= result.keys():
                got = f"the keys {sorted(map(str, result))}" if isinstance(result, dict) else ""
                reject(f"gives {got or kind_of(result)}, where W1, b1, W2 and b2 are needed")
            yield value(key, format_call(subject.name, list(args)), {key: result[key]})


def _named(sweep: Sweep) -> Implementation:
    """Answer with a dictionary."""

    def answer(X: Array, y: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> dict[str, Any]:
        weights, biases = sweep(X, y, [W1, W2], [b1, b2], ["sigmoid", "sigmoid"])
        return {"W1": weights[0], "b1": biases[0], "W2": weights[1], "b2": biases[1]}

    return answer


def _delta(p: Array, y: Array, _z: Array, _name: str) -> Array:
    return (p - y) / len(y)


def _by_the_chain(p: Array, y: Array, _z: Array, _name: str) -> Array:
    return np.asarray((-y / p + (1 - y) / (1 - p)) / len(y) * p * (1 - p))


def _without_output_slope(p: Array, y: Array, _z: Array, _name: str) -> Array:
    return np.asarray((p - y) / (p * (1 - p) + 1e-7) / len(y))


RIGHT = Sweep(_delta)
_two_layer_gradients = _named(RIGHT)


def _of_delta(factor: Any) -> Implementation:
    """Answer with another gradient at the output, in terms of p, y and n."""
    return _named(Sweep(lambda p, y, _z, _name: factor(p, y, len(y))))


def _layers_swapped(*args: Array) -> dict[str, Any]:
    right: dict[str, Any] = _two_layer_gradients(*args)
    return {key: right[other] for key, other in zip(KEYS, ("W2", "b2", "W1", "b1"), strict=True)}


def _output_only(*args: Array) -> dict[str, Any]:
    right: dict[str, Any] = _two_layer_gradients(*args)
    return right | {"W1": 0 * right["W1"], "b1": 0 * right["b1"]}


def _fed_by_x(X: Array, y: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> dict[str, Any]:
    right: dict[str, Any] = _two_layer_gradients(X, y, W1, b1, W2, b2)
    return right | {"W2": X.T @ (right["b2"] * np.ones((len(X), 1)) / len(X))}


TASK = Task(
    reference=_two_layer_gradients,
    observe=_observe,
    misconceptions=(
        *bent(RIGHT, _named),
        Misconception(
            "not-averaged",
            _of_delta(lambda p, y, _n: p - y),
            "The gradients are added up over the examples, but the loss is their mean.",
        ),
        Misconception(
            "sign",
            _of_delta(lambda p, y, n: (y - p) / n),
            "All signs are wrong: the difference at the output is the wrong way round.",
        ),
        Misconception(
            "output-slope-twice",
            _of_delta(lambda p, y, n: (p - y) * p * (1 - p) / n),
            "The sigmoid's slope at the output is in p − y already; you multiply it in again.",
        ),
        Misconception(
            "squared-error",
            _of_delta(lambda p, y, n: 2 * (p - y) * p * (1 - p) / n),
            "Those are the gradients of the squared error; the loss here is cross-entropy.",
        ),
        Misconception(
            "output-slope-twice-not-averaged",
            _of_delta(lambda p, y, _n: (p - y) * p * (1 - p)),
            "The output's slope is there once too often, and the mean over the examples is not.",
        ),
        Misconception(
            "squared-error-not-averaged",
            _of_delta(lambda p, y, _n: 2 * (p - y) * p * (1 - p)),
            "Those are the gradients of a sum of squared errors; the loss is a mean cross-entropy.",
        ),
        Misconception(
            "doubled",
            _of_delta(lambda p, y, n: 2 * (p - y) / n),
            "All gradients have a factor of 2: it belongs to another loss.",
        ),
        Misconception(
            "output-slope-missing",
            _named(Sweep(_without_output_slope)),
            "The output's sigmoid is missing from the chain: its slope belongs there too.",
        ),
        Misconception(
            "zero-by-zero",
            _named(Sweep(_by_the_chain)),
            "Where the network is certain, p is 1 or 0, and a part of your chain divides by 0.",
        ),
        Misconception(
            "target-only",
            _of_delta(lambda p, y, n: -y * (1 - p) / n),
            "The second term of the loss is forgotten: examples with y = 0 teach nothing.",
        ),
        Misconception(
            "tanh-slope",
            _named(Sweep(_delta, slope=lambda _z, out, _name: 1 - out**2)),
            "The hidden layer's slope is that of tanh; here it is a sigmoid.",
        ),
        Misconception(
            "relu-slope",
            _named(Sweep(_delta, slope=lambda z, _out, _name: z > 0)),
            "The hidden layer's slope is that of relu; here it is a sigmoid.",
        ),
        Misconception(
            "pre-activation-for-slope",
            _named(Sweep(_delta, slope=lambda z, _out, _name: z * (1 - z))),
            "The pattern a · (1 − a) is applied to z, which has not been through the sigmoid.",
        ),
        Misconception(
            "layers-swapped",
            _layers_swapped,
            "The gradients of the two layers have changed places.",
        ),
        Misconception(
            "output-layer-only",
            _output_only,
            "The gradients of the first layer are zero: the chain ends too early.",
        ),
        Misconception(
            "last-layer-as-if-flat",
            _fed_by_x,
            "W2 is fed by the hidden layer: its gradient does not come from X.",
        ),
        Misconception(
            "no-biases",
            lambda X, y, W1, b1, W2, b2: _two_layer_gradients(X, y, W1, 0 * b1, W2, 0 * b2),
            "On the way forward the biases are not used.",
        ),
        Misconception(
            "no-second-bias",
            lambda X, y, W1, b1, W2, b2: _two_layer_gradients(X, y, W1, b1, W2, 0 * b2),
            "On the way forward the output layer's bias is not used.",
        ),
        Misconception(
            "targets-reversed",
            lambda X, y, *weights: _two_layer_gradients(X, 1 - y, *weights),
            "The targets are taken the wrong way round, 0 for 1 and 1 for 0.",
        ),
    ),
    uses=("backprop/two_layer_forward", "backprop/dense_backward", "backprop/activation_backward"),
    hints=(
        "Begin at the loss and walk back: each station multiplies what comes by its own slope.",
        "δ₂ = (p − y) / n, W₂: Hᵀ δ₂; δ₁ = (δ₂ W₂ᵀ) ⊙ H (1 − H), W₁: Xᵀ δ₁; biases: sums of rows.",
        "Forward; δ₂; dense_backward(δ₂, H, W2); bend; dense_backward(δ₁, X, W1); four keys.",
    ),
)
