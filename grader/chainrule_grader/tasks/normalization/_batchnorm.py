"""Batch normalization in pieces that mistakes can exchange."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from chainrule_grader.tasks.normalization._inputs import Array

Statistics: TypeAlias = tuple[Array, Array]
Choice: TypeAlias = Callable[[Statistics, Statistics, Statistics], Statistics]
"""The statistics to use, from those of the batch, the moving ones, and the new moving ones."""
Divisor: TypeAlias = Callable[[Array, float], Any]
"""What is divided by, from the variance and ε."""
Place: TypeAlias = Callable[[Array, Array, Array], Any]
"""The output, from x̂, γ and β."""
Update: TypeAlias = Callable[[Array, Array, float], Any]
"""A new moving average, from the old one, that of the batch, and the momentum."""


def update(moving: Array, batch: Array, momentum: float) -> Array:
    """Update a moving average."""
    return momentum * moving + (1 - momentum) * batch


@dataclass(frozen=True, eq=False)
class BatchNorm:
    """The right forward pass, unless a piece is exchanged."""

    mean_of: Callable[[Array], Any] = lambda x: x.mean(axis=0)
    var_of: Callable[[Array], Any] = lambda x: x.var(axis=0)
    divisor: Divisor = lambda var, epsilon: np.sqrt(var + epsilon)
    divisor_in_training: Divisor | None = None
    divisor_at_inference: Divisor | None = None
    centre: Callable[[Array, Array], Array] = lambda x, mean: x - mean
    place: Place = lambda hat, gamma, beta: gamma * hat + beta
    place_at_inference: Place | None = None
    update: Update = update
    update_var: Update | None = None
    to_store: Callable[[Array, Array, float], Any] = lambda var, _x, _epsilon: var
    in_training: Choice = lambda batch, _moving, _new: batch
    at_inference: Choice = lambda _batch, moving, _new: moving
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
        batch, moving = (self.mean_of(x), self.var_of(x)), (moving_mean, moving_var)
        stored = self.to_store(batch[1], x, epsilon)
        new = (
            self.update(moving_mean, batch[0], momentum),
            (self.update_var or self.update)(moving_var, stored, momentum),
        )
        mean, var = (self.in_training if training else self.at_inference)(batch, moving, new)
        divide = self.divisor_in_training if training else self.divisor_at_inference
        divisor = (divide or self.divisor)(var, epsilon)
        hat = self.centre(x, mean) / divisor
        place = self.place if training else self.place_at_inference or self.place
        after = new if training or self.moves_at_inference else moving
        return place(hat, gamma, beta), *after, (x, mean, var, hat, divisor, gamma)


batchnorm = BatchNorm()
