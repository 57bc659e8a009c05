"""Gradient descent: downhill, with or without swing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.optimizers.optimizer import Optimizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.optimizers.schedules import LearningRateSchedule

__all__ = ["SGD"]


@final
class SGD(Optimizer):
    """w ← w − η g; with momentum μ: v ← μ v − η g and w ← w + v; Nesterov: w ← w + μ v − η g.

    On the slides the momentum gathers gradients, v ← μ v + g and w ← w − η v. The path is the same
    as long as η is: v here is −η times v there.

    Source: all decks (I1), D4 (I2, I3).

    >>> import numpy as np
    >>> w = np.array([1.0])
    >>> SGD(learning_rate=0.5).apply_gradients([(np.array([0.5]), w)])
    >>> w
    array([0.75])
    """

    def __init__(
        self,
        learning_rate: float | LearningRateSchedule = 0.01,
        momentum: float = 0.0,
        nesterov: bool = False,
        clipnorm: float | None = None,
        clipvalue: float | None = None,
        global_clipnorm: float | None = None,
        **unknown: Any,
    ) -> None:
        super().__init__(learning_rate, clipnorm, clipvalue, global_clipnorm, unknown)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum is between 0 and 1, and not {momentum!r}")
        self.momentum, self.nesterov = momentum, nesterov

    @property
    def slots(self) -> tuple[str, ...]:
        return ("velocity",) if self.momentum else ()

    @property
    def numbers(self) -> tuple[float, ...]:
        return (self.momentum,)

    def update(self, w: Array, g: Array, state: Sequence[Array], rate: Array) -> None:
        g *= rate
        if not state:
            w -= g
            return
        (v,), (momentum,) = state, self.constants
        v *= momentum
        v -= g
        if self.nesterov:
            w -= g
            w += momentum * v
        else:
            w += v
