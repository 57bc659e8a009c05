"""The mean squared error: large mistakes count more than many small ones."""

from __future__ import annotations

import numpy as np
from chainrule import losses

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.losses._inputs import Array, measurements
from chainrule_grader.tasks.losses._mistakes import reductions


def _terms(y: Array, y_hat: Array) -> Array:
    return np.asarray((y_hat - y) ** 2)


def _in_place(y: Array, y_hat: Array) -> float:
    y_hat -= y
    return float((y_hat**2).mean())


TASK = Task(
    reference=losses.MeanSquaredError(),
    observe=calls(measurements),
    misconceptions=(
        Misconception(
            "absolute",
            lambda y, y_hat: np.mean(np.abs(y_hat - y)),
            "The errors are taken as they are, without their signs: nothing is squared.",
        ),
        Misconception(
            "no-square",
            lambda y, y_hat: np.mean(y_hat - y),
            "Errors up and down cancel: nothing is squared.",
        ),
        Misconception(
            "no-square-truth-first",
            lambda y, y_hat: np.mean(y - y_hat),
            "Errors up and down cancel: the differences are not squared.",
        ),
        Misconception(
            "square-of-the-mean",
            lambda y, y_hat: np.mean(y_hat - y) ** 2,
            "The mean is squared, too late: errors up and down have cancelled by then.",
        ),
        Misconception(
            "square-of-the-sum",
            lambda y, y_hat: np.sum(y_hat - y) ** 2,
            "The sum is squared, too late: errors up and down have cancelled by then.",
        ),
        Misconception(
            "square-of-the-sum-divided",
            lambda y, y_hat: np.sum(y_hat - y) ** 2 / y.size,
            "The sum is squared and then divided: errors up and down have cancelled by then.",
        ),
        Misconception(
            "difference-of-squares",
            lambda y, y_hat: np.mean(y_hat**2 - y**2),
            "Both are squared before the difference is taken: brackets are missing.",
        ),
        Misconception(
            "difference-of-squares-truth-first",
            lambda y, y_hat: np.mean(y**2 - y_hat**2),
            "Both are squared before the difference is taken: brackets are missing there.",
        ),
        Misconception(
            "precedence",
            lambda y, y_hat: np.mean(y - y_hat**2),
            "Only the prediction is squared: brackets are missing.",
        ),
        Misconception(
            "precedence-of-the-truth",
            lambda y, y_hat: np.mean(y_hat - y**2),
            "Only the truth is squared: brackets are missing.",
        ),
        Misconception(
            "doubled-difference",
            lambda y, y_hat: np.mean((y_hat - y) * 2),
            "The errors are multiplied by 2, which is not their square.",
        ),
        Misconception(
            "fourth-power",
            lambda y, y_hat: np.mean((y_hat - y) ** 4),
            "The errors are squared twice.",
        ),
        Misconception(
            "cube",
            lambda y, y_hat: np.mean((y_hat - y) ** 3),
            "That is the third power: it keeps the sign, and errors cancel.",
        ),
        Misconception(
            "added",
            lambda y, y_hat: np.mean((y_hat + y) ** 2),
            "Truth and prediction are added, where their difference is asked for.",
        ),
        Misconception(
            "multiplied",
            lambda y, y_hat: np.mean(y_hat * y),
            "Truth and prediction are multiplied, where their difference is asked for.",
        ),
        Misconception(
            "prediction-alone",
            lambda y, y_hat: np.mean(y_hat**2),  # noqa: ARG005  that is the mistake
            "The truth is never used.",
        ),
        Misconception(
            "variance",
            lambda y, y_hat: np.var(y_hat - y),
            "That is the variance: an error that all predictions share is taken away.",
        ),
        Misconception(
            "root-divided",
            lambda y, y_hat: np.linalg.norm(y_hat - y) / y.size,
            "A root is taken of the sum, and then divided; it does not belong here.",
        ),
        Misconception(
            "every-pair",
            lambda y, y_hat: np.mean(np.subtract.outer(y_hat, y) ** 2),
            "Every prediction is compared with every truth; each has a truth of its own.",
        ),
        Misconception(
            "rows-squared",
            lambda y, y_hat: np.mean((y_hat - y).sum(axis=-1) ** 2),
            "The errors of a row are added before they are squared, and cancel.",
        ),
        Misconception(
            "times-the-prediction",
            lambda y, y_hat: np.mean((y_hat - y) * y_hat),
            "The error is multiplied by the prediction, where it should be squared.",
        ),
        Misconception(
            "by-the-variance",
            lambda y, y_hat: np.mean((y_hat - y) ** 2) / max(np.var(y), 1e-9),
            "It is divided by the variance of the truth, as in another measure of fit.",
        ),
        Misconception(
            "power-of-two",
            lambda y, y_hat: np.mean(2 ** (y_hat - y)),
            "That is 2 to the power of the error; base and exponent are exchanged.",
        ),
        Misconception(
            "relative",
            lambda y, y_hat: np.mean(((y_hat - y) / y) ** 2),
            "Each error is divided by the truth, which fails where that is 0.",
        ),
        Misconception(
            "gradient",
            losses.MeanSquaredError().gradient,
            "That is the gradient of the loss, not the loss.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It subtracts within its input, so that the predictions are gone afterwards.",
        ),
        *reductions(_terms),
    ),
    hints=(
        "A square has no sign, and an error that is twice as large costs four times as much.",
        "MSE = 1/N Σ (y − ŷ)², over all N entries of the table.",
        "Subtract, then square, then np.mean without an axis, in this order.",
    ),
)
