"""Update weights by Adagrad."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import numpy as np

from chainrule.optimizers.optimizer import Optimizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.optimizers.schedules import LearningRateSchedule

__all__ = ["Adagrad"]


@final
class Adagrad(Optimizer):
    """Compute a ← a + g², w ← w − η g / √(a + ε); a starts at `initial_accumulator_value`.

    A weight with large gradients so far gets smaller steps. PyTorch starts from a = 0 and adds ε
    outside of the root.

    Source: slides D1, D2 (concept I4); Duchi, Hazan and Singer, 2011.

    >>> import numpy as np
    >>> w = np.array([1.0])
    >>> optimizer = Adagrad(learning_rate=0.5, initial_accumulator_value=0.0, epsilon=0.0)
    >>> optimizer.apply_gradients([(np.array([3.0]), w)])
    >>> w
    array([0.5])
    """

    def __init__(
        self,
        learning_rate: float | LearningRateSchedule = 0.001,
        initial_accumulator_value: float = 0.1,
        epsilon: float = 1e-7,
        clipnorm: float | None = None,
        clipvalue: float | None = None,
        global_clipnorm: float | None = None,
        **options: Any,
    ) -> None:
        super().__init__(learning_rate, clipnorm, clipvalue, global_clipnorm, options)
        self.initial_accumulator_value, self.epsilon = initial_accumulator_value, epsilon
        self.slot_start = initial_accumulator_value

    @property
    def slots(self) -> tuple[str, ...]:
        return ("accumulator",)

    @property
    def hyperparameters(self) -> tuple[float, ...]:
        return (self.epsilon,)

    def update(
        self, w: Array, g: Array, state: Sequence[Array], step_size: Array, scratch: Array
    ) -> None:
        (a,), (epsilon,) = state, self.hyperparameter_arrays
        a += np.multiply(g, g, out=scratch)  # a ← a + g²
        root = np.add(a, epsilon, out=scratch)
        np.sqrt(root, out=root)
        g *= step_size
        g /= root
        w -= g  # w ← w − η g / √(a + ε)
