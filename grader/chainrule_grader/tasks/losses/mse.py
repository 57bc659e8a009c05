"""The mean squared error."""

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
    error: Terms = difference, power: Callable[[Array], Any] = np.square, **reduction: Any
) -> Implementation:
    """Return the mean of a power of the errors."""
    return averaged(lambda y, y_hat: power(error(y, y_hat)), **reduction)


def _itself(error: Array) -> Array:
    return error


def _mse(y: Array, y_hat: Array) -> Any:
    return losses.MeanSquaredError()(y, y_hat)


TASK = Task(
    reference=_mse,
    make=_make,
    observe=calls(measurements),
    misconceptions=(
        switch(
            "absolute",
            "You take the absolute values of the errors; square the errors.",
            power=np.abs,
        ),
        switch(
            "no-square",
            "You do not square the errors, so positive and negative errors cancel.",
            power=_itself,
        ),
        switch(
            "no-square-reversed",
            "You do not square the errors, so positive and negative errors cancel.",
            power=np.negative,
        ),
        switch(
            "square-of-the-mean",
            "You square the mean of the errors; square each error before you average.",
            power=_itself,
            result=np.square,
        ),
        switch(
            "square-of-the-sum",
            "You square the sum of the errors; square each error before you add.",
            power=_itself,
            total=lambda t: np.sum(t) ** 2,
        ),
        switch(
            "difference-of-squares",
            "You square target and prediction before you subtract; subtract first.",
            error=lambda y, y_hat: y_hat**2 - y**2,
            power=_itself,
        ),
        switch(
            "difference-of-squares-reversed",
            "You square target and prediction before you subtract; subtract first.",
            error=lambda y, y_hat: y**2 - y_hat**2,
            power=_itself,
        ),
        switch(
            "precedence",
            "You square the prediction only; put the difference in brackets.",
            error=lambda y, y_hat: y - y_hat**2,
            power=_itself,
        ),
        switch(
            "precedence-of-the-target",
            "You square the target only; put the difference in brackets.",
            error=lambda y, y_hat: y_hat - y**2,
            power=_itself,
        ),
        switch(
            "doubled-difference",
            "You multiply the errors by 2; square them.",
            power=lambda error: 2 * error,
        ),
        switch(
            "fourth-power",
            "You square the errors twice; square them once.",
            power=lambda error: error**4,
        ),
        switch(
            "cube",
            "You use the third power of the errors; use the second.",
            power=lambda error: error**3,
        ),
        switch(
            "power-of-two",
            "You compute 2 to the power of the error; square the error.",
            power=lambda error: 2**error,
        ),
        switch(
            "multiplied",
            "You multiply target and prediction; square their difference.",
            error=np.multiply,
            power=_itself,
        ),
        switch(
            "times-the-prediction",
            "You multiply the error by the prediction; square the error.",
            error=lambda y, y_hat: (y_hat - y) * y_hat,
            power=_itself,
        ),
        switch(
            "matrix-product",
            "You multiply matrices, so a table gives a matrix; square each entry and average.",
            power=_itself,
            total=lambda t: t.T @ t,
            count=lambda t, _: len(t),
        ),
        switch(
            "matrix-product-of-vectors",
            "You multiply the errors as matrices, which fails for a table; square each entry.",
            power=_itself,
            total=lambda t: t @ t,
        ),
        switch(
            "root-divided",
            "You take the root of the sum before you divide; this loss has no root.",
            total=lambda t: np.sqrt(t.sum()),
        ),
        switch(
            "too-high-only",
            "Predictions below their target add nothing to your loss; both directions count.",
            power=lambda error: np.maximum(error, 0) ** 2,
        ),
        *OTHER_ERRORS,
        *OTHER_DIFFERENCES,
        Misconception(
            "by-the-variance",
            lambda y, y_hat: np.mean((y_hat - y) ** 2) / max(np.var(y), 1e-9),
            "You divide by the variance of the targets; this loss does not.",
        ),
        Misconception(
            "gradient",
            losses.MeanSquaredError().gradient,
            "You return the gradient of the loss; return the loss.",
        ),
        *REDUCTIONS,
    ),
    hints=(
        "A square has no sign, and an error that is twice as large counts four times as much.",
        "The order matters: first subtract, then square each entry, and average at the end.",
        "Put the difference in brackets, then ** 2, then np.mean without axis.",
    ),
)
