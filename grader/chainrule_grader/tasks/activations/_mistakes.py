"""Mistakes that several functions have in common: rounded results, slopes by a coarse quotient."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from chainrule_grader.judging.task import Implementation, Misconception


def rounded(right: Implementation) -> Iterator[Misconception]:
    """Right, but for the decimals that are thrown away."""
    for digits, word in {2: "two", 3: "three", 4: "four"}.items():
        yield Misconception(
            f"rounded-to-{word}-decimals",
            lambda z, digits=digits: np.round(right(z), digits),
            f"Your result is rounded to {word} decimals; whoever computes with it needs the rest.",
        )


def quotients(curve: Implementation) -> Iterator[Misconception]:
    """Difference quotients whose step is too large."""
    for h, word in {0.1: "tenth", 0.01: "hundredth", 0.001: "thousandth"}.items():
        yield Misconception(
            f"step-of-a-{word}",
            lambda z, h=h: (curve(z + h) - curve(z)) / h,
            f"That is a difference quotient: within its step of {h} the slope already changes.",
        )
    for h, word in {0.1: "tenth", 0.01: "hundredth"}.items():
        yield Misconception(
            f"steps-of-a-{word}-both-ways",
            lambda z, h=h: (curve(z + h) - curve(z - h)) / (2 * h),
            f"That is a difference quotient: from z − {h} to z + {h} the slope already changes.",
        )
