"""Set the learning rate before each epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.callbacks.callback import Callback

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LearningRateScheduler"]


@final
class LearningRateScheduler(Callback):
    """Set the learning rate to `schedule(epoch, learning_rate)` before each epoch.

    Raises:
        TypeError: if the schedule does not return a number.

    Source: slides D1, D3 (concept F5).

    >>> from chainrule import layers, models
    >>> model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    >>> model.compile("sgd", "mse")
    >>> halve = LearningRateScheduler(lambda epoch, rate: rate / 2)
    >>> model.fit([[1.0]], [1.0], epochs=2, verbose=0, callbacks=[halve]).history["learning_rate"]
    [0.005, 0.0025]
    """

    def __init__(self, schedule: Callable[[int, float], float], verbose: int = 0) -> None:
        super().__init__()
        self.schedule, self.verbose = schedule, verbose

    def on_epoch_begin(self, epoch: int, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        optimizer = self.model.optimizer
        rate = self.schedule(epoch, optimizer.learning_rate)
        if isinstance(rate, bool) or not hasattr(rate, "__float__"):
            raise TypeError(f"the schedule must return a number, and returned {rate!r}")
        optimizer.learning_rate = float(rate)
        if self.verbose:
            print(f"\nEpoch {epoch + 1}: learning rate {float(rate)}.")  # noqa: T201

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        if logs is not None:
            logs["learning_rate"] = self.model.optimizer.learning_rate
