"""Mistakes that every task of this set shares: examples left out, examples summed."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.task import switch
from chainrule_grader.tasks._common import REVERSED, WRAPPED

Array: TypeAlias = NDArray[Any]


def _kept(result: Any, part: slice) -> Array:
    out = np.zeros(np.shape(result))
    out[part] = np.asarray(result)[part]
    return out


LOOPS: Final = (
    switch(
        "returns-in-the-loop",
        "You return the first result only; move `return` out of the loop.",
        result=lambda value: value[0],
    ),
    switch(
        "last-example-only",
        "You return the last result only; collect the results in a list.",
        result=lambda value: value[-1],
    ),
    switch(
        "appends-after-the-loop",
        "Your list holds the last result only; append inside the loop.",
        result=lambda value: value[-1:],
    ),
    switch(
        "returns-the-list-in-the-loop",
        "Your list holds the first result only; move `return` out of the loop.",
        result=lambda value: value[:1],
    ),
    switch(
        "only-the-first-example",
        "Only the first result is computed, the others are 0; move `return` out of the loop.",
        result=lambda value: _kept(value, slice(0, 1)),
    ),
    switch(
        "without-the-last-example",
        "Your last result is always 0; the loop must include it.",
        result=lambda value: _kept(value, slice(0, -1)),
    ),
    WRAPPED,
)
"""Examples that are left out, as a wrong loop does."""

SUM: Final = switch(
    "sum-over-the-examples",
    "You return one number, the sum over all examples; return a result for each example.",
    result=np.sum,
)

EXAMPLES: Final = (
    *LOOPS,
    SUM,
    switch(
        "mean-over-the-examples",
        "You return one number, the mean over all examples; return a result for each example.",
        result=np.mean,
    ),
    REVERSED,
    switch(
        "sorted",
        "You sort the results; keep them in the order of the examples.",
        result=lambda value: np.sort(value, axis=0),
    ),
)
