"""The slope of the mean absolute error: the same for every miss, whatever its size."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from chainrule import losses
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import calls, check_property, numbers, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Misconception, Observation, Task
from chainrule_grader.tasks.losses._inputs import Array, measurements, ties
from chainrule_grader.tasks.losses._mistakes import slopes

EQUAL = "where prediction and truth are equal"
LEANS = "Where prediction and truth are equal, yours gives a slope that no line at the tip has."


def _observe(mae_grad: Subject, rng: Generator) -> Iterator[Observation]:
    yield from calls(measurements)(mae_grad, rng)
    for y, y_hat in ties(rng):
        what = format_call(mae_grad.name, [y, y_hat])
        seen = numbers(mae_grad(y, y_hat), "the gradient", y.shape)
        # The curve has a tip there, and every line that touches it from below is as good.
        within = np.abs(seen[y == y_hat]) <= (1 + 1e-5) / y.size
        yield check_property(EQUAL, what, within.all(), LEANS)
        yield value(EQUAL, f"{what}, elsewhere", seen[y != y_hat])


def _gradient(y: Array, y_hat: Array) -> Array:
    return np.asarray(np.sign(y_hat - y) / y.size)


def _by_division(y: Array, y_hat: Array) -> Array:
    return np.asarray((y_hat - y) / np.abs(y_hat - y) / y.size)


TASK = Task(
    reference=_gradient,
    observe=_observe,
    misconceptions=(
        Misconception(
            "zero-by-zero",
            _by_division,
            "Where prediction and truth are equal, 0 is divided by 0, and that is not a number.",
        ),
        Misconception(
            "difference",
            lambda y, y_hat: (y_hat - y) / y.size,
            "The slope grows with the error; that of a distance is the same everywhere.",
        ),
        Misconception(
            "difference-truth-first",
            lambda y, y_hat: (y - y_hat) / y.size,
            "The slope grows with the error, and it has the wrong sign.",
        ),
        Misconception(
            "of-the-squared-error",
            losses.MeanSquaredError().gradient,
            "That is the gradient of the squared error, which grows with the error.",
        ),
        Misconception(
            "one-side-only",
            lambda y, y_hat: (y_hat > y) / y.size,
            "Predictions that are too low have no slope in yours.",
        ),
        Misconception(
            "one-side-only-not-divided",
            lambda y, y_hat: y_hat > y,
            "Predictions that are too low have no slope, and the mean is forgotten.",
        ),
        Misconception(
            "of-the-prediction",
            lambda y, y_hat: np.sign(y_hat) / y.size,
            "The sign of the prediction is not the sign of its error: the truth is never used.",
        ),
        Misconception(
            "all-ones",
            lambda y, y_hat: np.ones(y_hat.shape) / y.size,
            "The slope is the same for predictions that are too high and too low.",
        ),
        Misconception(
            "the-loss",
            losses.MeanAbsoluteError(),
            "That is the loss itself, not its gradient.",
        ),
        Misconception(
            "distances",
            lambda y, y_hat: np.abs(y_hat - y) / y.size,
            "Those are the distances themselves, not their slopes.",
        ),
        Misconception(
            "times-the-error",
            lambda y, y_hat: np.sign(y_hat - y) * (y_hat - y),
            "The sign is multiplied by the error, which makes the distance again.",
        ),
        Misconception(
            "of-the-truth",
            lambda y, y_hat: np.sign(y) / y.size,  # noqa: ARG005
            "The sign of the truth is not the sign of the error: the prediction is never used.",
        ),
        Misconception(
            "by-the-length",
            lambda y, y_hat: (y_hat - y) / np.linalg.norm(y_hat - y),
            "The error is divided by its length over all entries; each has its own distance.",
        ),
        Misconception(
            "cut-off-errors",
            lambda y, y_hat: np.clip(y_hat - y, -1, 1) / y.size,
            "Errors between −1 and 1 still count by their size; their slope is as steep as any.",
        ),
        Misconception(
            "smooth",
            lambda y, y_hat: np.tanh(y_hat - y) / y.size,
            "A smooth curve stands in for the sign: small errors have too little slope.",
        ),
        Misconception(
            "step-with-zero",
            lambda y, y_hat: np.where(y_hat < y, -1, 0) / y.size,
            "Predictions that are too high have no slope in yours.",
        ),
        Misconception(
            "not-divided-and-no-tie",
            lambda y, y_hat: np.where(y_hat > y, 1.0, -1.0),
            "That is the gradient of the sum: the loss is a mean, and so is its gradient.",
        ),
        Misconception(
            "halved",
            lambda y, y_hat: _gradient(y, y_hat) / 2,
            "It is half of what it should be.",
        ),
        Misconception(
            "doubled",
            lambda y, y_hat: 2 * _gradient(y, y_hat),
            "It is twice what it should be: the factor 2 belongs to squares.",
        ),
        *(mistake for mistake in slopes(_gradient) if mistake.name != "without-direction"),
    ),
    hints=(
        "If a prediction that is too high rises by a little, how much does its distance grow?",
        "∂MAE/∂ŷ = sign(ŷ − y) / N, with N the number of all entries.",
        "np.sign of the difference gives 1, 0 or −1; then think of the mean.",
    ),
)
