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

WRAPPED: Final = switch(
    "wrapped",
    "You return a list or tuple that contains the result; return the array itself.",
    result=lambda value: [value],
)

DOUBLED: Final = switch(
    "doubled",
    "Your result has a factor of 2 too many; remove it.",
    result=lambda value: np.multiply(value, 2),
)

HALVED: Final = switch(
    "halved",
    "A factor of 2 is missing in your result; multiply by 2.",
    result=lambda value: np.divide(value, 2),
)

ONE_ADDED: Final = switch(
    "one-added",
    "You add 1 to the result; leave it out.",
    result=lambda value: np.add(value, 1),
)

ONE_DECIMAL: Final = rounded(1, "one")

REVERSED: Final = switch(
    "order-reversed",
    "Your result is in reverse order, the last entry first; keep the order.",
    result=lambda value: np.flip(value, 0),
)
