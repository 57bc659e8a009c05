"""Observe randomly drawn weights by properties that hold for every draw.

Every bound is six standard errors wide or wider for 20 000 draws, so that right weights fail any
of them in fewer than one of a hundred million checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from chainrule_worker.handles import Seed

from chainrule_grader.judging.observation import check_property, numbers
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Observation
from chainrule_grader.tasks.normalization._inputs import Array

NEAR = 0.05
"""The largest accepted relative error of the standard deviation of 20 000 draws.

The error is six standard errors, even for a Laplace distribution.
"""


def looked_at(
    init: Subject,
    criterion: str,
    shape: tuple[int, int],
    seed: int,
    *options: float,
    std: float,
    suspects: Mapping[str, float],
) -> Iterator[Observation]:
    """Draw twice with one seed and once with another, and observe the properties.

    `suspects` are standard deviations that mistakes give, by the sentence about them.
    """
    draw = [numbers(init(*shape, Seed(s), *options), "W") for s in (seed, seed, seed + 1)]
    W = draw[0].astype(float)
    more = "".join(f", {option:g}" for option in options)
    what = f"{init.name}({shape[0]}, {shape[1]}, rng{more})"

    def so(condition: object, message: str) -> Observation:
        return check_property(criterion, what, condition, message)

    yield so(W.shape != shape[::-1], "Your shape is transposed; it must be (n_in, n_out).")
    yield so(W.shape == shape, f"Your weights have shape {W.shape}; the shape must be {shape}.")
    if W.shape != shape:
        return
    sane = bool((np.abs(W) < 1e100).all())
    yield so(sane, "Some of your weights are NaN, infinite or very large; all must be finite.")
    if not sane:
        return
    yield so(W.any(), "All your weights are 0; draw random numbers.")
    yield so(np.ptp(W) > 0, "All your weights are equal; draw a separate number for each weight.")
    yield so(
        _rows(W) and _rows(W.T),
        "Some rows or columns of your weights are equal; draw a separate number for each weight.",
    )
    same, again = (_same(draw[0], other) for other in draw[1:])
    yield so(same, "With the same seed your weights differ; take all random numbers from rng.")
    yield so(
        not again, "With another seed your weights are the same; take all random numbers from rng."
    )
    mean, deviation = W.mean(), W.std()
    # Weights that are too large have a mean that is farther from 0 by chance.
    accepted = NEAR * max(std, deviation)
    yield so(mean > -accepted, "The mean of your weights is less than 0; it must be 0.")
    yield so(mean < accepted, "The mean of your weights is greater than 0; it must be 0.")
    yield so((W < 0).any(), "None of your weights is negative; their mean must be 0.")
    yield so((W > 0).any(), "None of your weights is positive; their mean must be 0.")
    for message, suspect in suspects.items():
        yield so(not _near(deviation, suspect), message)
    found = f"Your weights have the standard deviation {deviation:.3g}; it must be {std:.3g}."
    yield so(_near(deviation, std), found)


def bell(init: Subject, criterion: str, shape: tuple[int, int], seed: int) -> Iterator[Observation]:
    """Tell a normal distribution (fourth moment 3) from a uniform one (1.8)."""
    W = numbers(init(*shape, Seed(seed)), "W", shape).astype(float)
    W = np.where(np.abs(W) < 1e100, W, 0.0)
    z = (W - W.mean()) / (W.std() or 1)
    what = f"{init.name}({shape[0]}, {shape[1]}, rng)"
    message = "Your weights are not normally distributed; use rng.normal."
    yield check_property(criterion, what, (z**4).mean() > 2.1, message)


def _rows(W: Array) -> bool:
    return len(np.unique(W, axis=0)) == len(W)


def _same(a: Array, b: Array) -> bool:
    return a.shape == b.shape and bool((a == b).all())


def _near(deviation: float, std: float) -> bool:
    return abs(deviation - std) <= NEAR * std
