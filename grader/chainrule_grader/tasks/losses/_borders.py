"""Where probabilities are cut before their logarithm is taken, and where they should not be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import numpy as np

from chainrule_grader.judging.task import Implementation, Misconception
from chainrule_grader.tasks.losses._inputs import Array

BORDER: Final = 1e-7
SINGLE_BORDER: Final = float(np.float32(1 - BORDER))
"""The upper border for those who compute in float32."""

_BORDERS: Final = {
    1e-2: "hundredth",
    1e-3: "thousandth",
    1e-4: "ten-thousandth",
    1e-5: "hundred-thousandth",
    1e-6: "millionth",
    1e-8: "hundred-millionth",
    1e-9: "billionth",
    1e-10: "ten-billionth",
    1e-12: "trillionth",
    1e-15: "quadrillionth",
}


def cut(p: Array, border: float = BORDER) -> Array:
    """Return p within the borders."""
    return np.asarray(np.clip(p, border, 1 - border))


def other_borders(loss: Callable[[Array, Array, float], object]) -> Iterator[Misconception]:
    """Probabilities are cut, but elsewhere; `loss(y, p, border)`."""
    for border, word in _BORDERS.items():
        yield Misconception(
            f"cut-at-a-{word}",
            lambda y, p, border=border: loss(y, p, border),
            f"Probabilities are cut at {border:g}; the task names another border.",
        )


_COMMON: Final = {
    "sum",
    "for-each-example",
    "for-each-column",
    "no-mean",
    "no-sum",
    "divided-by-rows",
    "divided-by-columns",
    "divided-by-classes",
    "mean-of-all-entries",
    "sign",
    "halved",
    "sum-halved",
    "without-the-last-example",
}
"""Mistakes that often occur with another; all pairs of mistakes would be too many."""


def uncut(name: str, wrong: Implementation, message: str) -> Misconception:
    """A mistake, made by those who cut nothing."""
    return Misconception(f"{name}-uncut", wrong, f"{message[:-1]}; besides, nothing is cut.")


def common_uncut(mistakes: Iterable[Misconception]) -> Iterator[Misconception]:
    """The common ones among these mistakes, made by those who cut nothing."""
    return (
        uncut(mistake.name, mistake.wrong, mistake.message)
        for mistake in mistakes
        if mistake.name in _COMMON
    )
