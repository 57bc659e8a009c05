"""Mistakes that can be made in every backward pass through dense layers."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from chainrule import activations

from chainrule_grader.judging.task import switch
from chainrule_grader.tasks.backprop._network import Array

BIASES: Final = (
    switch(
        "bias-kept-axis",
        "Your bias gradients have shape (1, k); they need shape (k,) like the biases.",
        bias_shape=np.atleast_2d,
    ),
    switch(
        "bias-as-column",
        "Your bias gradients have shape (k, 1); they need shape (k,) like the biases.",
        bias_shape=lambda grad_b: np.reshape(grad_b, (-1, 1)),
    ),
    switch(
        "bias-averaged-again",
        "In the bias gradients you divide by the number of examples twice; divide once.",
        bias_scale=lambda n: 1 / n,
    ),
    switch(
        "bias-not-averaged",
        "In the bias gradients you do not divide by the number of examples.",
        bias_scale=lambda n: n,
    ),
    switch(
        "bias-one-number",
        "Your bias gradients are single numbers; each unit has its own bias.",
        bias=np.sum,
    ),
    switch(
        "bias-not-summed",
        "Your bias gradients have one row for each example; add up the examples.",
        bias=lambda delta: delta,
    ),
    switch(
        "bias-over-units",
        "In the bias gradients you add up the units; add up the examples.",
        bias=lambda delta: delta.sum(axis=1),
    ),
)

WEIGHTS: Final = (
    switch(
        "weights-averaged-again",
        "In the weight gradients you divide by the number of examples twice; divide once.",
        weight_scale=lambda n: 1 / n,
    ),
    switch(
        "weights-not-averaged",
        "In the weight gradients you do not divide by the number of examples.",
        weight_scale=lambda n: n,
    ),
    switch(
        "all-averaged-again",
        "You divide by the number of examples twice; the gradient of the loss is divided already.",
        weight_scale=lambda n: 1 / n,
        bias_scale=lambda n: 1 / n,
    ),
    switch(
        "transposed",
        "Your weight gradients are transposed; they need the shape of the weights.",
        weight=lambda source, delta: delta.T @ source,
    ),
    switch(
        "source-not-transposed",
        "In the weight gradients the layer's input is not transposed.",
        weight=lambda source, delta: source @ delta,
    ),
    switch(
        "last-example-only",
        "You use only the last example; add up the gradients of all examples.",
        weight=lambda source, delta: source[-1:].T @ delta[-1:],
        bias=lambda delta: delta[-1],
    ),
    switch(
        "first-example-only",
        "You use only the first example; add up the gradients of all examples.",
        weight=lambda source, delta: source[:1].T @ delta[:1],
        bias=lambda delta: delta[0],
    ),
)


def _without_weights(delta: Array, W: Array, _grad_W: Array) -> Array:
    return np.broadcast_to(delta.sum(axis=1, keepdims=True), (len(delta), len(W)))


def _at_the_activation(_z: Array, out: Array, name: str) -> Any:
    return activations.get(name).derivative(out)


def _missing(z: Array, _out: Array, _name: str) -> Array:
    return np.ones_like(z)


CHAIN: Final = (
    switch(
        "hidden-derivative-missing",
        "The derivative of the hidden layers' activation is missing from the chain rule.",
        hidden_derivative=_missing,
    ),
    switch(
        "derivative-at-the-activation",
        "In hidden layers you take the derivative at the activation; take it at z.",
        hidden_derivative=_at_the_activation,
    ),
    switch(
        "activation-for-derivative",
        "In hidden layers you multiply by the activation; multiply by its derivative.",
        hidden_derivative=lambda _z, out, _name: out,
    ),
    switch(
        "updated-weights",
        "You pass the gradient back through updated weights; use the weights of the forward pass.",
        down=lambda delta, W, grad_W: delta @ (W - grad_W).T,
    ),
    switch(
        "weights-not-in-the-chain",
        "You pass the gradient back without multiplying by the weights.",
        down=_without_weights,
    ),
    switch(
        "weights-not-transposed",
        "You pass the gradient back through W; it must be transposed.",
        down=lambda delta, W, _grad_W: delta @ W,
    ),
)

BACKWARD: Final = (*BIASES, *WEIGHTS, *CHAIN)
