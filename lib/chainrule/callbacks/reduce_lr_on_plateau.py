"""Reduce the learning rate when the monitored value no longer improves."""

from __future__ import annotations

from typing import Any, final

from chainrule.arguments import check_integer
from chainrule.callbacks.monitor_callback import MonitorCallback

__all__ = ["ReduceLROnPlateau"]


@final
class ReduceLROnPlateau(MonitorCallback):
    """Multiply the learning rate by `factor` after `patience` epochs without improvement.

    After a reduction, `cooldown` epochs are not counted. The learning rate stays at or above
    `min_lr`.

    Raises:
        ValueError: for a factor ≥ 1, or counts that are not integers ≥ 0.

    Source: slides D1, D3 (concept F5).

    >>> from chainrule import layers, models
    >>> model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    >>> model.compile("sgd", "mse")
    >>> reduce = ReduceLROnPlateau("loss", patience=1, min_delta=1e9)
    >>> logs = model.fit([[1.0]], [1.0], epochs=3, verbose=0, callbacks=[reduce]).history
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
            raise ValueError(f"ReduceLROnPlateau(factor={factor}): factor must be below 1")
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
