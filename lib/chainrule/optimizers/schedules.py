"""Change the learning rate during training, step by step."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from typing import final

__all__ = [
    "CosineDecay",
    "ExponentialDecay",
    "InverseTimeDecay",
    "LearningRateSchedule",
    "PiecewiseConstantDecay",
    "PolynomialDecay",
]


class LearningRateSchedule(ABC):
    """Compute the learning rate of a step; steps count from 0."""

    @abstractmethod
    def __call__(self, step: int) -> float:
        """Return the learning rate of that step."""


def _periods(step: int, decay_steps: int, staircase: bool) -> float:
    return step // decay_steps if staircase else step / decay_steps


@final
class ExponentialDecay(LearningRateSchedule):
    """Compute initial · rate^(step / decay_steps); with `staircase` the exponent is rounded down.

    >>> ExponentialDecay(0.1, decay_steps=10, decay_rate=0.5)(20)
    0.025
    """

    def __init__(
        self,
        initial_learning_rate: float,
        decay_steps: int,
        decay_rate: float,
        staircase: bool = False,
    ) -> None:
        self.initial_learning_rate, self.decay_steps = initial_learning_rate, decay_steps
        self.decay_rate, self.staircase = decay_rate, staircase

    def __call__(self, step: int) -> float:
        power = _periods(step, self.decay_steps, self.staircase)
        return float(self.initial_learning_rate * self.decay_rate**power)


@final
class InverseTimeDecay(LearningRateSchedule):
    """Compute initial / (1 + rate · step / decay_steps), the schedule of convergence proofs.

    >>> InverseTimeDecay(0.1, decay_steps=1, decay_rate=1.0)(4)
    0.02
    """

    def __init__(
        self,
        initial_learning_rate: float,
        decay_steps: int,
        decay_rate: float,
        staircase: bool = False,
    ) -> None:
        self.initial_learning_rate, self.decay_steps = initial_learning_rate, decay_steps
        self.decay_rate, self.staircase = decay_rate, staircase

    def __call__(self, step: int) -> float:
        periods = _periods(step, self.decay_steps, self.staircase)
        return self.initial_learning_rate / (1 + self.decay_rate * periods)


@final
class PiecewiseConstantDecay(LearningRateSchedule):
    """Return values[0] up to and including step boundaries[0], then values[1], and so on.

    Raises:
        ValueError: unless there is one more value than boundaries.

    >>> rate = PiecewiseConstantDecay([2, 4], [1.0, 0.5, 0.1])
    >>> [rate(step) for step in range(6)]
    [1.0, 1.0, 1.0, 0.5, 0.5, 0.1]
    """

    def __init__(self, boundaries: list[int], values: list[float]) -> None:
        if len(values) != len(boundaries) + 1:
            raise ValueError(
                f"{len(boundaries)} boundaries need {len(boundaries) + 1} values, not {len(values)}"
            )
        self.boundaries, self.values = boundaries, values

    def __call__(self, step: int) -> float:
        return self.values[sum(step > boundary for boundary in self.boundaries)]


@final
class PolynomialDecay(LearningRateSchedule):
    """Compute (initial − end) (1 − step/decay_steps)^power + end, and end after `decay_steps`.

    With `cycle`, decay_steps is replaced by its next multiple each time it is reached.

    >>> PolynomialDecay(0.1, decay_steps=10, end_learning_rate=0.0)(5)
    0.05
    """

    def __init__(
        self,
        initial_learning_rate: float,
        decay_steps: int,
        end_learning_rate: float = 0.0001,
        power: float = 1.0,
        cycle: bool = False,
    ) -> None:
        self.initial_learning_rate, self.decay_steps = initial_learning_rate, decay_steps
        self.end_learning_rate, self.power, self.cycle = end_learning_rate, power, cycle

    def __call__(self, step: int) -> float:
        total = self.decay_steps
        if self.cycle:
            total *= max(1, math.ceil(step / total))
        remaining = 1 - min(step, total) / total
        span = self.initial_learning_rate - self.end_learning_rate
        return float(span * remaining**self.power + self.end_learning_rate)


@final
class CosineDecay(LearningRateSchedule):
    """Decrease from initial to alpha · initial along half a cosine wave, after a linear warm-up.

    Source: Loshchilov and Hutter, *SGDR*, 2016.

    >>> round(CosineDecay(0.1, decay_steps=10)(5), 6)
    0.05
    """

    def __init__(
        self,
        initial_learning_rate: float,
        decay_steps: int,
        alpha: float = 0.0,
        warmup_target: float | None = None,
        warmup_steps: int = 0,
    ) -> None:
        self.initial_learning_rate, self.decay_steps = initial_learning_rate, decay_steps
        self.alpha, self.warmup_target, self.warmup_steps = alpha, warmup_target, warmup_steps

    def __call__(self, step: int) -> float:
        start, peak, warmup = self.initial_learning_rate, self.warmup_target, self.warmup_steps
        if peak is None:
            peak, warmup = start, 0
        if step < warmup:
            return start + (peak - start) * step / warmup
        progress = min(step - warmup, self.decay_steps) / self.decay_steps
        cosine = (1 + math.cos(math.pi * progress)) / 2
        return peak * ((1 - self.alpha) * cosine + self.alpha)
