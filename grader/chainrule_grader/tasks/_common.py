"""Mistakes that can be made in many tasks: what happens to a right result before it is returned."""

from __future__ import annotations

from typing import Final

import numpy as np

from chainrule_grader.judging.task import Misconception, switch


def rounded(digits: int, word: str) -> Misconception:
    """Return the mistake of rounding the result."""
    return switch(
        f"rounded-to-{word}-decimals",
        f"You round the result to {word} decimals; return it without rounding.",
        result=lambda value: np.round(value, digits),
    )


ROUNDED: Final = (rounded(2, "two"), rounded(3, "three"), rounded(4, "four"))

INTEGERS: Final = switch(
    "integers",
    "You convert the result to integers, which removes the decimals; return floats.",
    result=np.trunc,
)

NEGATED: Final = switch("negated", "Your result has the wrong sign.", result=np.negative)

AS_COLUMN: Final = switch(
    "as-a-column",
    "You return a column of shape (n, 1); return an array of shape (n,).",
    result=lambda value: np.reshape(value, (-1, 1)),
)

TRANSPOSED: Final = switch(
    "transposed",
    "Your result is transposed: rows and columns are exchanged.",
    result=np.transpose,
)

FLATTENED: Final = switch(
    "flattened",
    "You return a flat array; the result must keep the shape of the input.",
    result=np.ravel,
)
