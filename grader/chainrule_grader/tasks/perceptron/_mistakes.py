"""Mistakes that several functions have in common: decimals thrown away, examples left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_grader.judging.task import Implementation, Misconception

Array: TypeAlias = NDArray[Any]


def rounded(right: Implementation) -> Iterator[Misconception]:
    """Right, but for the decimals that are thrown away."""
    for digits, word in {2: "two", 3: "three", 4: "four"}.items():
        yield Misconception(
            f"rounded-to-{word}-decimals",
            lambda *args, digits=digits: np.round(right(*args), digits),
            f"Your result is rounded to {word} decimals; whoever computes with it needs the rest.",
        )


def by_examples(right: Implementation) -> Iterator[Misconception]:
    """Right, but not for every example."""
    yield Misconception(
        "returns-in-the-loop",
        lambda *args: right(*args)[0],
        "Only the first example has a result: is the return inside the loop?",
    )
    yield Misconception(
        "only-the-first-example",
        lambda *args: _kept(right(*args), slice(0, 1)),
        "Only the first example is computed; the others stay at 0.",
    )
    yield Misconception(
        "without-the-last-example",
        lambda *args: _kept(right(*args), slice(0, -1)),
        "The last example stays at 0: the loop ends one too early.",
    )
    yield Misconception(
        "sum-over-the-examples",
        lambda *args: np.sum(right(*args)),
        "All results are added up to one number; each example needs its own.",
    )
    yield Misconception(
        "mean-over-the-examples",
        lambda *args: np.mean(right(*args)),
        "All results are averaged to one number; each example needs its own.",
    )


def _kept(result: Array, part: slice) -> Array:
    out = np.zeros(result.shape)
    out[part] = result[part]
    return out
