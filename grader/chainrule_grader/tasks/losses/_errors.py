"""Errors are differences of predictions and targets; the mistakes take something else."""

from __future__ import annotations

from typing import Final

import numpy as np

from chainrule_grader.judging.task import switch
from chainrule_grader.tasks.losses._inputs import Array


def difference(y: Array, y_hat: Array) -> Array:
    """Return the errors: prediction minus target."""
    return np.asarray(y_hat - y)


OTHER_ERRORS: Final = (
    switch(
        "added",
        "You add target and prediction; subtract one from the other.",
        error=np.add,
    ),
    switch(
        "prediction-alone",
        "You do not use the target y; the error is the difference of prediction and target.",
        error=lambda _y, y_hat: y_hat * 1.0,
    ),
    switch(
        "target-alone",
        "You do not use the prediction; the error is the difference of prediction and target.",
        error=lambda y, _y_hat: y * 1.0,
    ),
)

OTHER_DIFFERENCES: Final = (
    switch(
        "deviation",
        "You subtract the mean error, as a variance or standard deviation does; keep it.",
        error=lambda y, y_hat: difference(y, y_hat) - np.mean(y_hat - y),
    ),
    switch(
        "every-pair",
        "You compare every prediction with every target; compare each with its own target.",
        error=lambda y, y_hat: np.subtract.outer(y_hat, y),
    ),
    switch(
        "relative",
        "You divide each error by its target; use the error itself.",
        error=lambda y, y_hat: (y_hat - y) / y,
    ),
    switch(
        "relative-to-the-prediction",
        "You divide each error by its prediction; use the error itself.",
        error=lambda y, y_hat: (y_hat - y) / y_hat,
    ),
    switch(
        "rows-added-first",
        "You add the errors of a row before you take their size, so they cancel; treat each entry.",
        error=lambda y, y_hat: np.atleast_1d(difference(y, y_hat).sum(axis=-1)),
    ),
)
