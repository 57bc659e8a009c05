"""A network of dense layers: its inputs, its forward pass, and its backward pass in pieces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from chainrule import activations
from numpy.random import Generator
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
Gradients: TypeAlias = tuple[list[Array], list[Array]]
Layers: TypeAlias = tuple[list[Array], list[Array], list[str]]
Derivative: TypeAlias = Callable[[Array, Array, str], Any]
"""The derivative of an activation function, from z, the activation and the name."""


def drawn(rng: Generator, *shape: int) -> Array:
    """Draw numbers that are short to write."""
    return np.asarray(rng.normal(size=shape).round(3) + 0.0004)


def layers(rng: Generator, sizes: list[int], names: list[str]) -> Layers:
    """Draw weights and biases of dense layers."""
    weights = [drawn(rng, sizes[i], sizes[i + 1]) for i in range(len(names))]
    return weights, [drawn(rng, size) for size in sizes[1:]], names


def forward_pass(
    X: Array, weights: list[Array], biases: list[Array], names: list[str]
) -> tuple[list[Array], list[Array]]:
    """Return z of every layer, and every activation with X first."""
    zs, outs = [], [X * 1.0]
    for W, b, name in zip(weights, biases, names, strict=True):
        zs.append(outs[-1] @ W + b)
        outs.append(activations.get(name)(zs[-1]))
    return zs, outs


def right_derivative(z: Array, _out: Array, name: str) -> Any:
    """Return the derivative of an activation function at z."""
    return activations.get(name).derivative(z)


@dataclass(frozen=True)
class BackwardPass:
    """Backpropagation through dense layers; mistakes exchange its pieces."""

    error: Callable[[Array, Array], Any]
    """The difference of output and target at which the backward pass starts."""
    factor: float
    count: Callable[[Array], float]
    """The number by which the error is divided, from the targets."""
    output_derivative: Derivative
    """The derivative of the last layer's activation, as far as it is in the chain."""
    hidden_derivative: Derivative = right_derivative
    layer_of_name: Callable[[int, int], int] = lambda i, _count: i
    """The layer whose activation is used in layer i."""
    sources: Callable[[list[Array]], list[Array]] = lambda outs: outs[:-1]
    """The inputs of the layers, from X and all activations."""
    weight: Callable[[Array, Array], Any] = lambda source, delta: source.T @ delta
    weight_scale: Callable[[int], float] = lambda _n: 1.0
    """A factor of every grad_W that depends on the number of examples."""
    bias: Callable[[Array], Any] = lambda delta: delta.sum(axis=0)
    bias_scale: Callable[[int], float] = lambda _n: 1.0
    bias_shape: Callable[[Any], Any] = lambda grad_b: grad_b
    down: Callable[[Array, Array, Array], Any] = lambda delta, W, _grad_W: delta @ W.T
    """The gradient at a layer's input, from delta, the weights and their gradient."""
    passed: Callable[[Array, Array], Any] = lambda _grad, delta: delta
    """What is passed on, of the gradients at a layer's activation and at its z."""

    def __call__(
        self,
        X: Array,
        y: Array,
        weights: list[Array],
        biases: list[Array],
        activations: list[str],
    ) -> Gradients:
        zs, outs = forward_pass(X, weights, biases, activations)
        sources, count = self.sources(outs), len(weights)
        grad = self.factor * self.error(outs[-1], y) / self.count(y)
        grads_W: list[Array] = []
        grads_b: list[Array] = []
        for i in reversed(range(count)):
            derivative = self.output_derivative if i == count - 1 else self.hidden_derivative
            name = activations[self.layer_of_name(i, count)]
            delta = grad * derivative(zs[i], outs[i + 1], name)
            grads_W.insert(0, self.weight(sources[i], delta) * self.weight_scale(len(X)))
            grads_b.insert(0, self.bias_shape(self.bias(delta) * self.bias_scale(len(X))))
            grad = self.down(self.passed(grad, delta), weights[i], grads_W[0])
        return grads_W, grads_b
