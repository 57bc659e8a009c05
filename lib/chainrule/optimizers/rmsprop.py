"""Update weights by RMSprop."""

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
    """Compute a ← ρ a + (1 − ρ) g², w ← w − η g / √(a + ε).

    `centered` subtracts the squared moving average of g from a; `momentum` μ replaces the step s by
    v ← μ v + s. PyTorch has ρ = 0.99
    and ε = 1e-8 by default, ε outside of the root.

    Source: slides D1, D2, D4 (concept I6); Tieleman and Hinton, 2012.

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
        **options: Any,
    ) -> None:
        super().__init__(learning_rate, clipnorm, clipvalue, global_clipnorm, options)
        self.rho, self.momentum, self.epsilon, self.centered = rho, momentum, epsilon, centered

    @property
    def slots(self) -> tuple[str, ...]:
        used = {"squared_gradient": True, "mean": self.centered, "velocity": self.momentum > 0}
        return tuple(name for name, is_used in used.items() if is_used)

    @property
    def hyperparameters(self) -> tuple[float, ...]:
        return (self.rho, 1 - self.rho, self.epsilon, self.momentum)

    def update(
        self, w: Array, g: Array, state: Sequence[Array], step_size: Array, scratch: Array
    ) -> None:
        a, (rho, rest, epsilon, momentum) = state[0], self.hyperparameter_arrays
        square = np.multiply(g, g, out=scratch)
        square *= rest
        a *= rho
        a += square  # a ← ρ a + (1 − ρ) g²
        root = np.add(a, epsilon, out=scratch)
        if self.centered:
            mean = state[1]
            mean *= rho
            mean += rest * g
            root -= mean * mean
        np.sqrt(root, out=root)
        g *= step_size
        g /= root
        if self.momentum > 0:
            v = state[-1]
            v *= momentum
            v += g
            g = v
        w -= g  # w ← w − η g / √(a + ε)
