"""The mean absolute error: how far off, on average."""

from __future__ import annotations

import numpy as np
from chainrule import losses

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task
from chainrule_grader.tasks.losses._inputs import Array, measurements
from chainrule_grader.tasks.losses._mistakes import reductions


def _terms(y: Array, y_hat: Array) -> Array:
    return np.asarray(np.abs(y_hat - y))


def _in_place(y: Array, y_hat: Array) -> float:
    y_hat -= y
    return float(np.abs(y_hat).mean())


TASK = Task(
    reference=losses.MeanAbsoluteError(),
    observe=calls(measurements),
    misconceptions=(
        Misconception(
            "no-absolute-value",
            lambda y, y_hat: np.mean(y_hat - y),
            "Errors up and down cancel: their signs are still there.",
        ),
        Misconception(
            "no-absolute-value-truth-first",
            lambda y, y_hat: np.mean(y - y_hat),
            "Errors up and down cancel: the differences still have their signs.",
        ),
        Misconception(
            "absolute-value-of-the-mean",
            lambda y, y_hat: abs(np.mean(y_hat - y)),
            "The sign is taken off the mean, too late: errors have cancelled by then.",
        ),
        Misconception(
            "absolute-value-of-the-sum",
            lambda y, y_hat: abs(np.sum(y_hat - y)),
            "The sign is taken off the sum, too late, and the sum is not made a mean.",
        ),
        Misconception(
            "squared",
            lambda y, y_hat: np.mean((y_hat - y) ** 2),
            "The errors are squared: that is another loss, which minds large errors more.",
        ),
        Misconception(
            "root-mean-square",
            lambda y, y_hat: np.sqrt(np.mean((y_hat - y) ** 2)),
            "The errors are squared and a root is taken at the end: that is no mean of distances.",
        ),
        Misconception(
            "norm",
            lambda y, y_hat: np.linalg.norm(y_hat - y),
            "That is the length of the difference, by squares and a root.",
        ),
        Misconception(
            "difference-of-sizes",
            lambda y, y_hat: np.mean(np.abs(np.abs(y_hat) - np.abs(y))),
            "The signs of truth and prediction are lost before they are compared.",
        ),
        Misconception(
            "sizes-subtracted",
            lambda y, y_hat: np.mean(np.abs(y_hat) - np.abs(y)),
            "The signs are taken off before the difference, and the difference keeps its own.",
        ),
        Misconception(
            "deviation",
            lambda y, y_hat: np.std(y_hat - y),
            "That is the standard deviation: an error that all predictions share is taken away.",
        ),
        Misconception(
            "every-pair",
            lambda y, y_hat: np.mean(np.abs(np.subtract.outer(y_hat, y))),
            "Every prediction is compared with every truth; each has a truth of its own.",
        ),
        Misconception(
            "by-the-sum-of-the-truth",
            lambda y, y_hat: np.abs(y_hat - y).sum() / y.sum(),
            "It is divided by the sum of the truth, where a number of entries should stand.",
        ),
        Misconception(
            "too-high-only",
            lambda y, y_hat: np.mean(np.maximum(y_hat - y, 0)),
            "Predictions that are too low cost nothing in yours.",
        ),
        Misconception(
            "too-low-only",
            lambda y, y_hat: np.mean(np.maximum(y - y_hat, 0)),
            "Predictions that are too high cost nothing in yours.",
        ),
        Misconception(
            "relative",
            lambda y, y_hat: np.mean(np.abs((y_hat - y) / y)),
            "Each error is divided by the truth: a percentage, which fails where that is 0.",
        ),
        Misconception(
            "added",
            lambda y, y_hat: np.mean(np.abs(y_hat + y)),
            "Truth and prediction are added, where their difference is asked for.",
        ),
        Misconception(
            "prediction-alone",
            lambda y, y_hat: np.mean(np.abs(y_hat)),  # noqa: ARG005  that is the mistake
            "The truth is never used.",
        ),
        Misconception(
            "difference-of-the-means",
            lambda y, y_hat: abs(np.mean(np.abs(y_hat)) - np.mean(np.abs(y))),
            "Two means are compared; compare the numbers, and take the mean then.",
        ),
        Misconception(
            "gradient",
            losses.MeanAbsoluteError().gradient,
            "That is the gradient of the loss, not the loss.",
        ),
        Misconception(
            "share-of-misses",
            lambda y, y_hat: np.mean(y != y_hat),
            "That is the share of predictions that are not exact; how far off they are is lost.",
        ),
        Misconception(
            "in-place",
            _in_place,
            "It subtracts within its input, so that the predictions are gone afterwards.",
        ),
        *reductions(_terms),
    ),
    hints=(
        "How far is each prediction from its truth? Too high by 1 is as bad as too low by 1.",
        "MAE = 1/N Σ |y − ŷ|, over all N entries of the table.",
        "np.abs gives distances, and np.mean without an axis takes the mean of all entries.",
    ),
)
