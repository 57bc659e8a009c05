"""One step against the gradient."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks._rounding import rounded

Array: TypeAlias = NDArray[Any]


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    yield "weights in a row", np.array([1.0, -2.0]), np.array([0.5, 4.0]), 0.1
    yield "weights in a row", rng.normal(size=4), 2 * rng.normal(size=4), 0.3
    yield "weights in a table", rng.normal(size=(2, 3)), 2 * rng.normal(size=(2, 3)), 0.05
    yield "weights in a table", rng.normal(size=(3, 2)), 2 * rng.normal(size=(3, 2)), 2.0
    yield "integers", np.array([3, -1, 2]), np.array([1, 4, -3]), 0.25
    yield "integers", rng.integers(-9, 10, 4), rng.choice([-7, -3, -1, 1, 3, 5], 4), 0.25


def _update(w: Array, grad: Array, learning_rate: float) -> Array:
    return np.asarray(w - learning_rate * grad)


def _in_place(w: Array, grad: Array, learning_rate: float) -> Array:
    w -= learning_rate * grad
    return w


def _spoils_gradient(w: Array, grad: Array, learning_rate: float) -> Array:
    grad *= learning_rate
    return np.asarray(w - grad)


TASK = Task(
    reference=_update,
    observe=calls(_inputs),
    misconceptions=(
        Misconception(
            "uphill",
            lambda w, grad, learning_rate: w + learning_rate * grad,
            "The step follows the gradient, and the gradient points uphill.",
        ),
        Misconception(
            "no-learning-rate",
            lambda w, grad, learning_rate: w - grad,  # noqa: ARG005  that is the mistake
            "The learning rate is not used: every step is as long as the gradient.",
        ),
        Misconception(
            "divided",
            lambda w, grad, learning_rate: w - grad / learning_rate,
            "The gradient is divided by the learning rate, so that a small rate gives a leap.",
        ),
        Misconception(
            "step-only",
            lambda w, grad, learning_rate: -learning_rate * grad,  # noqa: ARG005
            "That is the step alone: where it starts from is lost.",
        ),
        Misconception(
            "step-only-uphill",
            lambda w, grad, learning_rate: learning_rate * grad,  # noqa: ARG005
            "That is how long the step is; the weight that takes it is missing.",
        ),
        Misconception(
            "reversed",
            lambda w, grad, learning_rate: learning_rate * grad - w,
            "The difference is the wrong way round: the weight is taken from the step.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It writes the new weights over the old ones, which the caller still needs.",
        ),
        Misconception(
            "spoils-the-gradient",
            _spoils_gradient,
            "The weights are right, but it scales the gradient that it was given in place.",
        ),
        Misconception(
            "multiplied",
            lambda w, grad, learning_rate: w * (1 - learning_rate * grad),
            "The step is multiplied by the weight: that is no longer a step along the slope.",
        ),
        Misconception(
            "rate-on-both",
            lambda w, grad, learning_rate: learning_rate * (w - grad),
            "The learning rate is applied to the weight as well: check the brackets.",
        ),
        Misconception(
            "rate-on-the-weight",
            lambda w, grad, learning_rate: learning_rate * w - grad,
            "The learning rate is applied to the weight, and not to the gradient.",
        ),
        Misconception(
            "sign-of-the-gradient",
            lambda w, grad, learning_rate: w - learning_rate * np.sign(grad),
            "Only the gradient's sign is used: how steep it is makes no difference.",
        ),
        Misconception(
            "unit-gradient",
            lambda w, grad, learning_rate: w - learning_rate * grad / np.linalg.norm(grad),
            "The gradient is cut to length 1 first: how steep it is makes no difference.",
        ),
        Misconception(
            "mean-gradient",
            lambda w, grad, learning_rate: w - learning_rate * np.mean(grad),
            "All weights take the same step: each has a slope of its own.",
        ),
        Misconception(
            "sum-of-the-gradient",
            lambda w, grad, learning_rate: w - learning_rate * np.sum(grad),
            "The slopes of all weights are added up, where each weight has its own.",
        ),
        Misconception(
            "own-rate",
            lambda w, grad, learning_rate: w - 0.1 * grad,  # noqa: ARG005
            "Your learning rate is 0.1, whatever the argument says.",
        ),
        Misconception(
            "own-small-rate",
            lambda w, grad, learning_rate: w - 0.01 * grad,  # noqa: ARG005
            "Your learning rate is 0.01, whatever the argument says.",
        ),
        Misconception(
            "twice",
            lambda w, grad, learning_rate: w - 2 * learning_rate * grad,
            "The step is twice as long as it should be: the 2 belongs into the gradient.",
        ),
        Misconception(
            "half",
            lambda w, grad, learning_rate: w - learning_rate * grad / 2,
            "The step is half as long as it should be.",
        ),
        Misconception(
            "minus-rate",
            lambda w, grad, learning_rate: w - learning_rate - grad,
            "The learning rate is subtracted, where it should scale the gradient.",
        ),
        Misconception(
            "divided-by-their-number",
            lambda w, grad, learning_rate: w - learning_rate * grad / len(grad),
            "The gradient is averaged once more: here it is taken as it is given.",
        ),
        Misconception(
            "magnitude",
            lambda w, grad, learning_rate: w - learning_rate * np.abs(grad),
            "The gradient's sign is lost, so that every weight moves down, needed or not.",
        ),
        Misconception(
            "cut-to-integers",
            lambda w, grad, learning_rate: (w - learning_rate * grad).astype(w.dtype),
            "Where w holds integers so does your result, and the small steps are cut off.",
        ),
        *rounded(_update),
    ),
    hints=(
        "The gradient says which way is up and how steep; you want to go down a little.",
        "W ← W − η ∂J/∂W, where η is the learning rate.",
        "Subtract learning_rate * grad from w, and return the result instead of storing it in w.",
    ),
)
