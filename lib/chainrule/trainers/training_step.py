"""Describe one step of a training."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["TrainingStep"]


class TrainingStep(NamedTuple):
    """Hold what one step of `Model.fit_steps` has computed."""

    epoch: int
    """The number of the epoch, from 0."""

    batch: int
    """The number of the batch in this epoch, from 0."""

    loss: float
    """The loss of the batch before the step, with penalties."""

    gradients: list[Array]
    """The gradient of that loss for each of the model's `trainable_weights`."""
