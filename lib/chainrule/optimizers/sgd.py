"""Update weights by gradient descent, with or without momentum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.optimizers.optimizer import Optimizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.optimizers.schedules import LearningRateSchedule

__all__ = ["SGD"]


@final
class SGD(Optimizer):
    """Compute w ← w − η g; with momentum μ: v ← μ v − η g, w ← w + v; Nesterov: w ← w + μ v − η g.

    The slides' velocity is a sum of gradients, v ← μ v + g and w ← w − η v. For a constant η the
    weights are the same: v here is −η times v there.

    Raises:
        ValueError: for a momentum outside [0, 1].

    Source: all slides (concept I1), slides D4 (concepts I2, I3).

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
        **options: Any,
    ) -> None:
        super().__init__(learning_rate, clipnorm, clipvalue, global_clipnorm, options)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum must be between 0 and 1, and is {momentum!r}")
        self.momentum, self.nesterov = momentum, nesterov

    @property
    def slots(self) -> tuple[str, ...]:
        return ("velocity",) if self.momentum else ()

    @property
    def hyperparameters(self) -> tuple[float, ...]:
        return (self.momentum,)

    def update(
        self, w: Array, g: Array, state: Sequence[Array], step_size: Array, scratch: Array
    ) -> None:
        g *= step_size
        if not state:
            w -= g  # w ← w − η g
            return
        (v,), (momentum,) = state, self.hyperparameter_arrays
        v *= momentum
        v -= g  # v ← μ v − η g
        if self.nesterov:
            w -= g
            w += np.multiply(momentum, v, out=scratch)  # w ← w + μ v − η g
        else:
            w += v  # w ← w + v
