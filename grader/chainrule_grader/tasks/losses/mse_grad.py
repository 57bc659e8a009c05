"""The slope of the mean squared error: it grows with the error."""

from __future__ import annotations

import numpy as np
from chainrule import losses

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.losses._inputs import Array, measurements
from chainrule_grader.tasks.losses._mistakes import slopes


def _gradient(y: Array, y_hat: Array) -> Array:
    return np.asarray(2 * (y_hat - y) / y.size)


def _in_place(y: Array, y_hat: Array) -> Array:
    y_hat -= y
    return np.asarray(2 * y_hat / y_hat.size)


TASK = Task(
    reference=losses.MeanSquaredError().gradient,
    observe=calls(measurements),
    misconceptions=(
        Misconception(
            "factor-lost",
            lambda y, y_hat: _gradient(y, y_hat) / 2,
            "A factor is lost: what does the exponent become when a square is differentiated?",
        ),
        Misconception(
            "factor-lost-and-not-divided",
            lambda y, y_hat: y_hat - y,
            "That is the error alone: a factor is lost, and the mean is forgotten.",
        ),
        Misconception(
            "factor-lost-and-divided-by-rows",
            lambda y, y_hat: (y_hat - y) / len(y),
            "A factor is lost, and a table is divided by its number of rows only.",
        ),
        Misconception(
            "factor-and-sign-lost",
            lambda y, y_hat: (y - y_hat) / y.size,
            "A factor is lost, and the sign is wrong: what is the inner derivative?",
        ),
        Misconception(
            "error-truth-first",
            lambda y, y_hat: y - y_hat,
            "That is the error, with the wrong sign, without its factor and without the mean.",
        ),
        Misconception(
            "doubled",
            lambda y, y_hat: 2 * _gradient(y, y_hat),
            "It is twice what it should be: the factor is there twice.",
        ),
        Misconception(
            "quarter",
            lambda y, y_hat: _gradient(y, y_hat) / 4,
            "The factor of the square divides, where it should multiply.",
        ),
        Misconception(
            "squared",
            lambda y, y_hat: (y_hat - y) ** 2 / y.size,
            "Those are the squares themselves, not their slopes.",
        ),
        Misconception(
            "square-kept",
            lambda y, y_hat: 2 * (y_hat - y) ** 2 / y.size,
            "The exponent came down as a factor, but it is still up there as well.",
        ),
        Misconception(
            "signs-only",
            lambda y, y_hat: np.sign(y_hat - y) / y.size,
            "That is the gradient of the absolute error, the same for errors of any size.",
        ),
        Misconception(
            "times-the-prediction",
            lambda y, y_hat: 2 * (y_hat - y) * y_hat / y.size,
            "There is one inner derivative too many: the prediction itself is not part of it.",
        ),
        Misconception(
            "times-the-truth",
            lambda y, y_hat: 2 * (y_hat - y) * y / y.size,
            "There is one inner derivative too many: the truth is not part of it.",
        ),
        Misconception(
            "prediction-alone",
            lambda y, y_hat: 2 * y_hat / y.size,
            "The truth is never used: it does not vanish from a square.",
        ),
        Misconception(
            "added",
            lambda y, y_hat: 2 * (y_hat + y) / y.size,
            "Truth and prediction are added, where their difference is asked for.",
        ),
        Misconception(
            "precedence",
            lambda y, y_hat: 2 * y_hat - y / y.size,
            "Brackets are missing: only a part of the difference is multiplied and divided.",
        ),
        Misconception(
            "precedence-of-the-factor",
            lambda y, y_hat: (2 * y_hat - y) / y.size,
            "Brackets are missing: the factor multiplies the prediction only.",
        ),
        Misconception(
            "mean-error-everywhere",
            lambda y, y_hat: np.full(y.shape, 2 * np.mean(y_hat - y)),
            "Every prediction gets the mean error of all; each has its own.",
        ),
        Misconception(
            "divided-by-the-loss",
            lambda y, y_hat: (y_hat - y) / y.size / np.sqrt(np.mean((y_hat - y) ** 2)),
            "That is the gradient of the root of the loss; there is no root in it.",
        ),
        Misconception(
            "cut-off-slopes",
            lambda y, y_hat: np.clip(_gradient(y, y_hat), -1, 1),
            "The slopes are cut off at −1 and 1; clipping is for later, and for optimizers.",
        ),
        Misconception(
            "the-loss",
            losses.MeanSquaredError(),
            "That is the loss itself, not its gradient.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It subtracts within its input, so that the predictions are gone afterwards.",
        ),
        *(mistake for mistake in slopes(_gradient) if mistake.name != "sum-halved"),
        Misconception(
            "half-error",
            lambda y, y_hat: (y_hat - y) / 2,
            "The error is halved: the square brings a factor, and the mean another.",
        ),
        Misconception(
            "difference-quotient-of-the-positions",
            lambda y, y_hat: np.gradient((y_hat - y) ** 2, axis=-1) if y.shape[-1] > 1 else y,
            "np.gradient compares neighbours in the array; a slope compares nearby predictions.",
        ),
    ),
    hints=(
        "The further off a prediction is, the steeper. Above the truth the slope is positive.",
        "∂MSE/∂ŷ = 2 (ŷ − y) / N, with N the number of all entries.",
        "The exponent comes down in front of the difference; then divide by the array's size.",
    ),
)
