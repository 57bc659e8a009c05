"""Update weights by Adam."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.optimizers.optimizer import Optimizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.optimizers.schedules import LearningRateSchedule

__all__ = ["Adam"]


@final
class Adam(Optimizer):
    """Compute m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − η m̂ / (√v̂ + ε̂).

    m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) correct the bias of averages that start at 0; t is 1
    at the first step. As in Keras, ε is added to √v, so that ε̂ = ε / √(1 − β₂ᵗ). PyTorch, and the
    algorithm in the paper, have ε̂ = ε.

    Source: slides D1, D2, D4 (concept I7); Kingma and Ba, 2014.

    >>> import numpy as np
    >>> w = np.array([1.0])
    >>> Adam(learning_rate=0.1).apply_gradients([(np.array([3.0]), w)])
    >>> w.round(6)
    array([0.9])
    """

    def __init__(
        self,
        learning_rate: float | LearningRateSchedule = 0.001,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-7,
        clipnorm: float | None = None,
        clipvalue: float | None = None,
        global_clipnorm: float | None = None,
        **options: Any,
    ) -> None:
        super().__init__(learning_rate, clipnorm, clipvalue, global_clipnorm, options)
        self.beta_1, self.beta_2, self.epsilon = beta_1, beta_2, epsilon

    @property
    def slots(self) -> tuple[str, ...]:
        return ("momentum", "velocity")

    @property
    def hyperparameters(self) -> tuple[float, ...]:
        return (1 - self.beta_1, 1 - self.beta_2, self.epsilon)

    @property
    def version_1_factors(self) -> tuple[float, ...]:
        return (1 - self.beta_1, 1 - self.beta_2)

    def step_size(self) -> float:
        """Return the learning rate with the bias corrections of both moments.

        η m̂ / (√v̂ + ε̂) = α m / (√v + ε) with α = η √(1 − β₂ᵗ) / (1 − β₁ᵗ), because 1 − β₁ᵗ is in
        the numerator's divisor, and √(1 − β₂ᵗ) divides every term of the denominator.
        """
        t = self.iterations + 1
        return self.learning_rate * math.sqrt(1 - self.beta_2**t) / (1 - self.beta_1**t)

    def update(
        self, w: Array, g: Array, state: Sequence[Array], step_size: Array, scratch: Array
    ) -> None:
        (m, v), (rest_1, rest_2, epsilon) = state, self.hyperparameter_arrays
        # m ← m + (1 − β₁) (g − m)
        change = np.subtract(g, m, out=scratch)
        change *= rest_1
        m += change
        # v ← v + (1 − β₂) (g² − v)
        g *= g
        g -= v
        g *= rest_2
        v += g
        # w ← w − α m / (√v + ε)
        step = np.sqrt(v, out=g)
        step += epsilon
        np.divide(m, step, out=step)
        step *= step_size
        w -= step
