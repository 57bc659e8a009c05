"""The mean absolute error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from chainrule import losses

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks.losses._errors import OTHER_DIFFERENCES, OTHER_ERRORS, difference
from chainrule_grader.tasks.losses._inputs import Array, measurements
from chainrule_grader.tasks.losses._reductions import REDUCTIONS, Terms, averaged


def _make(
    error: Terms = difference, size: Callable[[Array], Any] = np.abs, **reduction: Any
) -> Implementation:
    """Return the mean size of the errors."""
    return averaged(lambda y, y_hat: size(error(y, y_hat)), **reduction)


def _mae(y: Array, y_hat: Array) -> Any:
    return losses.MeanAbsoluteError()(y, y_hat)


TASK = Task(
    reference=_mae,
    make=_make,
    observe=calls(measurements),
    misconceptions=(
        switch(
            "no-absolute-value",
            "Your errors keep their signs, so they can cancel; remove the signs.",
            size=lambda error: error,
        ),
        switch(
            "no-absolute-value-reversed",
            "Your errors keep their signs, so they can cancel; remove the signs.",
            size=np.negative,
        ),
        switch(
            "absolute-value-of-the-mean",
            "You add up first, so errors cancel; take the absolute value of each error.",
            size=lambda error: error,
            result=np.abs,
        ),
        switch(
            "squared",
            "You square the errors; take their absolute values.",
            size=np.square,
        ),
        switch(
            "root-mean-square",
            "You square the errors and take a square root at the end; take absolute values.",
            size=np.square,
            result=np.sqrt,
        ),
        switch(
            "root-of-the-sum-divided",
            "You square the errors and take the root of their sum; add absolute values.",
            size=np.square,
            total=lambda t: np.sqrt(t.sum()),
        ),
        switch(
            "difference-of-sizes",
            "You take absolute values before you subtract; subtract first.",
            error=lambda y, y_hat: np.abs(y_hat) - np.abs(y),
        ),
        switch(
            "sizes-added",
            "You add the absolute values of target and prediction; subtract first.",
            error=lambda y, y_hat: np.abs(y_hat) + np.abs(y),
        ),
        switch(
            "too-high-only",
            "Predictions below their target add nothing to your loss; both directions count.",
            size=lambda error: np.maximum(error, 0),
        ),
        switch(
            "too-low-only",
            "Predictions above their target add nothing to your loss; both directions count.",
            size=lambda error: np.maximum(-error, 0),
        ),
        switch(
            "share-of-misses",
            "You count predictions that differ from their target; measure how large the error is.",
            size=lambda error: error != 0,
        ),
        switch(
            "huber",
            "You use the Huber loss, which squares small errors; take all absolute values.",
            size=lambda e: np.where(np.abs(e) <= 1, e**2 / 2, np.abs(e) - 0.5),
        ),
        *OTHER_ERRORS,
        *OTHER_DIFFERENCES,
        Misconception(
            "difference-of-the-means",
            lambda y, y_hat: abs(np.mean(np.abs(y_hat)) - np.mean(np.abs(y))),
            "You compare two means; compare the entries, then take the mean.",
        ),
        Misconception(
            "by-the-sum-of-the-targets",
            lambda y, y_hat: np.abs(y_hat - y).sum() / y.sum(),
            "You divide by the sum of the targets; divide by the number of entries.",
        ),
        Misconception(
            "gradient",
            losses.MeanAbsoluteError().gradient,
            "You return the gradient of the loss; return the loss.",
        ),
        *REDUCTIONS,
    ),
    hints=(
        "Measure how far each prediction is from its target; the direction does not matter.",
        "Remove the sign of every error before you average, so that errors cannot cancel.",
        "np.abs of the difference gives the distances; np.mean without axis averages all entries.",
    ),
)
