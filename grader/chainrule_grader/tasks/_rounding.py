"""A mistake that several functions have in common: decimals are thrown away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from chainrule_grader.judging.task import Implementation, Misconception


def rounded(right: Implementation) -> Iterator[Misconception]:
    """Right, but for the decimals that are thrown away."""
    for digits, word in {2: "two", 3: "three", 4: "four"}.items():

        def wrong(*args: Any, digits: int = digits) -> Any:
            return np.round(right(*args), digits)

        yield Misconception(
            f"rounded-to-{word}-decimals",
            wrong,
            f"Your result is rounded to {word} decimals; whoever computes with it needs the rest.",
        )
