"""A result of a student's function, or an argument of a callback, is limited in size and number.

Everything that the judge keeps or computes with has passed through here, so that a task may do with
a result what it would do with a right one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, final

import numpy as np
from chainrule_worker.calls.failure import Failure
from chainrule_worker.values import MAX_NUMBERS, MAX_TEXT, MAX_VALUES, row_count

MAX_VALUES_WITH_TEXT: Final = 2_000
"""The most values beside a text: in an array, NumPy gives each of them the room of the longest."""
MAX_KEPT: Final = 8 * MAX_NUMBERS
"""The most numbers of all results that are kept while one function is judged."""
TOO_LARGE: Final = Failure("Malformed", "gives more numbers or texts than any right answer has")


@dataclass
class Size:
    """How many numbers in arrays, other values and texts a plain value has."""

    numbers: int = 0
    values: int = 0
    texts: int = 0
    longest: int = 0

    def add(self, value: Any) -> None:
        """Count a value and everything in it."""
        if isinstance(value, np.ndarray):
            self.numbers += row_count(value.shape)
            return
        self.values += 1
        if isinstance(value, dict):
            for key, item in value.items():
                self.add(key)
                self.add(item)
        elif isinstance(value, (list, tuple)):
            for item in value:
                self.add(item)
        elif isinstance(value, str):
            self.texts += 1
            self.longest = max(self.longest, len(value))

    @property
    def is_allowed(self) -> bool:
        """Whether a right answer can be that large."""
        return (
            self.numbers <= MAX_NUMBERS
            and self.values <= (MAX_VALUES_WITH_TEXT if self.texts else MAX_VALUES)
            and self.longest <= MAX_TEXT
        )


def size_of(value: Any) -> Size:
    """Return the size of a plain value."""
    size = Size()
    size.add(value)
    return size


@final
class ResultBudget:
    """How much the results of one function may still have, all together."""

    def __init__(self) -> None:
        self.left = MAX_KEPT

    def accept(self, value: Any) -> bool:
        """Return whether one more result may be kept."""
        size = size_of(value)
        self.left -= size.numbers + size.values
        return size.is_allowed and self.left >= 0
