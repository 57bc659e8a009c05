"""RMSprop: each weight's slope is measured against its usual size of late."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.optimizers.optimizer import Optimizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.optimizers.schedules import LearningRateSchedule

__all__ = ["RMSprop"]


@final
class RMSprop(Optimizer):
    """a ← ρ a + (1 − ρ) g², w ← w − η g / √(a + ε).

    `centered` takes the squared mean of g off a; `momentum` gathers the steps. PyTorch has ρ = 0.99
    and ε = 1e-8 by default, ε outside of the root.

    Source: D1, D2, D4 (I6); Tieleman and Hinton, 2012.

    >>> import numpy as np
    >>> w = np.array([1.0])
    >>> RMSprop(learning_rate=0.1, rho=0.75, epsilon=0.0).apply_gradients([(np.array([3.0]), w)])
    >>> w
    array([0.8])
    """

    def __init__(
        self,
        learning_rate: float | LearningRateSchedule = 0.001,
        rho: float = 0.9,
        momentum: float = 0.0,
        epsilon: float = 1e-7,
        centered: bool = False,
        clipnorm: float | None = None,
        clipvalue: float | None = None,
        global_clipnorm: float | None = None,
        **unknown: Any,
    ) -> None:
        super().__init__(learning_rate, clipnorm, clipvalue, global_clipnorm, unknown)
        self.rho, self.momentum, self.epsilon, self.centered = rho, momentum, epsilon, centered

    @property
    def slots(self) -> tuple[str, ...]:
        wanted = {"squared_gradient": True, "mean": self.centered, "velocity": self.momentum > 0}
        return tuple(name for name, used in wanted.items() if used)

    @property
    def numbers(self) -> tuple[float, ...]:
        return (self.rho, 1 - self.rho, self.epsilon, self.momentum)

    def update(self, w: Array, g: Array, state: Sequence[Array], rate: Array) -> None:
        a, (rho, rest, epsilon, momentum) = state[0], self.constants
        square = g * g
        square *= rest
        a *= rho
        a += square
        root = np.add(a, epsilon, out=square)
        if self.centered:
            mean = state[1]
            mean *= rho
            mean += rest * g
            root -= mean * mean
        np.sqrt(root, out=root)
        g *= rate
        g /= root
        if self.momentum > 0:
            v = state[-1]
            v *= momentum
            v += g
            g = v
        w -= g
