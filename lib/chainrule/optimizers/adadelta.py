"""Update weights by Adadelta."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.optimizers.optimizer import Optimizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.optimizers.schedules import LearningRateSchedule

__all__ = ["Adadelta"]


@final
class Adadelta(Optimizer):
    """Compute a ← ρ a + (1 − ρ) g², d = g √(u + ε) / √(a + ε), u ← ρ u + (1 − ρ) d², w ← w − η d.

    The ratio gives a step d the unit of the weight. The paper has no η, which is η = 1; Keras's
    default is 0.001.

    Source: slides D1, D2 (concept I5); Zeiler, 2012.

    >>> import numpy as np
    >>> w = np.array([1.0])
    >>> Adadelta(learning_rate=1.0).apply_gradients([(np.array([3.0]), w)])
    >>> w.round(5)
    array([0.99859])
    """

    def __init__(
        self,
        learning_rate: float | LearningRateSchedule = 0.001,
        rho: float = 0.95,
        epsilon: float = 1e-7,
        clipnorm: float | None = None,
        clipvalue: float | None = None,
        global_clipnorm: float | None = None,
        **options: Any,
    ) -> None:
        super().__init__(learning_rate, clipnorm, clipvalue, global_clipnorm, options)
        self.rho, self.epsilon = rho, epsilon

    @property
    def slots(self) -> tuple[str, ...]:
        return ("squared_gradient", "squared_step")

    @property
    def hyperparameters(self) -> tuple[float, ...]:
        return (self.rho, 1 - self.rho, self.epsilon)

    def update(
        self, w: Array, g: Array, state: Sequence[Array], step_size: Array, scratch: Array
    ) -> None:
        (a, u), (rho, rest, epsilon) = state, self.hyperparameter_arrays
        square = np.multiply(g, g, out=scratch)
        square *= rest
        a *= rho
        a += square  # a ← ρ a + (1 − ρ) g²
        g *= np.sqrt((u + epsilon) / (a + epsilon))  # from here on, g is the step d
        square = np.multiply(g, g, out=scratch)
        square *= rest
        u *= rho
        u += square  # u ← ρ u + (1 − ρ) d²
        g *= step_size
        w -= g  # w ← w − η d
