"""The gradients of a network with one hidden layer and mean binary cross-entropy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call, type_in_words
from chainrule_grader.judging.observation import reject, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Implementation, Observation, Task, switch
from chainrule_grader.tasks.backprop._mistakes import BACKWARD
from chainrule_grader.tasks.backprop._network import Array, BackwardPass, drawn

KEYS = ("W1", "b1", "W2", "b2")


def _inputs(rng: Generator) -> Iterator[tuple[Array, ...]]:
    X, y = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[1.0], [0.0]])
    yield X, y, np.array([[1.0, -1.0], [0.5, 2.0]]), np.zeros(2), np.ones((2, 1)), np.zeros(1)
    for n, m, h in ((3, 3, 3), (5, 3, 2), (4, 2, 3), (1, 2, 3)):
        y = (np.arange(n) % 2)[:, np.newaxis].astype(float)
        yield drawn(rng, n, m), y, *_weights(rng, m, h)
    # One example of which the network is certain, and right: p (1 − p) and p − y are 0.
    X, W2 = np.array([[1000.0, -1000.0], [0.0, 0.0]]), np.array([[400.0], [-400.0]])
    yield X, np.array([[1.0], [0.0]]), np.eye(2), np.zeros(2), W2, np.array([0.25])


def _weights(rng: Generator, m: int, h: int) -> tuple[Array, Array, Array, Array]:
    return drawn(rng, m, h), drawn(rng, h), drawn(rng, h, 1), drawn(rng, 1)


def _observe(subject: Subject, rng: Generator) -> Iterator[Observation]:
    for args in _inputs(rng):
        result = subject(*args)
        if not isinstance(result, dict) or not set(KEYS) <= result.keys():
            got = f"the keys {sorted(map(str, result))}" if isinstance(result, dict) else ""
            reject(f"gives {got or type_in_words(result)}, where W1, b1, W2 and b2 are needed")
        call = format_call(subject.name, list(args))
        for key in KEYS:
            yield value(key, call, {key: result[key]})


def _make(**pieces: Any) -> Implementation:
    """Return the gradients by name, from a backward pass with other pieces."""
    backward = BackwardPass(**(_RIGHT | pieces))

    def two_layer_gradients(
        X: Array, y: Array, W1: Array, b1: Array, W2: Array, b2: Array
    ) -> dict[str, Any]:
        weights, biases = backward(X, y, [W1, W2], [b1, b2], ["sigmoid", "sigmoid"])
        return {"W1": weights[0], "b1": biases[0], "W2": weights[1], "b2": biases[1]}

    return two_layer_gradients


def _one(_z: Array, _p: Array, _name: str) -> float:
    """Return the product of the derivatives of the loss and the sigmoid without p − y."""
    return 1.0


_RIGHT: dict[str, Any] = {
    "error": lambda p, y: p - y,
    "factor": 1.0,
    "count": len,
    "output_derivative": _one,
}


def _sigmoid_derivative(_z: Array, p: Array, _name: str) -> Any:
    return p * (1 - p)


def _in_each(change: Callable[[Array], Any]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return a function that changes every gradient."""
    return lambda grads: {key: change(grad) for key, grad in grads.items()}


def _layers_exchanged(grads: dict[str, Any]) -> dict[str, Any]:
    return {key: grads[other] for key, other in zip(KEYS, ("W2", "b2", "W1", "b1"), strict=True)}


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    misconceptions=(
        switch(
            "not-averaged",
            "You do not divide by the number of examples; the loss is a mean.",
            count=lambda _y: 1,
        ),
        switch(
            "output-derivative-twice",
            "You multiply by p · (1 − p) at the output; p − y includes this derivative already.",
            output_derivative=_sigmoid_derivative,
        ),
        switch(
            "squared-error",
            "You start with the gradient of the squared error; the loss is the cross-entropy.",
            output_derivative=_sigmoid_derivative,
            factor=2.0,
        ),
        switch(
            "sign",
            "All your gradients have the wrong sign; start with p − y.",
            error=lambda p, y: y - p,
        ),
        switch(
            "output-derivative-missing",
            "The derivative of the output's sigmoid is missing from the chain rule.",
            output_derivative=lambda _z, p, _name: 1 / (p * (1 - p)),
        ),
        switch(
            "output-derivative-missing-clipped",
            "The derivative of the output's sigmoid is missing from the chain rule.",
            output_derivative=lambda _z, p, _name: 1 / (p * (1 - p) + 1e-7),
        ),
        switch(
            "zero-by-zero",
            "You divide 0 by 0 where p is exactly 0 or 1; simplify the chain rule to p − y.",
            error=lambda p, y: (-y / p + (1 - y) / (1 - p)) * p * (1 - p),
        ),
        switch(
            "doubled",
            "All your gradients are twice as large as they should be.",
            factor=2.0,
        ),
        switch(
            "halved",
            "All your gradients are half as large as they should be.",
            factor=0.5,
        ),
        switch(
            "target-only",
            "Examples with y = 0 add nothing to your gradients; the second term is missing.",
            error=lambda p, y: -y * (1 - p),
        ),
        switch(
            "probability-alone",
            "You start with p alone; the target is missing.",
            error=lambda p, y: p + 0 * y,
        ),
        *BACKWARD,
        switch(
            "tanh-derivative",
            "In the hidden layer you use the derivative of tanh; this network uses the sigmoid.",
            hidden_derivative=lambda _z, out, _name: 1 - out**2,
        ),
        switch(
            "relu-derivative",
            "In the hidden layer you use the derivative of relu; this network uses the sigmoid.",
            hidden_derivative=lambda z, _out, _name: z > 0,
        ),
        switch(
            "pre-activation-for-derivative",
            "In the hidden layer your formula a · (1 − a) uses z; use the activation.",
            hidden_derivative=lambda z, _out, _name: z * (1 - z),
        ),
        switch(
            "hidden-complement",
            "In the hidden layer your derivative lacks the factor a.",
            hidden_derivative=lambda _z, out, _name: 1 - out,
        ),
        switch(
            "second-layer-uses-X",
            "In the gradient of W2 you use X; use the hidden layer.",
            sources=lambda outs: [outs[0], outs[0]],
        ),
        switch(
            "layers-exchanged",
            "You exchange the gradients of the two layers.",
            result=_layers_exchanged,
        ),
        switch(
            "hidden-sign",
            "The gradients of the first layer have the wrong sign.",
            down=lambda delta, W, _grad_W: -delta @ W.T,
        ),
        switch(
            "output-layer-only",
            "The gradients of the first layer are 0; continue the chain rule to it.",
            down=lambda delta, W, _grad_W: 0 * delta @ W.T,
        ),
        switch(
            "no-biases",
            "You do not use the biases in the forward pass.",
            arguments=lambda X, y, W1, b1, W2, b2: (X, y, W1, 0 * b1, W2, 0 * b2),
        ),
        switch(
            "no-second-bias",
            "You do not use b2 in the forward pass.",
            arguments=lambda X, y, W1, b1, W2, b2: (X, y, W1, b1, W2, 0 * b2),
        ),
        switch(
            "no-first-bias",
            "You do not use b1 in the forward pass.",
            arguments=lambda X, y, W1, b1, W2, b2: (X, y, W1, 0 * b1, W2, b2),
        ),
        switch(
            "targets-exchanged",
            "You exchange the targets 0 and 1.",
            arguments=lambda X, y, *weights: (X, 1 - y, *weights),
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
    uses=("backprop/two_layer_forward", "backprop/dense_backward", "backprop/activation_backward"),
    hints=(
        "Start at the loss and go back; at each step multiply by the derivative of that step.",
        "δ₂ = (p − y)/n; grad_W2 = Hᵀ δ₂; δ₁ = (δ₂ W₂ᵀ) ⊙ H (1 − H); grad_W1 = Xᵀ δ₁.",
        "dense_backward(δ₂, H, W2); activation_backward at X @ W1 + b1; dense_backward(δ₁, X, W1).",
    ),
)
