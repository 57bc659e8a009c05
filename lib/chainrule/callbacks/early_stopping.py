"""Stop training when the monitored value no longer improves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.arguments import check_integer
from chainrule.callbacks.monitor_callback import MonitorCallback

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["EarlyStopping"]


@final
class EarlyStopping(MonitorCallback):
    """End the training after `patience` epochs in which `monitor` did not improve.

    Args:
        monitor: The loss or metric to monitor.
        min_delta: The change that an improvement must exceed.
        patience: The number of epochs without improvement after which training ends.
        verbose: 1 for a message when training ends.
        mode: "min", "max" or "auto".
        baseline: A value that must be reached too; until then, every epoch counts as one
            without improvement.
        restore_best_weights: Whether to restore the weights of the best epoch at the end.
        start_from_epoch: The number of epochs at the start that are not monitored.

    Source: slides D0, D1, D2, D3 (concept K4).

    >>> from chainrule import layers, models
    >>> model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    >>> model.compile("sgd", "mse")
    >>> stop = EarlyStopping(monitor="loss", patience=2, min_delta=1e9)
    >>> model.fit([[1.0]], [1.0], epochs=9, verbose=0, callbacks=[stop]).epoch
    [0, 1, 2]
    """

    def __init__(
        self,
        monitor: str = "val_loss",
        min_delta: float = 0,
        patience: int = 0,
        verbose: int = 0,
        mode: str = "auto",
        baseline: float | None = None,
        restore_best_weights: bool = False,
        start_from_epoch: int = 0,
    ) -> None:
        super().__init__(monitor, mode, min_delta)
        self.patience = check_integer("EarlyStopping", "patience", patience, 0)
        self.start_from_epoch = check_integer(
            "EarlyStopping", "start_from_epoch", start_from_epoch, 0
        )
        self.verbose, self.baseline = verbose, baseline
        self.restore_best_weights = restore_best_weights
        self._reset()

    def _reset(self) -> None:
        self.wait = self.stopped_epoch = self.best_epoch = 0
        self.best = None
        self.best_weights: list[Array] | None = None

    def on_train_begin(self, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self._reset()

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        value = self.current(logs or {})
        if value is None or epoch < self.start_from_epoch:
            return
        if self.restore_best_weights and self.best_weights is None:
            self._record_best(epoch)  # even if the first value is NaN
        self.wait += 1
        if self.improves(value, self.best):
            self.best = value
            self._record_best(epoch)
            if self.baseline is None or self.improves(value, self.baseline):
                self.wait = 0
        elif self.wait >= self.patience and epoch > 0:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        if self.stopped_epoch and self.verbose:
            self._print(f"Epoch {self.stopped_epoch + 1}: early stopping")
        if self.best_weights is not None:
            if self.verbose:
                self._print(f"Restoring the weights of the best epoch: {self.best_epoch + 1}.")
            self.model.set_weights(self.best_weights)

    def _record_best(self, epoch: int) -> None:
        self.best_epoch = epoch
        if self.restore_best_weights:
            self.best_weights = self.model.get_weights()

    def _print(self, message: str) -> None:
        print(message)  # noqa: T201  # what verbose asks for
