"""What must hold for weights that are drawn at random, whatever they are.

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
"""How far the deviation of 20 000 draws may be off: six standard errors even for a Laplace."""


def looked_at(
    init: Subject,
    criterion: str,
    shape: tuple[int, int],
    seed: int,
    *options: float,
    std: float,
    suspects: Mapping[str, float],
) -> Iterator[Observation]:
    """Draw twice with one seed and once with another, and look at what must hold.

    `suspects` are deviations that a mistake would give, by the sentence that names it.
    """
    draw = [numbers(init(*shape, Seed(s), *options), "W") for s in (seed, seed, seed + 1)]
    W = draw[0].astype(float)
    more = "".join(f", {option:g}" for option in options)
    what = f"{init.name}({shape[0]}, {shape[1]}, rng{more})"

    def so(condition: object, message: str) -> Observation:
        return check_property(criterion, what, condition, message)

    yield so(W.shape != shape[::-1], "The weights are transposed: the rows stand for the inputs.")
    yield so(W.shape == shape, f"The weights are of shape {W.shape}, where {shape} is needed.")
    if W.shape != shape:
        return
    sane = bool((np.abs(W) < 1e100).all())
    yield so(sane, "Some weights are not finite numbers, or beyond all measure.")
    if not sane:
        return
    yield so(W.any(), "All weights are 0: the neurons of a layer would stay alike for ever.")
    yield so(np.ptp(W) > 0, "All weights are the same: the neurons of a layer would stay alike.")
    yield so(_rows(W) and _rows(W.T), "Some rows or columns are copies of others.")
    same, again = (_same(draw[0], other) for other in draw[1:])
    yield so(same, "The same rng gives other weights the next time: they come from elsewhere.")
    yield so(not again, "Another rng gives the same weights: they come from elsewhere.")
    mean, deviation = W.mean(), W.std()
    yield so(mean > -NEAR * std, "The weights lie too low: their mean should be 0.")
    yield so(mean < NEAR * std, "The weights lie too high: their mean should be 0.")
    for message, suspect in suspects.items():
        yield so(not _near(deviation, suspect), message)
    found = f"The weights have a deviation of {deviation:.3g}, where {std:.3g} is needed."
    yield so(_near(deviation, std), found)


def bell(init: Subject, criterion: str, shape: tuple[int, int], seed: int) -> Iterator[Observation]:
    """Tell a bell curve from an even spread by its fourth moment: 3 against 1.8."""
    W = numbers(init(*shape, Seed(seed)), "W", shape).astype(float)
    W = np.where(np.abs(W) < 1e100, W, 0.0)
    z = (W - W.mean()) / (W.std() or 1)
    what = f"{init.name}({shape[0]}, {shape[1]}, rng)"
    message = "The weights are spread evenly, where most of a bell curve's lie near the middle."
    yield check_property(criterion, what, (z**4).mean() > 2.1, message)


def _rows(W: Array) -> bool:
    return len(np.unique(W, axis=0)) == len(W)


def _same(a: Array, b: Array) -> bool:
    return a.shape == b.shape and bool((a == b).all())


def _near(deviation: float, std: float) -> bool:
    return abs(deviation - std) <= NEAR * std
