"""A network of dense layers and the sweep back through it, with joints at which it can be bent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from chainrule import activations
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.task import Misconception

Array: TypeAlias = NDArray[Any]
Gradients: TypeAlias = tuple[list[Array], list[Array]]
Layers: TypeAlias = tuple[list[Array], list[Array], list[str]]


def drawn(rng: Generator, *shape: int) -> Array:
    """Draw numbers that are short to write."""
    return np.asarray(rng.normal(size=shape).round(3) + 0.0004)


def layers(rng: Generator, sizes: list[int], names: list[str]) -> Layers:
    """Draw weights and biases of dense layers."""
    weights = [drawn(rng, sizes[i], sizes[i + 1]) for i in range(len(names))]
    return weights, [drawn(rng, size) for size in sizes[1:]], names


@dataclass(frozen=True)
class Sweep:
    """Backpropagation, whose joints misconceptions replace by wrong ones."""

    delta: Callable[[Array, Array, Array, str], Array]
    """The gradient at the last pre-activation, from output, target, pre-activation and name."""
    slope: Callable[[Array, Array, str], Array] = lambda z, _out, name: activations.get(
        name
    ).derivative(z)
    """The slope of an activation, from the pre-activation and the output."""
    weight: Callable[[Array, Array], Array] = lambda source, delta: source.T @ delta
    bias: Callable[[Array], Array] = lambda delta: delta.sum(axis=0)
    down: Callable[[Array, Array, Array], Array] = lambda delta, W, _grad: delta @ W.T
    """The gradient at a layer's input, from that at its pre-activation, and its weights."""
    shift: int = 0
    """By how many layers the slope that is taken lies off."""

    def __call__(
        self,
        X: Array,
        y: Array,
        weights: list[Array],
        biases: list[Array],
        activations: list[str],
    ) -> Gradients:
        zs, outs = pass_forward(X, weights, biases, activations)
        delta = self.delta(outs[-1], y, zs[-1], activations[-1])
        grads_W: list[Array] = []
        grads_b: list[Array] = []
        for i in reversed(range(len(weights))):
            grads_W.insert(0, self.weight(outs[i], delta))
            grads_b.insert(0, self.bias(delta))
            if i:
                at = i - 1 + self.shift
                grad = self.down(delta, weights[i], grads_W[0])
                delta = grad * self.slope(zs[i - 1], outs[i], activations[at])
        return grads_W, grads_b


def pass_forward(
    X: Array, weights: list[Array], biases: list[Array], names: list[str]
) -> tuple[list[Array], list[Array]]:
    """Return every pre-activation, and every output with X first."""
    zs, outs = [], [X * 1.0]
    for W, b, name in zip(weights, biases, names, strict=True):
        zs.append(outs[-1] @ W + b)
        outs.append(activations.get(name)(zs[-1]))
    return zs, outs


def shape_mistakes() -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield mistakes of any pass: the name, the replaced parts, and the sentence."""
    yield (
        "bias-kept-axis",
        {"bias": lambda delta: delta.sum(axis=0, keepdims=True)},
        "The gradient of a bias has an axis too many: it should have the bias's own shape.",
    )
    yield (
        "bias-one-number",
        {"bias": np.sum},
        "The gradient of a bias is one number: each unit has a bias of its own.",
    )
    yield (
        "bias-averaged-again",
        {"bias": lambda delta: delta.mean(axis=0)},
        "The gradients of the biases are averaged once more; the loss has done that already.",
    )
    yield (
        "bias-not-averaged",
        {"bias": lambda delta: delta.sum(axis=0) * len(delta)},
        "The weights' gradients are averaged over the examples, and those of the biases are not.",
    )
    yield (
        "bias-not-summed",
        {"bias": lambda delta: delta},
        "The gradient of a bias still has a row for each example: they all pull at one bias.",
    )
    yield (
        "weights-averaged-again",
        {"weight": lambda source, delta: source.T @ delta / len(delta)},
        "The gradients of the weights are averaged once more; the loss has done that already.",
    )
    yield (
        "all-averaged-again",
        {
            "weight": lambda source, delta: source.T @ delta / len(delta),
            "bias": lambda delta: delta.mean(axis=0),
        },
        "Everything is averaged over the examples twice, in the loss and in the layers.",
    )
    yield (
        "weights-not-averaged",
        {"weight": lambda source, delta: source.T @ delta * len(delta)},
        "The gradients of the biases are averaged over the examples, those of the weights not.",
    )
    yield (
        "transposed",
        {"weight": lambda source, delta: delta.T @ source},
        "The gradients of the weights are transposed: they should have the weights' shape.",
    )
    yield (
        "last-example-only",
        {"weight": lambda source, delta: source[-1:].T @ delta[-1:], "bias": lambda d: d[-1]},
        "Only the last example counts: each overwrites what the ones before it gave.",
    )
    yield (
        "first-example-only",
        {"weight": lambda source, delta: source[:1].T @ delta[:1], "bias": lambda d: d[0]},
        "Only the first example counts: the others are forgotten.",
    )


def chain_mistakes() -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield mistakes in the step from a layer to the one before it."""
    yield (
        "hidden-slope-missing",
        {"slope": lambda z, _out, _name: np.ones_like(z)},
        "The slope of the hidden activation is missing from the chain.",
    )
    yield (
        "slope-at-the-output",
        {"slope": lambda _z, out, name: activations.get(name).derivative(out)},
        "The slope is taken at the activation, as if that were z: it is applied twice.",
    )
    yield (
        "activation-for-slope",
        {"slope": lambda _z, out, _name: out},
        "The chain is multiplied by the hidden activation, and not by its slope.",
    )
    yield (
        "updated-weights",
        {"down": lambda delta, W, grad: delta @ (W - grad).T},
        "The weights are updated before the gradient has gone back through them.",
    )
    yield (
        "weights-not-in-the-chain",
        {
            "down": lambda delta, W, _grad: np.broadcast_to(
                delta.sum(axis=1, keepdims=True), (len(delta), len(W))
            )
        },
        "The gradient goes back without the weights that it came forward through.",
    )


def bent(sweep: Sweep, answer: Callable[[Sweep], Any]) -> Iterator[Misconception]:
    """Yield the misconceptions that any sweep can have; `answer` makes one's function of it."""
    for name, joints, message in (*shape_mistakes(), *chain_mistakes()):
        yield Misconception(name, answer(Sweep(**(vars(sweep) | joints))), message)
