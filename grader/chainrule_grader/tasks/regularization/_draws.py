"""How the results of dropout are looked at: what holds for any draw, and how surely.

Nothing is compared with a draw of ours. A share of n independent draws is off by more than t with
a probability of at most 2 exp(−2 n t²) (Hoeffding): for the 5000 numbers and t = 0.05 here, 3e-11.
The same count of 3000 numbers comes up at all of six draws with at most 0.016⁵ = 1e-9. Nobody
whose dropout is right will see a false alarm in a million checks.
"""

from __future__ import annotations

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
"""How far a share may be off."""
LARGEST: Final = 1e9
"""The numbers here are of size 20; whatever is so much larger is a mistake and might overflow."""


@dataclass(frozen=True, eq=False)
class Draw:
    """What a dropout made of some numbers, none of which was 0."""

    a: Array
    rate: float
    out: Array
    mask: Array

    @property
    def kept(self) -> Array:
        """Where something is left."""
        return np.asarray(self.out != 0)

    @property
    def share(self) -> float:
        """How much of it is left."""
        return float(self.kept.mean())

    def scaled(self, factor: float) -> bool:
        """Tell whether all that is left is so many times what it was."""
        wanted = np.asarray(self.a * factor)[self.kept]
        return bool(close(wanted, self.out[self.kept], TOLERANCE).all())


def draw(dropout: Subject, a: Array, rate: float, seed: int, *training: bool) -> Draw:
    """Have numbers dropped."""
    out, mask = several(dropout(a, rate, Seed(seed), *training), 2, "a pair (out, mask)")
    return Draw(a, rate, bounded(out, "out", a.shape), bounded(mask, "the mask", a.shape))


def bounded(result: Any, what: str, shape: tuple[int, ...]) -> Array:
    """Read a result as an array of that shape whose numbers can be computed with."""
    array = numbers(result, what, shape)
    if not (np.abs(array.astype(np.float64)) < LARGEST).all():
        reject(f"gives {what} with numbers that are infinite, huge, or none")
    return array


def drops(criterion: str, what: str, one: Draw) -> Iterator[Observation]:
    """Look whether it drops at all, which every part of the points asks for."""
    message = "While training every number comes through: nothing is dropped."
    yield check_property(criterion, what, not one.kept.all(), message)
    yield check_property(
        criterion, what, one.kept.any(), "While training nothing at all comes through."
    )


def tells(criterion: str, what: str, one: Draw) -> Iterator[Observation]:
    """Look whether the mask is 0 and 1, and 1 where something was kept."""
    mask = one.mask.astype(float)
    message = "The mask is 1 where a number was dropped; it should be 1 where it was kept."
    yield check_property(criterion, what, ((mask != 0) != ~one.kept).any(), message)
    message = "The mask says that everything was kept, and something was not."
    yield check_property(criterion, what, not (mask != 0).all(), message)
    message = "The mask does not fit out: it should tell which numbers were kept."
    yield check_property(criterion, what, ((mask != 0) == one.kept).all(), message)
    message = "The mask holds other numbers than 0 and 1."
    yield check_property(criterion, what, np.isin(mask, (0, 1)).all(), message)


def scales(criterion: str, what: str, one: Draw) -> Iterator[Observation]:
    """Look at what is left: it makes up for what is not."""
    factors = np.asarray(one.out / one.a)[one.kept]
    message = "What is kept is not all scaled alike."
    spread = np.ptp(factors) if factors.size else 0.0
    yield check_property(criterion, what, spread <= 1e-4 * np.abs(factors).max(initial=0), message)
    mistakes: dict[str, Any] = {
        "What is kept is not scaled, so that less comes out on average than goes in.": 1,
        "What is kept is divided by the share that is dropped.": 1 / one.rate,
        "What is kept is made smaller, where it should make up for what is dropped.": 1 - one.rate,
        "What is kept is scaled twice.": 1 / (1 - one.rate) ** 2,
    }
    for message, factor in mistakes.items():
        yield check_property(criterion, what, not one.scaled(factor), message)
    message = "What is kept is not what it should be: its scale is wrong."
    yield check_property(criterion, what, one.scaled(1 / (1 - one.rate)), message)


def shares(criterion: str, what: str, one: Draw) -> Iterator[Observation]:
    """Look at how much is left, and whether each number has its own luck."""
    if abs(1 - 2 * one.rate) > MARGIN:
        message = "Keep and drop are exchanged: as many are kept as should be dropped."
        yield check_property(criterion, what, abs(one.share - one.rate) > MARGIN, message)
    message = "The share of dropped numbers is not the rate."
    yield check_property(criterion, what, abs(one.share - (1 - one.rate)) <= MARGIN, message)
    message = "One row of the mask serves all examples; each number should have its own luck."
    yield check_property(criterion, what, (one.kept != one.kept[0]).any(), message)
    message = "Whole examples are dropped or kept; each number should have its own luck."
    yield check_property(criterion, what, (one.kept != one.kept[:, :1]).any(), message)


def observe(dropout: Subject, rng: Generator) -> Iterator[Observation]:
    """Look at what is kept, at how much, at what a seed does, and at inference."""

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
        yield from shares("share", what, one)
    a = some(60 + more, 50 + wider)
    counts = {float(draw(dropout, a, 0.3, seed()).kept.sum()) for _ in range(6)}
    message = "Each time just as many are dropped; each number should have its own luck."
    yield check_property("share", "six times dropout(a, 0.3, rng)", len(counts) > 1, message)
    yield from _repeatable(dropout, some(*small), seed())
    yield from drops("inference", "dropout(a, 0.4, rng)", draw(dropout, a, 0.4, seed()))
    yield from _inference(dropout, some(*small), seed())


def _repeatable(dropout: Subject, a: Array, seed: int) -> Iterator[Observation]:
    """Look whether the generator decides, and nothing else."""
    first, same, other = (draw(dropout, a, 0.4, s) for s in (seed, seed, seed + 1))
    criterion, what = "the generator", "dropout(a, 0.4, rng)"
    yield from drops(criterion, what, first)
    message = "Two generators of one seed give two results: the draws do not come from rng."
    yield check_property(criterion, what, (first.kept == same.kept).all(), message)
    message = "Whatever the generator, the same are dropped: the draws do not come from rng."
    yield check_property(criterion, what, (first.kept != other.kept).any(), message)


def _inference(dropout: Subject, a: Array, seed: int) -> Iterator[Observation]:
    """Look whether nothing happens when it should not."""
    criterion, what, rate = "inference", "dropout(a, 0.4, rng, False)", 0.4
    result = several(dropout(a, rate, Seed(seed), False), 2, "a pair (out, mask)")
    out = numbers(result[0], "out", a.shape)
    message = "At inference numbers are dropped as well: look at `training`."
    yield check_property(criterion, what, (out != 0).all(), message)
    for factor in (1 - rate, 1 / (1 - rate)):
        scaled = close(np.asarray(a * factor), out, TOLERANCE).all()
        yield check_property(
            criterion, what, not scaled, "At inference the numbers are scaled; nothing is lost."
        )
    message = "At inference the numbers should come through as they are."
    yield check_property(criterion, what, close(a, out, TOLERANCE).all(), message)
    mask = as_array(result[1])
    open_mask = result[1] is None or (mask is not None and bool((mask == 1).all()))
    message = "At inference the mask should be None or ones: nothing is dropped."
    yield check_property(criterion, what, open_mask, message)
