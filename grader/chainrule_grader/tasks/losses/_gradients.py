"""A gradient has one derivative for each prediction, divided by the number of all entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import numpy as np

from chainrule_grader.judging.task import Implementation, Misconception, switch
from chainrule_grader.tasks._common import FLATTENED, INTEGERS, ROUNDED, TRANSPOSED
from chainrule_grader.tasks.losses._inputs import Array
from chainrule_grader.tasks.losses._reductions import DOUBLED, EXTRA_AXIS, HALVED, Terms, only


def divided(terms: Terms, count: Callable[[Array], Any] = np.size) -> Implementation:
    """Return a gradient: the derivatives of the terms of a loss, divided by their number."""

    def gradient(y: Array, y_hat: Array) -> Any:
        derivatives = terms(y, y_hat)
        return derivatives / count(derivatives)

    return gradient


DIVISORS: Final = (
    switch(
        "not-divided",
        "You return the gradient of a sum; divide by the number of entries.",
        count=lambda _g: 1,
    ),
    switch(
        "divided-by-rows",
        "For a table you divide by the number of rows; divide by the number of all entries.",
        count=len,
    ),
    switch(
        "divided-by-columns",
        "For a table you divide by the number of columns; divide by the number of all entries.",
        count=lambda g: g.shape[-1],
    ),
    switch(
        "divided-twice",
        "You divide by the number of entries twice; divide once.",
        count=lambda g: g.size**2,
    ),
    switch(
        "divided-by-one-fewer",
        "You divide by the number of entries minus 1; divide by the number of entries.",
        count=lambda g: np.float64(g.size - 1),
    ),
)

HALVES: Final = (
    HALVED,
    switch(
        "sum-halved",
        "You always divide by 2; divide by the number of entries.",
        count=lambda _g: 2,
    ),
)
"""The mistakes that divide by 2, where the gradient has no factor that can be lost."""

REVERSED: Final = switch(
    "sign",
    "Your gradient has the wrong sign; check the subtraction and the inner derivative.",
    result=np.negative,
)

_ONE_NUMBER: Final = (
    switch(
        "one-number",
        "You add up the gradient to one number; return one derivative for each prediction.",
        result=np.sum,
    ),
    switch(
        "one-number-divided",
        "You average the gradient to one number; return one derivative for each prediction.",
        result=np.mean,
    ),
)

RESULTS: Final = (
    switch(
        "for-each-column",
        "You add up the gradient along axis 0; return one derivative for each prediction.",
        result=lambda g: g.sum(axis=0),
    ),
    switch(
        "for-each-row",
        "You add up the gradient along the last axis; return one derivative for each prediction.",
        result=lambda g: g.sum(axis=-1),
    ),
    switch(
        "first-example-only",
        "Your gradient is 0 except for the first row or entry; compute it for all of them.",
        result=only(slice(1)),
    ),
    switch(
        "without-the-last-example",
        "In your gradient the last row or entry is 0; check where the loop ends.",
        result=only(slice(-1)),
    ),
    switch(
        "rounded-down",
        "You round the gradient down, as // does; use / for the division.",
        result=np.floor,
    ),
    FLATTENED,
    TRANSPOSED,
    EXTRA_AXIS,
    switch(
        "as-a-column",
        "You return a column; return the gradient in the shape of the predictions.",
        result=lambda g: np.reshape(g, (-1, 1)),
    ),
    DOUBLED,
    INTEGERS,
    *ROUNDED,
)

CLIPPED: Final = switch(
    "clipped-gradient",
    "You clip the gradient to the range from −1 to 1; return it without clipping.",
    result=lambda g: np.clip(g, -1, 1),
)

WITHOUT_SIGN: Final = switch(
    "without-direction",
    "Your gradient has no negative entries; the sign must tell in which direction the loss grows.",
    result=np.abs,
)

GRADIENTS: Final[tuple[Misconception, ...]] = (*DIVISORS, REVERSED, *_ONE_NUMBER, *RESULTS)
"""The mistakes of every gradient of a loss that is a mean over all entries."""
