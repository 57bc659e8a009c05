"""Backpropagation through any number of dense layers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task
from chainrule_grader.tasks.backprop._network import (
    Array,
    Gradients,
    Sweep,
    bent,
    drawn,
    layers,
    pass_forward,
)


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    W, zero = np.array([[1.0, -1.0], [0.5, 2.0]]), np.zeros(2)
    yield np.array([[1.0, -2.0]]), np.array([[0.5, 1.0]]), [W], [zero], ["tanh"]
    for n, sizes, names in (
        (3, [3, 3, 3], ["tanh", "sigmoid"]),
        (5, [3, 4, 2], ["relu", "tanh"]),
        (4, [2, 3, 4, 1], ["sigmoid", "tanh", "sigmoid"]),
        (6, [2, 4, 3, 2, 2], ["tanh", "sigmoid", "relu", "tanh"]),
        (1, [2, 3], ["sigmoid"]),
    ):
        X, y = drawn(rng, n, sizes[0]), drawn(rng, n, sizes[-1])
        yield X, y, *layers(rng, sizes, names)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for args in _inputs(rng):
        for i, criterion in enumerate(("grad_W", "grad_b")):
            both = several(subject(*args), 2, "a pair of lists (grad_W, grad_b)")
            each = several(
                both[i], len(args[2]), f"a list {criterion} with an entry for each layer"
            )
            for j, seen in enumerate(each):
                # What is not looked at here is None, so that the path to what is says where it is.
                alone: list[Any] = [None, None]
                alone[i] = [seen if j == k else None for k in range(len(each))]
                yield value(criterion, format_call(subject.name, list(args)), tuple(alone))


def _delta(out: Array, y: Array, z: Array, name: str) -> Array:
    return np.asarray(2 * (out - y) / out.size * activations.get(name).derivative(z))


RIGHT = Sweep(_delta)


def _backprop(
    X: Array, y: Array, weights: list[Array], biases: list[Array], activations: list[str]
) -> Gradients:
    return RIGHT(X, y, weights, biases, activations)


def _scaled(factor: Any) -> Implementation:
    """Answer with the gradient times something that depends on y."""

    def delta(out: Array, y: Array, z: Array, name: str) -> Array:
        return np.asarray(_delta(out, y, z, name) * factor(y))

    return Sweep(delta)


def _output_slope_missing(out: Array, y: Array, _z: Array, _name: str) -> Array:
    return np.asarray(2 * (out - y) / out.size)


def _cross_entropy(out: Array, y: Array, _z: Array, _name: str) -> Array:
    return np.asarray((out - y) / len(y))


def _output_slope_at_output(out: Array, y: Array, _z: Array, name: str) -> Array:
    return np.asarray(2 * (out - y) / out.size * activations.get(name).derivative(out))


def _absolute(out: Array, y: Array, z: Array, name: str) -> Array:
    return np.asarray(np.sign(out - y) / out.size * activations.get(name).derivative(z))


def _slope_of(only: str) -> Any:
    """Take one activation's slope, whatever the layer's is."""
    return lambda z, _out, _name: activations.get(only).derivative(z)


def _delta_with(only: str) -> Any:
    """Begin the way back with one activation's slope, whatever the last layer's is."""
    return lambda out, y, z, _name: _delta(out, y, z, only)


def _slope_at_output(_z: Array, out: Array, name: str) -> Array:
    return activations.get(name).derivative(out)


def _ones(z: Array, _out: Array, _name: str) -> Array:
    return np.ones_like(z)


def _steps(
    X: Array, y: Array, weights: list[Array], biases: list[Array], names: list[str]
) -> Gradients:
    right = _backprop(X, y, weights, biases, names)
    for w, grad in zip((*weights, *biases), (*right[0], *right[1]), strict=True):
        np.subtract(w, grad, out=w)
    return right


def _zeroed_first(*args: Any) -> Gradients:
    grads_W, grads_b = _backprop(*args)
    if len(grads_W) > 1:
        grads_W[0], grads_b[0] = 0 * grads_W[0], 0 * grads_b[0]
    return grads_W, grads_b


def _not_passed_on(
    X: Array, y: Array, weights: list[Array], biases: list[Array], names: list[str]
) -> Gradients:
    """Use each bend's slope for its own layer, and go on with what came before it."""
    zs, outs = pass_forward(X, weights, biases, names)
    grad = 2 * (outs[-1] - y) / y.size
    grads_W: list[Array] = []
    grads_b: list[Array] = []
    for i in reversed(range(len(weights))):
        delta = grad * activations.get(names[i]).derivative(zs[i])
        grads_W.insert(0, outs[i].T @ delta)
        grads_b.insert(0, delta.sum(axis=0))
        grad = grad @ weights[i].T
    return grads_W, grads_b


TASK = Task(
    reference=_backprop,
    observe=_observe,
    misconceptions=(
        *bent(RIGHT, lambda sweep: sweep),
        Misconception(
            "no-two",
            _scaled(lambda _y: 0.5),
            "The 2 that comes down from the square is lost.",
        ),
        Misconception(
            "averaged-over-examples",
            _scaled(lambda y: y.shape[1]),
            "The loss is averaged over the examples only; the task wants it over every entry.",
        ),
        Misconception(
            "averaged-over-outputs",
            _scaled(len),
            "The loss is averaged over the outputs only; the task wants it over every entry.",
        ),
        Misconception(
            "not-averaged",
            _scaled(lambda y: y.size),
            "The gradients are added up over all entries, but the loss is their mean.",
        ),
        Misconception(
            "half-averaged-over-examples",
            _scaled(lambda y: y.shape[1] / 2),
            "The 2 of the square is lost, and the mean is taken over the examples only.",
        ),
        Misconception(
            "half-not-averaged",
            _scaled(lambda y: y.size / 2),
            "The 2 of the square is lost, and so is the mean.",
        ),
        Misconception(
            "sign",
            _scaled(lambda _y: -1),
            "All signs are wrong: the difference at the output is the wrong way round.",
        ),
        Misconception(
            "output-slope-missing",
            Sweep(_output_slope_missing),
            "The slope of the last layer's activation is missing from the chain.",
        ),
        Misconception(
            "cross-entropy",
            Sweep(_cross_entropy),
            "The chain begins as with cross-entropy: the loss here is the squared error.",
        ),
        Misconception(
            "all-slopes-missing",
            Sweep(_output_slope_missing, slope=_ones),
            "There are no slopes of activations in the chain at all.",
        ),
        Misconception(
            "all-slopes-at-the-output",
            Sweep(_output_slope_at_output, slope=_slope_at_output),
            "All slopes are taken at the activation, as if that were z: it is applied twice.",
        ),
        Misconception(
            "absolute-error",
            Sweep(_absolute),
            "The chain begins as with the absolute error: the loss here is the squared one.",
        ),
        Misconception(
            "slopes-not-passed-on",
            _not_passed_on,
            "A layer's own slope is used, and then lost: what goes further back is without it.",
        ),
        Misconception(
            "next-activation",
            Sweep(_delta, shift=1),
            "Each hidden layer's slope is that of the layer after it: an index is off by one.",
        ),
        Misconception(
            "backwards",
            lambda *args: tuple(grads[::-1] for grads in _backprop(*args)),
            "The lists run from the last layer to the first: they were filled on the way back.",
        ),
        Misconception(
            "first-layer-zero",
            _zeroed_first,
            "The first layer gets no gradient: the loop back ends one too early.",
        ),
        Misconception(
            "biases-first",
            lambda *args: _backprop(*args)[::-1],
            "The lists come in the wrong order: the weights' one is asked for first.",
        ),
        Misconception(
            "takes-a-step",
            _steps,
            "It changes the layers that it was given, and others still need them as they were.",
        ),
        Misconception(
            "no-biases",
            lambda X, y, weights, biases, names: RIGHT(
                X, y, weights, [0 * b for b in biases], names
            ),
            "On the way forward the biases are not used.",
        ),
        *(
            Misconception(
                f"{only}-throughout",
                lambda X, y, weights, biases, names, only=only: RIGHT(
                    X, y, weights, biases, [only] * len(names)
                ),
                f"All layers are taken for {only}, whatever their names say.",
            )
            for only in ("sigmoid", "tanh", "relu")
        ),
        *(
            Misconception(
                f"{only}-slopes",
                Sweep(_delta_with(only), slope=_slope_of(only)),
                f"Forward is right, but back all slopes are those of {only}.",
            )
            for only in ("sigmoid", "tanh", "relu")
        ),
        *(
            Misconception(
                f"{only}-hidden-slopes",
                Sweep(_delta, slope=_slope_of(only)),
                f"The slopes of the hidden layers are all those of {only}, whatever their names.",
            )
            for only in ("sigmoid", "tanh", "relu")
        ),
    ),
    uses=("backprop/forward", "backprop/activation_backward", "backprop/dense_backward"),
    hints=(
        "Forward first, keeping everything. Then begin at the loss and do for each layer the same.",
        "δ = 2 (a − y) / (n k) ⊙ g′(z); grads by δ; then δ ← (δ Wᵀ) ⊙ g′(z) of the layer before.",
        "for i in reversed(range(len(weights))): activation_backward, then dense_backward.",
    ),
)
