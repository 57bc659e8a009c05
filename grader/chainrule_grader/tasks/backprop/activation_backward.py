"""The backward pass of an activation function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
from chainrule import activations
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Task, switch
from chainrule_grader.tasks._common import FLATTENED, INTEGERS, ROUNDED, TRANSPOSED
from chainrule_grader.tasks.backprop._network import drawn

Array: TypeAlias = NDArray[Any]
Function: TypeAlias = Callable[[Array], Any]
Combine: TypeAlias = Callable[[Array, Array], Any]
NAMES = ("sigmoid", "tanh", "relu")


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    for name in NAMES:
        yield name, np.array([[2.0, -1.0], [0.5, 4.0]]), np.array([[1.0, -2.0], [0.5, -0.25]]), name
        yield name, drawn(rng, 3, 4), drawn(rng, 3, 4), name
        yield name, drawn(rng, 3, 3), drawn(rng, 3, 3), name
        yield name, drawn(rng, 1, 2), np.array([[-1000.0, 1000.0]]), name
    yield "relu", np.array([[3.0, -2.0]]), np.array([[0.0, 1.0]]), "relu"


def _make(
    sigmoid: Function = activations.sigmoid.derivative,
    tanh: Function = activations.tanh.derivative,
    relu: Function = activations.relu.derivative,
    combine: Combine = np.multiply,
    relu_combine: Combine | None = None,
) -> Implementation:
    """Return a function that combines the gradient with the derivative of each activation."""
    derivatives = {"sigmoid": sigmoid, "tanh": tanh, "relu": relu}

    def activation_backward(grad_out: Array, z: Array, name: str) -> Any:
        joined = relu_combine if name == "relu" and relu_combine else combine
        return joined(grad_out, derivatives[name](z))

    return activation_backward


def _all(derivative: Callable[[str], Function]) -> dict[str, Function]:
    """Return the pieces of one mistake in all three derivatives."""
    return {name: derivative(name) for name in NAMES}


def _twice(name: str) -> Function:
    function = activations.get(name)
    return lambda z: function.derivative(function(z))


def _tanh_by_formula(z: Array) -> Array:
    return np.asarray(1 - ((np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))) ** 2)


def _sigmoid_by_formula(z: Array) -> Array:
    return np.asarray(np.exp(-z) / (1 + np.exp(-z)) ** 2)


def _sigmoid_by_fraction(z: Array) -> Array:
    s = np.exp(z) / (1 + np.exp(z))
    return np.asarray(s * (1 - s))


TASK = Task(
    reference=_make(),
    make=_make,
    observe=calls(_inputs),
    misconceptions=(
        switch(
            "no-gradient",
            "You return the derivative alone; multiply it by grad_out.",
            combine=lambda _g, derivative: derivative * 1.0,
        ),
        switch(
            "no-derivative",
            "You return grad_out unchanged; multiply it by the derivative.",
            **_all(lambda _name: np.ones_like),
        ),
        switch(
            "given-the-activation",
            "For sigmoid and tanh you use z as the activation; apply the function first.",
            sigmoid=lambda z: z * (1 - z),
            tanh=lambda z: 1 - z**2,
        ),
        switch(
            "sigmoid-given-the-activation",
            "For sigmoid you use z as the activation; apply the sigmoid first.",
            sigmoid=lambda z: z * (1 - z),
        ),
        switch(
            "tanh-given-the-activation",
            "For tanh you use z as the activation; apply tanh first.",
            tanh=lambda z: 1 - z**2,
        ),
        switch(
            "relu-one-at-zero",
            "For relu your derivative at z = 0 is not 0; this course uses 0.",
            relu=lambda z: z >= 0,
        ),
        switch(
            "relu-half-at-zero",
            "For relu your derivative at z = 0 is 0.5; this course uses 0.",
            relu=lambda z: np.heaviside(z, 0.5),
        ),
        switch(
            "relu-passes-z",
            "For relu you multiply by relu(z); multiply by its derivative.",
            relu=activations.relu,
        ),
        switch(
            "relu-times-z",
            "For relu you multiply by z; multiply by the derivative of relu.",
            relu=lambda z: z * 1.0,
        ),
        switch(
            "relu-mask-alone",
            "For relu you return the derivative alone; multiply it by grad_out.",
            relu_combine=lambda _g, derivative: derivative * 1.0,
        ),
        switch(
            "relu-masks-by-the-gradient",
            "For relu you compare grad_out with 0; compare z.",
            relu_combine=lambda g, _derivative: np.where(g > 0, g, 0),
        ),
        switch(
            "relu-of-the-gradient",
            "For relu you also set negative entries of grad_out to 0; only z decides.",
            relu_combine=lambda g, derivative: np.where(g > 0, g, 0) * derivative,
        ),
        switch(
            "relu-reversed",
            "For relu the gradient passes where z is negative; it must pass where z is positive.",
            relu=lambda z: z < 0,
        ),
        switch(
            "relu-everywhere",
            "For relu you return grad_out unchanged; multiply it by the derivative.",
            relu=np.ones_like,
        ),
        switch(
            "relu-sign",
            "For relu your derivative is −1 where z is negative; it is 0 there.",
            relu=np.sign,
        ),
        switch(
            "relu-leaky",
            "For relu your derivative is 0.01 where z is not positive; it is 0 there.",
            relu=lambda z: np.where(z > 0, 1, 0.01),
        ),
        switch(
            "twice",
            "You take the derivatives at the activation; take them at z.",
            **_all(_twice),
        ),
        switch(
            "sigmoid-twice",
            "For sigmoid you take the derivative at the activation; take it at z.",
            sigmoid=_twice("sigmoid"),
        ),
        switch(
            "tanh-twice",
            "For tanh you take the derivative at the activation; take it at z.",
            tanh=_twice("tanh"),
        ),
        switch(
            "activation-for-derivative",
            "You multiply by the activation; multiply by its derivative.",
            **_all(activations.get),
        ),
        switch(
            "sigmoid-for-derivative",
            "For sigmoid you multiply by σ(z); multiply by its derivative.",
            sigmoid=activations.sigmoid,
        ),
        switch(
            "tanh-for-derivative",
            "For tanh you multiply by tanh(z); multiply by its derivative.",
            tanh=np.tanh,
        ),
        switch(
            "always-sigmoid",
            "You always use the derivative of the sigmoid; choose it by the name.",
            **_all(lambda _name: activations.sigmoid.derivative),
        ),
        switch(
            "tanh-as-sigmoid",
            "For tanh you use the derivative of the sigmoid.",
            tanh=activations.sigmoid.derivative,
        ),
        switch(
            "sigmoid-as-tanh",
            "For sigmoid you use the derivative of tanh.",
            sigmoid=activations.tanh.derivative,
        ),
        switch(
            "pattern-of-the-sigmoid",
            "For tanh you use a · (1 − a), which belongs to the sigmoid.",
            tanh=lambda z: np.tanh(z) * (1 - np.tanh(z)),
        ),
        switch(
            "pattern-of-tanh",
            "For sigmoid you use 1 − a², which belongs to tanh.",
            sigmoid=lambda z: 1 - activations.sigmoid(z) ** 2,
        ),
        switch(
            "sigmoid-complement",
            "For sigmoid your derivative lacks the factor σ(z).",
            sigmoid=lambda z: 1 - activations.sigmoid(z),
        ),
        switch(
            "sigmoid-plus",
            "For sigmoid you use σ · (1 + σ); check the sign.",
            sigmoid=lambda z: activations.sigmoid(z) * (1 + activations.sigmoid(z)),
        ),
        switch(
            "tanh-no-square",
            "For tanh the square is missing in your derivative.",
            tanh=lambda z: 1 - np.tanh(z),
        ),
        switch(
            "tanh-plus",
            "For tanh you use 1 + a²; check the sign.",
            tanh=lambda z: 1 + np.tanh(z) ** 2,
        ),
        switch(
            "tanh-overflow",
            "For tanh np.exp overflows for large z, and the result is NaN; use np.tanh.",
            tanh=_tanh_by_formula,
        ),
        switch(
            "sigmoid-overflow",
            "For sigmoid np.exp overflows for large negative z, and the result is NaN.",
            sigmoid=_sigmoid_by_formula,
        ),
        switch(
            "sigmoid-fraction-overflow",
            "For sigmoid np.exp overflows for large positive z, and the result is NaN.",
            sigmoid=_sigmoid_by_fraction,
        ),
        switch(
            "matrix-product",
            "You use a matrix product; multiply entry by entry.",
            combine=lambda g, derivative: g @ derivative,
        ),
        switch(
            "dot-product",
            "You use np.dot, which is a matrix product; multiply entry by entry.",
            combine=np.dot,
        ),
        switch(
            "added",
            "You add the derivative to grad_out; multiply them.",
            combine=np.add,
        ),
        switch(
            "divided",
            "You divide grad_out by the derivative; multiply them.",
            combine=np.divide,
        ),
        switch(
            "derivative-squared",
            "You multiply by the derivative twice; multiply once.",
            combine=lambda g, derivative: g * derivative * derivative,
        ),
        switch(
            "arguments-exchanged",
            "You exchange grad_out and z: the derivative is taken at z.",
            arguments=lambda g, z, name: (z, g, name),
        ),
        switch(
            "sign",
            "Your result has the wrong sign; all three derivatives are at least 0.",
            result=np.negative,
        ),
        switch(
            "averaged",
            "You divide by the number of examples; the loss did that already.",
            result=lambda g: g / len(g),
        ),
        switch(
            "summed",
            "You add up the examples; return one row for each example.",
            result=lambda g: g.sum(axis=0),
        ),
        switch(
            "absolute",
            "Your result has no negative entries; keep the signs of grad_out.",
            result=np.abs,
        ),
        switch(
            "doubled",
            "Your result is twice as large as it should be.",
            result=lambda g: 2 * g,
        ),
        switch(
            "halved",
            "Your result is half as large as it should be.",
            result=lambda g: g / 2,
        ),
        FLATTENED,
        TRANSPOSED,
        INTEGERS,
        *ROUNDED,
    ),
    hints=(
        "An activation function works on each number separately, and so does its backward pass.",
        "The derivatives at z: σ(z) (1 − σ(z)); 1 − tanh²(z); 1 for z > 0 and else 0.",
        "Choose the derivative with if name == …, and return grad_out * derivative.",
    ),
)
