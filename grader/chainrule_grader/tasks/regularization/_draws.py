"""Observe dropout by properties that hold for every draw.

No result is compared with a draw of the reference. The fraction of n independent draws differs from
its expectation by more than t with a probability of at most 2 exp(−2 n t²) (Hoeffding): for 5000
numbers and t = 0.05, 3e-11. The same count of 3000 numbers occurs in all of six draws with a
probability of at most 0.016⁵ = 1e-9. A right answer fails in fewer than one of a million checks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from chainrule_worker.handles import Seed
from numpy.random import Generator

from chainrule_grader.judging.comparison import as_array, close
from chainrule_grader.judging.observation import Array, check_property, numbers, reject, several
from chainrule_grader.judging.subject import Subject
from chainrule_grader.judging.task import Observation

TOLERANCE: Final = 1e-6
MARGIN: Final = 0.05
"""The largest accepted error of a fraction."""
LARGEST: Final = 1e9
"""The numbers here are at most 20; a result that is so much larger is wrong and might overflow."""


@dataclass(frozen=True, eq=False)
class Draw:
    """The result of a call with numbers other than 0."""

    a: Array
    rate: float
    out: Array
    mask: Array

    @property
    def kept(self) -> Array:
        """Where a number was kept."""
        return np.asarray(self.out != 0)

    @property
    def fraction(self) -> float:
        """The fraction of kept numbers."""
        return float(self.kept.mean())

    def scaled(self, factor: float) -> bool:
        """Return whether all kept numbers are multiplied by this factor."""
        correct = np.asarray(self.a * factor)[self.kept]
        return bool(close(correct, self.out[self.kept], TOLERANCE).all())


def draw(dropout: Subject, a: Array, rate: float, seed: int, *training: bool) -> Draw:
    """Call dropout."""
    out, mask = several(dropout(a, rate, Seed(seed), *training), 2, "a pair (out, mask)")
    return Draw(a, rate, bounded(out, "out", a.shape), bounded(mask, "the mask", a.shape))


def bounded(result: Any, what: str, shape: tuple[int, ...]) -> Array:
    """Convert a result to an array of this shape with numbers of moderate size."""
    array = numbers(result, what, shape)
    if not (np.abs(array.astype(np.float64)) < LARGEST).all():
        reject(f"gives {what} with numbers that are NaN, infinite or very large")
    return array


def drops(criterion: str, what: str, one: Draw) -> Iterator[Observation]:
    """Observe whether any number is dropped; every criterion needs it."""
    message = "In training, no entry of your out is 0; set each to 0 with probability rate."
    yield check_property(criterion, what, not one.kept.all(), message)
    yield check_property(
        criterion,
        what,
        one.kept.any(),
        "In training, your out is 0 everywhere; numbers are kept with probability 1 − rate.",
    )


def tells(criterion: str, what: str, one: Draw) -> Iterator[Observation]:
    """Observe whether the mask is 1 where a number was kept and 0 elsewhere."""
    mask = one.mask.astype(float)
    message = "Your mask is 1 where a number was dropped; it must be 1 where it was kept."
    yield check_property(criterion, what, ((mask != 0) != ~one.kept).any(), message)
    message = (
        "Your mask is nowhere 0, but out has zeros; the mask must be 0 where a number was dropped."
    )
    yield check_property(criterion, what, not (mask != 0).all(), message)
    message = "Your mask does not fit out; it must be 1 where a number was kept and 0 elsewhere."
    yield check_property(criterion, what, ((mask != 0) == one.kept).all(), message)
    message = "Your mask contains numbers other than 0 and 1; return 0 and 1."
    yield check_property(criterion, what, np.isin(mask, (0, 1)).all(), message)


def scales(criterion: str, what: str, one: Draw) -> Iterator[Observation]:
    """Observe by which factor the kept numbers are multiplied."""
    factors = np.asarray(one.out / one.a)[one.kept]
    message = "You do not multiply all kept numbers by the same factor; the factor is 1/(1 − rate)."
    spread = np.ptp(factors) if factors.size else 0.0
    yield check_property(criterion, what, spread <= 1e-4 * np.abs(factors).max(initial=0), message)
    for message, factor in suspected_scales(one.rate).items():
        yield check_property(criterion, what, not one.scaled(factor), message)
    by_fraction = bool(one.fraction) and one.scaled(1 / one.fraction)
    message = "Your kept numbers are divided by the fraction of kept numbers; divide by 1 − rate."
    by_rate = abs(one.fraction - (1 - one.rate)) < 1e-3
    yield check_property(criterion, what, by_rate or not by_fraction, message)
    message = "Your kept numbers are multiplied by a wrong factor; the factor is 1/(1 − rate)."
    yield check_property(criterion, what, one.scaled(1 / (1 - one.rate)), message)


def suspected_scales(rate: float) -> dict[str, float]:
    """Return factors that mistakes give, by the sentence about them."""
    return {
        "Your kept numbers are not scaled; divide them by 1 − rate.": 1.0,
        "Your kept numbers are divided by rate; divide them by 1 − rate.": 1 / rate,
        "Your kept numbers are multiplied by 1 − rate; divide by it.": 1 - rate,
        "Your kept numbers are multiplied by rate; divide them by 1 − rate.": rate,
        "Your kept numbers are divided by 1 − rate twice; divide once.": 1 / (1 - rate) ** 2,
        "Your kept numbers are divided by 1 + rate; divide them by 1 − rate.": 1 / (1 + rate),
        "Your kept numbers have the wrong sign; divide by 1 − rate.": -1 / (1 - rate),
        "Your kept numbers are always doubled; divide them by 1 − rate.": 2.0,
    }


def suspected_fractions(rate: float) -> dict[str, float]:
    """Return fractions of kept numbers that mistakes give, by the sentence about them."""
    above, below = ((1 + math.erf(z / math.sqrt(2))) / 2 for z in (-rate, 1 - rate))
    return {
        "The fraction of numbers that you keep is rate; it must be 1 − rate.": rate,
        "You drop about half of the numbers for this rate; drop each with probability rate.": 0.5,
        "You keep too few numbers; use rng.random and keep each with probability 1 − rate.": above,
        "You keep too many numbers; use rng.random and keep each with probability 1 − rate.": below,
    }


def fractions(criterion: str, what: str, one: Draw) -> Iterator[Observation]:
    """Observe how many numbers are kept, and whether each is drawn independently."""
    for message, fraction in suspected_fractions(one.rate).items():
        if abs(fraction - (1 - one.rate)) > 2 * MARGIN:
            yield check_property(criterion, what, abs(one.fraction - fraction) > MARGIN, message)
    message = "The fraction of kept numbers is not 1 − rate on average."
    yield check_property(criterion, what, abs(one.fraction - (1 - one.rate)) <= MARGIN, message)
    message = "All examples have the same mask; draw a random number for each entry."
    yield check_property(criterion, what, (one.kept != one.kept[0]).any(), message)
    message = "Whole examples are dropped or kept; draw a random number for each entry."
    yield check_property(criterion, what, (one.kept != one.kept[:, :1]).any(), message)


def observe(dropout: Subject, rng: Generator) -> Iterator[Observation]:
    """Observe values, fractions, the generator, and inference."""

    def some(*shape: int) -> Array:
        return rng.choice([-1, 1], shape) * rng.uniform(0.5, 3, shape)

    def seed() -> int:
        return int(rng.integers(2**31))

    # Results for one shape do not fit another.
    more, wider = rng.integers(15, size=2).tolist()
    small = (20 + more, 15 + wider)
    for rate in (0.25, 0.6):
        what = f"dropout(a, {rate}, rng)"
        one = draw(dropout, some(*small), rate, seed())
        for look in (drops, tells, scales):
            yield from look("values", what, one)
    for rate in (0.2, 0.5, 0.8):
        what = f"dropout(a, {rate}, rng, True)"
        one = draw(dropout, some(100 + more, 50 + wider), rate, seed(), True)
        yield from drops("share", what, one)
        yield from fractions("share", what, one)
    a = some(60 + more, 50 + wider)
    counts = {float(draw(dropout, a, 0.3, seed()).kept.sum()) for _ in range(6)}
    message = "The number of dropped entries is always the same; drop each entry independently."
    yield check_property("share", "six times dropout(a, 0.3, rng)", len(counts) > 1, message)
    yield from _repeatable(dropout, some(*small), seed())
    yield from drops("inference", "dropout(a, 0.4, rng)", draw(dropout, a, 0.4, seed()))
    yield from _inference(dropout, some(*small), seed())


def _repeatable(dropout: Subject, a: Array, seed: int) -> Iterator[Observation]:
    """Observe whether the random numbers come from the generator alone."""
    first, same, other = (draw(dropout, a, 0.4, s) for s in (seed, seed, seed + 1))
    criterion, what = "the generator", "dropout(a, 0.4, rng)"
    yield from drops(criterion, what, first)
    message = "With the same seed your results differ; take all random numbers from rng."
    yield check_property(criterion, what, (first.kept == same.kept).all(), message)
    message = "With another seed the same entries are dropped; take all random numbers from rng."
    yield check_property(criterion, what, (first.kept != other.kept).any(), message)


def _inference(dropout: Subject, a: Array, seed: int) -> Iterator[Observation]:
    """Observe whether the numbers stay unchanged at inference."""
    criterion, what, rate = "inference", "dropout(a, 0.4, rng, False)", 0.4
    result = several(dropout(a, rate, Seed(seed), False), 2, "a pair (out, mask)")
    out = numbers(result[0], "out", a.shape)
    message = "At inference, some of your numbers are 0; return the numbers of a unchanged."
    yield check_property(criterion, what, (out != 0).all(), message)
    for factor in (1 - rate, 1 / (1 - rate), rate, 1 / rate):
        scaled = close(np.asarray(a * factor), out, TOLERANCE).all()
        message = "At inference, you scale the numbers; return the numbers of a unchanged."
        yield check_property(criterion, what, not scaled, message)
    message = "At inference, out is not a; return the numbers of a unchanged."
    yield check_property(criterion, what, close(a, out, TOLERANCE).all(), message)
    mask = as_array(result[1])
    open_mask = result[1] is None or (mask is not None and bool((mask == 1).all()))
    message = "At inference, your mask is neither None nor all ones; nothing is dropped there."
    yield check_property(criterion, what, open_mask, message)
