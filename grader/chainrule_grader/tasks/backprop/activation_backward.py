"""Back through a bend: each number of the gradient is scaled by the slope at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from chainrule import activations
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task
from chainrule_grader.tasks._rounding import rounded
from chainrule_grader.tasks.backprop._network import drawn

Array: TypeAlias = NDArray[Any]
Slope: TypeAlias = Callable[[Array], Any]
NAMES = ("sigmoid", "tanh", "relu")


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    for name in NAMES:
        yield name, np.array([[2.0, -1.0], [0.5, 4.0]]), np.array([[1.0, -2.0], [0.5, -0.25]]), name
        yield name, drawn(rng, 3, 4), drawn(rng, 3, 4), name
        yield name, drawn(rng, 3, 3), drawn(rng, 3, 3), name
        yield name, drawn(rng, 1, 2), np.array([[-1000.0, 1000.0]]), name
    yield "relu", np.array([[3.0, -2.0]]), np.array([[0.0, 1.0]]), "relu"


def _activation_backward(grad_out: Array, z: Array, name: str) -> Array:
    return np.asarray(grad_out * activations.get(name).derivative(z))


def _with(**slopes: Slope) -> Implementation:
    """Go back with some slopes replaced."""

    def answer(grad_out: Array, z: Array, name: str) -> Array:
        slope = slopes.get(name, activations.get(name).derivative)
        return np.asarray(grad_out * slope(z))

    return answer


def _in_place(grad_out: Array, z: Array, name: str) -> Array:
    grad_out *= activations.get(name).derivative(z)
    return grad_out


def _masks_in_place(grad_out: Array, z: Array, name: str) -> Array:
    if name != "relu":
        return _activation_backward(grad_out, z, name)
    grad_out[z <= 0] = 0
    return grad_out


def _masks_by_gradient(grad_out: Array, z: Array, name: str) -> Array:
    if name != "relu":
        return _activation_backward(grad_out, z, name)
    return np.where(grad_out > 0, grad_out, 0)


def _product(grad_out: Array, z: Array, name: str) -> Array:
    return np.asarray(grad_out @ activations.get(name).derivative(z))


def _tanh_by_formula(z: Array) -> Array:
    return np.asarray(1 - ((np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))) ** 2)


def _sigmoid_by_formula(z: Array) -> Array:
    return np.asarray(np.exp(-z) / (1 + np.exp(-z)) ** 2)


def _all(slope: Callable[[str], Slope]) -> Implementation:
    return _with(**{name: slope(name) for name in NAMES})


TASK = Task(
    reference=_activation_backward,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "no-gradient-from-above",
            lambda grad_out, z, name: activations.get(name).derivative(z),  # noqa: ARG005
            "That is the slope alone: the gradient from above is not used.",
        ),
        Misconception(
            "no-slope",
            _all(lambda _name: np.ones_like),
            "The gradient passes as if there were no bend: the slope is not used.",
        ),
        Misconception(
            "given-the-activation",
            _with(sigmoid=lambda z: z * (1 - z), tanh=lambda z: 1 - z**2),
            "z is taken for the activation: it has not been through the function yet.",
        ),
        Misconception(
            "sigmoid-given-the-activation",
            _with(sigmoid=lambda z: z * (1 - z)),
            "For sigmoid, z is taken for the activation.",
        ),
        Misconception(
            "tanh-given-the-activation",
            _with(tanh=lambda z: 1 - z**2),
            "For tanh, z is taken for the activation.",
        ),
        Misconception(
            "twice",
            _all(lambda name: lambda z: activations.get(name).derivative(activations.get(name)(z))),
            "The slope is taken at the activation, as if that were z: it is applied twice.",
        ),
        Misconception(
            "activation-for-slope",
            _all(activations.get),
            "The gradient is multiplied by the activation, and not by its slope.",
        ),
        Misconception(
            "matrix-product",
            _product,
            "Rows meet columns, where each number of the gradient has its own slope.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes into its input, the gradient from above, which others may still need.",
        ),
        Misconception(
            "relu-in-place",
            _masks_in_place,
            "For relu it sets entries of the gradient that it was given to 0, in place.",
        ),
        Misconception(
            "relu-masks-by-the-gradient",
            _masks_by_gradient,
            "For relu the gradient's own sign decides what passes; it is z that decides.",
        ),
        Misconception(
            "relu-one-at-zero",
            _with(relu=lambda z: z >= 0),
            "At exactly 0 you let the gradient through relu; in this course it stops there.",
        ),
        Misconception(
            "relu-passes-z",
            _with(relu=activations.relu),
            "For relu the gradient is multiplied by relu(z), and not by its slope.",
        ),
        Misconception(
            "relu-reversed",
            _with(relu=lambda z: z < 0),
            "For relu the gradient passes where z is negative.",
        ),
        Misconception(
            "relu-everywhere",
            _with(relu=np.ones_like),
            "For relu the gradient passes everywhere, as if nothing had been cut off.",
        ),
        Misconception(
            "relu-of-the-gradient",
            lambda g, z, name: (
                np.where((z > 0) & (g > 0), g, 0)
                if name == "relu"
                else _activation_backward(g, z, name)
            ),
            "For relu negative gradients are stopped as well; only z decides what passes.",
        ),
        Misconception(
            "always-sigmoid",
            _all(lambda _name: activations.sigmoid.derivative),
            "The slope is always the sigmoid's, whatever the name.",
        ),
        Misconception(
            "tanh-as-sigmoid",
            _with(tanh=activations.sigmoid.derivative),
            "For tanh the slope of the sigmoid is used.",
        ),
        Misconception(
            "pattern-of-the-sigmoid",
            _with(tanh=lambda z: np.tanh(z) * (1 - np.tanh(z))),
            "For tanh the pattern a · (1 − a) is used, which belongs to the sigmoid.",
        ),
        Misconception(
            "tanh-no-square",
            _with(tanh=lambda z: 1 - np.tanh(z)),
            "For tanh the square is missing.",
        ),
        Misconception(
            "tanh-overflow",
            _with(tanh=_tanh_by_formula),
            "For tanh and large z, infinity is divided by infinity.",
        ),
        Misconception(
            "sigmoid-overflow",
            _with(sigmoid=_sigmoid_by_formula),
            "For sigmoid and large negative z, infinity is divided by infinity.",
        ),
        Misconception(
            "both-overflow",
            _with(sigmoid=_sigmoid_by_formula, tanh=_tanh_by_formula),
            "For sigmoid and tanh, large z make infinity be divided by infinity.",
        ),
        Misconception(
            "sign",
            lambda grad_out, z, name: -_activation_backward(grad_out, z, name),
            "The sign is wrong: all three curves rise, so none of them turns the gradient round.",
        ),
        Misconception(
            "added",
            lambda grad_out, z, name: grad_out + activations.get(name).derivative(z),
            "Gradient and slope are added; along a chain they are multiplied.",
        ),
        Misconception(
            "averaged",
            lambda g, z, name: _activation_backward(g, z, name) / len(g),
            "It is divided by the number of examples; that is the loss's business.",
        ),
        Misconception(
            "summed",
            lambda g, z, name: _activation_backward(g, z, name).sum(axis=0),
            "The examples are added up: each has a gradient of its own here.",
        ),
        Misconception(
            "arguments-swapped",
            lambda grad_out, z, name: _activation_backward(z, grad_out, name),
            "The gradient and z have changed places: the slope is taken at the gradient.",
        ),
        Misconception(
            "slope-squared",
            lambda g, z, name: _activation_backward(_activation_backward(g, z, name), z, name),
            "The slope is multiplied in twice.",
        ),
        *rounded(_activation_backward),
    ),
    hints=(
        "An activation works on each number alone. So does the way back through it.",
        "grad_z = grad_out ⊙ g′(z): entry by entry, with the slope taken at z.",
        "Choose the slope by the name, σ(1 − σ), 1 − tanh² or z > 0, and return grad_out * slope.",
    ),
)
