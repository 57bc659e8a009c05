"""Backpropagation through any number of dense layers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from chainrule import activations
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import several, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Misconception, Observation, Task, switch
from chainrule_grader.tasks.backprop._mistakes import BACKWARD
from chainrule_grader.tasks.backprop._network import (
    Array,
    BackwardPass,
    Derivative,
    Gradients,
    drawn,
    layers,
    right_derivative,
)

PARTS = ("grad_W", "grad_b")


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    W, zero = np.array([[1.0, -1.0], [0.5, 2.0]]), np.zeros(2)
    yield np.array([[1.0, -2.0]]), np.array([[0.5, 1.0]]), [W], [zero], ["tanh"]
    for n, sizes, names in (
        (2, [2, 2, 2], ["tanh", "sigmoid"]),
        (5, [3, 4, 2], ["relu", "tanh"]),
        (4, [2, 3, 4, 1], ["sigmoid", "tanh", "sigmoid"]),
        (6, [2, 4, 3, 2, 2], ["tanh", "sigmoid", "relu", "tanh"]),
        (1, [2, 3], ["sigmoid"]),
    ):
        X, y = drawn(rng, n, sizes[0]), drawn(rng, n, sizes[-1])
        yield X, y, *layers(rng, sizes, names)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for args in _inputs(rng):
        both = several(subject(*args), 2, "a pair of lists (grad_W, grad_b)")
        call = format_call(subject.name, list(args))
        for i, criterion in enumerate(PARTS):
            each = several(
                both[i], len(args[2]), f"a list {criterion} with an entry for each layer"
            )
            # The other list is None, so that the path says which list it is.
            yield value(criterion, call, (None, each) if i else (each, None))


_RIGHT: dict[str, Any] = {
    "error": lambda out, y: out - y,
    "factor": 2.0,
    "count": np.size,
    "output_derivative": right_derivative,
}


def _make(**pieces: Any) -> Implementation:
    """Return a backward pass with other pieces."""
    return BackwardPass(**(_RIGHT | pieces))


def _one(_z: Array, _out: Array, _name: str) -> float:
    return 1.0


def _derivative_of(only: str) -> Derivative:
    return lambda z, _out, _name: activations.get(only).derivative(z)


def _everywhere(name: str, message: str, derivative: Derivative) -> Misconception:
    """Return the mistake of one derivative in all layers."""
    return switch(name, message, output_derivative=derivative, hidden_derivative=derivative)


def _first_layer_zero(grads: Gradients) -> Gradients:
    if len(grads[0]) == 1:
        return grads
    return tuple([0 * one[0], *one[1:]] for one in grads)  # type: ignore[return-value]


def _in_each(change: Any) -> Any:
    """Return a function that changes every array of both lists."""
    return lambda grads: tuple([change(grad) for grad in one] for one in grads)


def _always(only: str) -> Any:
    return lambda X, y, weights, biases, names: (X, y, weights, biases, [only] * len(names))


NAMES: Final = ("sigmoid", "tanh", "relu")

TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    parts=PARTS,
    misconceptions=(
        switch(
            "no-two",
            "Your gradients lack the factor 2 of the squared error.",
            factor=1.0,
        ),
        switch(
            "averaged-over-examples",
            "You divide by the number of examples; divide by the number of all entries of y.",
            count=len,
        ),
        switch(
            "half-averaged-over-examples",
            "The factor 2 is missing, and you divide by the number of examples, not entries.",
            factor=1.0,
            count=len,
        ),
        switch(
            "error-alone",
            "You start with output minus target; the factor 2 and the mean are missing.",
            factor=1.0,
            count=lambda _y: 1,
        ),
        switch(
            "not-averaged",
            "You do not divide by the number of entries; the loss is a mean.",
            count=lambda _y: 1,
        ),
        switch(
            "averaged-over-outputs",
            "You divide by the number of outputs; divide by the number of all entries of y.",
            count=lambda y: y.shape[1],
        ),
        switch(
            "sign",
            "All your gradients have the wrong sign; start with output minus target.",
            error=lambda out, y: y - out,
        ),
        switch(
            "output-derivative-missing",
            "The derivative of the last layer's activation is missing from the chain rule.",
            output_derivative=_one,
        ),
        switch(
            "cross-entropy",
            "You start as for cross-entropy; the loss here is the mean squared error.",
            factor=1.0,
            count=len,
            output_derivative=_one,
        ),
        switch(
            "output-derivative-at-the-activation",
            "In the last layer you take the derivative at the activation; take it at z.",
            output_derivative=lambda _z, out, name: activations.get(name).derivative(out),
        ),
        switch(
            "all-derivatives-at-the-activation",
            "You take the derivatives at the activations; take them at z.",
            output_derivative=lambda _z, out, name: activations.get(name).derivative(out),
            hidden_derivative=lambda _z, out, name: activations.get(name).derivative(out),
        ),
        switch(
            "all-derivatives-missing",
            "The derivatives of the activations are missing from the chain rule.",
            output_derivative=_one,
            hidden_derivative=_one,
        ),
        switch(
            "absolute-error",
            "You start with the gradient of the absolute error; the loss is the squared error.",
            error=lambda out, y: np.sign(out - y),
            factor=1.0,
        ),
        switch(
            "derivatives-not-passed-on",
            "You do not pass a layer's derivative on to the layers before it.",
            passed=lambda grad, _delta: grad,
        ),
        switch(
            "next-activation",
            "Hidden layers use the activation of the next layer; check the index.",
            layer_of_name=lambda i, count: min(i + 1, count - 1),
        ),
        switch(
            "previous-activation",
            "Layers use the activation of the layer before; check the index.",
            layer_of_name=lambda i, _count: i - 1,
        ),
        *BACKWARD,
        _everywhere(
            "sigmoid-formula",
            "You use a · (1 − a) in every layer, which is right for the sigmoid only.",
            lambda _z, out, _name: out * (1 - out),
        ),
        _everywhere(
            "tanh-formula",
            "You use 1 − a² in every layer, which is right for tanh only.",
            lambda _z, out, _name: 1 - out**2,
        ),
        *(
            _everywhere(
                f"{only}-derivatives",
                f"You use the derivative of {only} in every layer; choose it by the layer's name.",
                _derivative_of(only),
            )
            for only in NAMES
        ),
        *(
            switch(
                f"{only}-hidden-derivatives",
                f"You use the derivative of {only} in every hidden layer; choose it by the name.",
                hidden_derivative=_derivative_of(only),
            )
            for only in NAMES
        ),
        *(
            switch(
                f"{only}-throughout",
                f"You use {only} in every layer; choose the activation by the layer's name.",
                arguments=_always(only),
            )
            for only in NAMES
        ),
        switch(
            "backwards",
            "Your lists start with the last layer; they must start with the first layer.",
            result=lambda grads: tuple(one[::-1] for one in grads),
        ),
        switch(
            "first-layer-zero",
            "The gradients of the first layer are 0; check where the loop ends.",
            result=_first_layer_zero,
        ),
        switch(
            "first-layer-always-zero",
            "The gradients of the first layer are 0; check where the loop ends.",
            result=lambda grads: tuple([0 * one[0], *one[1:]] for one in grads),
        ),
        switch(
            "biases-first",
            "You return the bias gradients first; return the weight gradients first.",
            result=lambda grads: grads[::-1],
        ),
        switch(
            "no-biases",
            "You do not use the biases in the forward pass.",
            arguments=lambda X, y, weights, biases, names: (
                X,
                y,
                weights,
                [0 * b for b in biases],
                names,
            ),
        ),
        switch(
            "absolute",
            "Your gradients have no negative entries; keep the signs.",
            result=_in_each(np.abs),
        ),
        switch(
            "zero",
            "All your gradients are 0; compute them with the chain rule.",
            result=_in_each(np.zeros_like),
        ),
        switch(
            "flattened",
            "Your gradients are flat; each needs the shape of its weights.",
            result=_in_each(np.ravel),
        ),
    ),
    uses=("backprop/forward", "backprop/activation_backward", "backprop/dense_backward"),
    hints=(
        "Keep all outputs of the forward pass; then do two steps for each layer, last first.",
        "δ = grad ⊙ g′(z); gradients of the layer from δ; then grad = δ Wᵀ for the layer before.",
        "for i in reversed(range(len(weights))): activation_backward, then dense_backward.",
    ),
)
