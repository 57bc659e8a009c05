"""Callbacks that change the learning rate between epochs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.arguments import check_integer
from chainrule.callbacks.callback import Callback
from chainrule.callbacks.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["LearningRateScheduler", "ReduceLROnPlateau"]


@final
class LearningRateScheduler(Callback):
    """Before each epoch, set the learning rate to `schedule(epoch, learning_rate)`.

    Raises:
        TypeError: if the schedule returns something other than a number.

    Source: D1, D3 (F5).

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


@final
class ReduceLROnPlateau(Watching):
    """Multiply the learning rate by `factor` after `patience` epochs without a better value.

    After that, `cooldown` epochs pass before counting begins again; the rate never falls below
    `min_lr`.

    Raises:
        ValueError: for a factor of 1 or more.

    Source: D1, D3 (F5).

    >>> from chainrule import layers, models
    >>> model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    >>> model.compile("sgd", "mse")
    >>> calm = ReduceLROnPlateau("loss", patience=1, min_delta=1e9)
    >>> logs = model.fit([[1.0]], [1.0], epochs=3, verbose=0, callbacks=[calm]).history
    >>> [round(rate, 6) for rate in logs["learning_rate"]]
    [0.01, 0.01, 0.001]
    """

    def __init__(
        self,
        monitor: str = "val_loss",
        factor: float = 0.1,
        patience: int = 10,
        verbose: int = 0,
        mode: str = "auto",
        min_delta: float = 0.0001,
        cooldown: int = 0,
        min_lr: float = 0.0,
    ) -> None:
        super().__init__(monitor, mode, min_delta)
        if factor >= 1:
            raise ValueError(f"a factor of {factor} does not reduce anything; it must be below 1")
        self.patience = check_integer("ReduceLROnPlateau", "patience", patience, 0)
        self.cooldown = check_integer("ReduceLROnPlateau", "cooldown", cooldown, 0)
        self.factor, self.verbose, self.min_lr = factor, verbose, min_lr
        self.wait = self.cooldown_counter = 0

    def on_train_begin(self, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self.best = None
        self.wait = self.cooldown_counter = 0

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        logs = {} if logs is None else logs
        logs["learning_rate"] = self.model.optimizer.learning_rate
        value = self.current(logs)
        if value is None:
            return
        if self.cooldown_counter:
            self.cooldown_counter -= 1
            self.wait = 0
        if self.improves(value, self.best):
            self.best = value
            self.wait = 0
        elif not self.cooldown_counter:
            self.wait += 1
            if self.wait >= self.patience:
                self._reduce(epoch)

    def _reduce(self, epoch: int) -> None:
        optimizer = self.model.optimizer
        if optimizer.learning_rate <= self.min_lr:
            return
        optimizer.learning_rate = max(optimizer.learning_rate * self.factor, self.min_lr)
        self.cooldown_counter, self.wait = self.cooldown, 0
        if self.verbose:
            print(f"\nEpoch {epoch + 1}: learning rate {optimizer.learning_rate}.")  # noqa: T201
