"""The gradient of the mean absolute error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from chainrule import losses
from numpy.random import Generator

from chainrule_grader.judging.formatting import format_call
from chainrule_grader.judging.observation import calls, check_property, numbers, value
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import (
    Implementation,
    Misconception,
    Observation,
    Task,
    switch,
)
from chainrule_grader.tasks.losses._errors import OTHER_ERRORS, difference
from chainrule_grader.tasks.losses._gradients import GRADIENTS, HALVES, divided
from chainrule_grader.tasks.losses._inputs import Array, measurements, ties
from chainrule_grader.tasks.losses._reductions import Terms

EQUAL = "where prediction and target are equal"
TOO_LARGE = "Where prediction and target are equal, your gradient is NaN or larger than elsewhere."


def _observe(mae_grad: Subject, rng: Generator) -> Iterator[Observation]:
    yield from calls(measurements)(mae_grad, rng)
    for y, y_hat in ties(rng):
        what = format_call(mae_grad.name, [y, y_hat])
        seen = numbers(mae_grad(y, y_hat), "the gradient", y.shape)
        # Any number between the derivatives of the two sides is right where both are equal.
        bounded = np.abs(seen[y == y_hat]) <= (1 + 1e-5) * np.abs(seen[y != y_hat]).max()
        yield check_property(EQUAL, what, bounded.all(), TOO_LARGE)
        yield value(EQUAL, f"{what}, elsewhere", seen[y != y_hat])


def _make(
    error: Terms = difference,
    direction: Callable[[Array], Any] = np.sign,
    count: Callable[[Array], Any] = np.size,
) -> Implementation:
    """Return the direction of each error, divided by the number of entries."""
    return divided(lambda y, y_hat: direction(error(y, y_hat)), count)


def _by_division(error: Array) -> Any:
    return error / np.abs(error)


TASK = Task(
    reference=_make(),
    make=_make,
    observe=_observe,
    misconceptions=(
        switch(
            "zero-by-zero",
            "You divide 0 by 0 where prediction and target are equal, which gives NaN.",
            direction=_by_division,
        ),
        switch(
            "difference",
            "Your gradient grows with the error; here it has the same size for every error.",
            direction=lambda error: error,
        ),
        switch(
            "of-the-squared-error",
            "You return the gradient of the squared error; here the error's size has no effect.",
            direction=lambda error: 2 * error,
        ),
        switch(
            "one-side-only",
            "Your gradient is 0 for predictions below the target; it must be negative there.",
            direction=lambda error: error > 0,
        ),
        switch(
            "other-side-only",
            "Your gradient is 0 for predictions above the target; it must be positive there.",
            direction=lambda error: np.where(error < 0, -1, 0),
        ),
        switch(
            "all-ones",
            "Your gradient is positive everywhere; it must be negative below the target.",
            direction=np.ones_like,
        ),
        switch(
            "distances",
            "You return the size of the errors; return the derivatives.",
            direction=np.abs,
        ),
        switch(
            "by-the-length",
            "You divide the errors by the norm of all errors; each error has its own size.",
            direction=lambda error: error / np.linalg.norm(error),
            count=lambda _g: 1,
        ),
        switch(
            "clipped-errors",
            "You clip the errors, so small errors give a smaller gradient; its size is constant.",
            direction=lambda error: np.clip(error, -1, 1),
        ),
        switch(
            "smooth",
            "You use tanh, so small errors give a smaller gradient; its size is constant.",
            direction=np.tanh,
        ),
        *OTHER_ERRORS,
        Misconception(
            "the-loss",
            losses.MeanAbsoluteError(),
            "You return the loss; return its gradient.",
        ),
        *GRADIENTS,
        *HALVES,
    ),
    hints=(
        "If a prediction is too high and rises by a little, how much does its distance grow?",
        "The derivative of |ŷ − y| is 1 above the target and −1 below it; the loss is a mean of N.",
        "np.sign of prediction minus target gives 1, 0 or −1; divide it by the number of entries.",
    ),
)
