"""Batch normalisation in pieces, each of which a mistake can put something else in place of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from chainrule_grader.tasks.normalization._inputs import Array

Statistics: TypeAlias = tuple[Array, Array]


def measure(x: Array) -> Statistics:
    """Return each feature's mean and its variance, the biased one."""
    return x.mean(axis=0), x.var(axis=0)


def size(var: Array, epsilon: float) -> Array:
    """Return what a feature is divided by."""
    return np.asarray(np.sqrt(var + epsilon))


def place(hat: Array, gamma: Array, beta: Array) -> Array:
    """Bring normalised features to where learning wants them."""
    return gamma * hat + beta


def follow(moving: Array, batch: Array, momentum: float) -> Array:
    """Take a moving average one step further."""
    return momentum * moving + (1 - momentum) * batch


def of_batch(batch: Statistics, moving: Statistics, new: Statistics) -> Statistics:  # noqa: ARG001  one of three
    """Choose the batch's own statistics."""
    return batch


def of_moving(batch: Statistics, moving: Statistics, new: Statistics) -> Statistics:  # noqa: ARG001  one of three
    """Choose the moving ones, as they were."""
    return moving


Choice: TypeAlias = Callable[[Statistics, Statistics, Statistics], Statistics]


@dataclass(frozen=True, eq=False)
class BatchNorm:
    """Right as it stands."""

    measure: Callable[[Array], Statistics] = measure
    size: Callable[[Array, float], Array] = size
    place: Callable[[Array, Array, Array], Array] = place
    place_at_inference: Callable[[Array, Array, Array], Array] | None = None
    follow: Callable[[Array, Array, float], Array] = follow
    follow_var: Callable[[Array, Array, float], Array] | None = None
    in_training: Choice = of_batch
    at_inference: Choice = of_moving
    moves_at_inference: bool = False

    def __call__(
        self,
        x: Array,
        gamma: Array,
        beta: Array,
        moving_mean: Array,
        moving_var: Array,
        training: bool,
        momentum: float = 0.99,
        epsilon: float = 1e-3,
    ) -> tuple[Any, ...]:
        """Return out, the moving mean and variance, and the cache."""
        batch, moving = self.measure(x), (moving_mean, moving_var)
        follow_var = self.follow_var or self.follow
        new = (
            self.follow(moving_mean, batch[0], momentum),
            follow_var(moving_var, batch[1], momentum),
        )
        mean, var = (self.in_training if training else self.at_inference)(batch, moving, new)
        divisor = self.size(var, epsilon)
        hat = (x - mean) / divisor
        put = self.place if training else self.place_at_inference or self.place
        after = new if training or self.moves_at_inference else moving
        return put(hat, gamma, beta), *after, (x, mean, var, hat, divisor, gamma)


batchnorm = BatchNorm()
