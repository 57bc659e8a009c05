"""The gradient of the mean squared error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from chainrule import losses

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Implementation, Misconception, Task, switch
from chainrule_grader.tasks.losses._errors import OTHER_ERRORS, difference
from chainrule_grader.tasks.losses._gradients import CLIPPED, GRADIENTS, WITHOUT_SIGN, divided
from chainrule_grader.tasks.losses._inputs import Array, measurements
from chainrule_grader.tasks.losses._reductions import Terms


def _make(
    error: Terms = difference,
    power: Callable[[Array], Any] = lambda error: error,
    factor: float = 2.0,
    count: Callable[[Array], Any] = np.size,
) -> Implementation:
    """Return a factor times a power of each error, divided by the number of entries."""
    return divided(lambda y, y_hat: factor * power(error(y, y_hat)), count)


def _mse_grad(y: Array, y_hat: Array) -> Any:
    return losses.MeanSquaredError().gradient(y, y_hat)


TASK = Task(
    reference=_mse_grad,
    make=_make,
    observe=calls(measurements),
    misconceptions=(
        switch(
            "factor-lost",
            "Your gradient lacks the factor that the derivative of a square has.",
            factor=1.0,
        ),
        switch(
            "error-alone",
            "You return prediction minus target; the factor and the mean are missing.",
            factor=1.0,
            count=lambda _g: 1,
        ),
        switch(
            "quarter",
            "You divide by 2 where the derivative of a square multiplies by 2.",
            factor=0.5,
        ),
        switch(
            "error-reversed",
            "You return target minus prediction; check the sign, the factor and the mean.",
            factor=-1.0,
            count=lambda _g: 1,
        ),
        switch(
            "squared",
            "You return the squared errors; return their derivatives.",
            power=np.square,
            factor=1.0,
        ),
        switch(
            "square-kept",
            "Your errors are still squared; the derivative of a square has no square.",
            power=np.square,
        ),
        switch(
            "signs-only",
            "You return the gradient of the absolute error; here it grows with the error.",
            power=np.sign,
            factor=1.0,
        ),
        switch(
            "times-the-prediction",
            "You multiply by the prediction, which is not part of the derivative.",
            error=lambda y, y_hat: (y_hat - y) * y_hat,
        ),
        switch(
            "times-the-target",
            "You multiply by the target, which is not part of the derivative.",
            error=lambda y, y_hat: (y_hat - y) * y,
        ),
        switch(
            "precedence",
            "You divide only the target by the number of entries; put the difference in brackets.",
            error=lambda y, y_hat: y_hat - y / y.size / 2,
            count=lambda _g: 1,
        ),
        switch(
            "precedence-of-the-division",
            "You divide only the target by the number of entries; put the difference in brackets.",
            error=lambda y, y_hat: y_hat - y / y.size,
            count=lambda _g: 1,
        ),
        switch(
            "precedence-of-the-factor",
            "You multiply only the prediction by 2; put the difference in brackets.",
            error=lambda y, y_hat: y_hat - y / 2,
        ),
        switch(
            "mean-error-everywhere",
            "You use the mean error for every prediction; use each prediction's own error.",
            error=lambda y, y_hat: np.full(y.shape, np.mean(y_hat - y)),
        ),
        switch(
            "sum-of-errors-everywhere",
            "You use the sum of all errors for every prediction; use each prediction's own error.",
            error=lambda y, y_hat: np.full(y.shape, np.sum(y_hat - y)),
        ),
        *OTHER_ERRORS,
        WITHOUT_SIGN,
        CLIPPED,
        Misconception(
            "divided-by-the-loss",
            lambda y, y_hat: (y_hat - y) / y.size / np.sqrt(np.mean((y_hat - y) ** 2)),
            "You return the gradient of the root of the loss; the loss has no root.",
        ),
        Misconception(
            "the-loss",
            losses.MeanSquaredError(),
            "You return the loss; return its gradient.",
        ),
        *GRADIENTS,
    ),
    hints=(
        "The gradient grows with the error, and it is positive where the prediction is too high.",
        "By the chain rule, the derivative of (ŷ − y)² is 2 (ŷ − y) · 1; keep 1/N in front.",
        "Multiply prediction minus target by 2, then divide by the size of the array.",
    ),
)
