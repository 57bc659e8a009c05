"""Adam: momentum over RMSprop, corrected for having started from nothing."""

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
    """m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← w − α m / (√v + ε).

    α = η √(1 − β₂ᵗ) / (1 − β₁ᵗ) corrects both averages at once. This is Keras's form, the paper's
    second; in its first, and in PyTorch, ε is added to the *corrected* √v̂, which makes ε here
    smaller by √(1 − β₂ᵗ).

    Source: D1, D2, D4 (I7); Kingma and Ba, 2014.

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
        **unknown: Any,
    ) -> None:
        super().__init__(learning_rate, clipnorm, clipvalue, global_clipnorm, unknown)
        self.beta_1, self.beta_2, self.epsilon = beta_1, beta_2, epsilon

    @property
    def slots(self) -> tuple[str, ...]:
        return ("momentum", "velocity")

    @property
    def numbers(self) -> tuple[float, ...]:
        # The slots keep m / (1 − β₁) and v / (1 − β₂): two passes less over long vectors.
        return (self.beta_1, self.beta_2, self.epsilon / math.sqrt(1 - self.beta_2), 0.0)

    def update(self, w: Array, g: Array, state: Sequence[Array], rate: Array) -> None:
        (m, v), (beta_1, beta_2, epsilon, alpha) = state, self.constants
        t, b_1, b_2 = self.iterations + 1, self.beta_1, self.beta_2
        correction = (1 - b_1) / (1 - b_1**t) * math.sqrt((1 - b_2**t) / (1 - b_2))
        alpha.fill(float(rate) * correction)
        m *= beta_1
        m += g
        v *= beta_2
        g *= g
        v += g
        np.sqrt(v, out=g)
        g += epsilon
        np.divide(m, g, out=g)
        g *= alpha
        w -= g
