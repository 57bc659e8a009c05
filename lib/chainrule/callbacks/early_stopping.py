"""Stop when it no longer helps: the cheapest of all regularisers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from chainrule.arguments import check_integer
from chainrule.callbacks.watching import Watching

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["EarlyStopping"]


@final
class EarlyStopping(Watching):
    """End the training after `patience` epochs in which `monitor` was not better than before.

    Args:
        monitor: The loss or metric to watch.
        min_delta: What a change must exceed to count as better.
        patience: The number of epochs without a better value after which training ends.
        verbose: 1 for a sentence when it happens.
        mode: "min", "max" or "auto".
        baseline: A value that must be beaten too; until it is, patience runs out.
        restore_best_weights: Whether to go back to the weights of the best epoch at the end.
        start_from_epoch: The number of first epochs that are not looked at.

    Source: D0, D1, D2, D3 (K4).

    >>> from chainrule import layers, models
    >>> model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    >>> model.compile("sgd", "mse")
    >>> stop = EarlyStopping(monitor="loss", patience=2, min_delta=1e9)  # never good enough
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
        self._begin()

    def _begin(self) -> None:
        self.wait = self.stopped_epoch = self.best_epoch = 0
        self.best = None
        self.best_weights: list[Array] | None = None

    def on_train_begin(self, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self._begin()

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        value = self.current(logs or {})
        if value is None or epoch < self.start_from_epoch:
            return
        if self.restore_best_weights and self.best_weights is None:
            self._remember(epoch)  # a first value of NaN is better than nothing at all
        self.wait += 1
        if self.improves(value, self.best):
            self.best = value
            self._remember(epoch)
            if self.baseline is None or self.improves(value, self.baseline):
                self.wait = 0
        elif self.wait >= self.patience and epoch > 0:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        if self.stopped_epoch and self.verbose:
            self._say(f"Epoch {self.stopped_epoch + 1}: early stopping")
        if self.best_weights is not None:
            if self.verbose:
                self._say(f"Going back to the weights of the best epoch: {self.best_epoch + 1}.")
            self.model.set_weights(self.best_weights)

    def _remember(self, epoch: int) -> None:
        self.best_epoch = epoch
        if self.restore_best_weights:
            self.best_weights = self.model.get_weights()

    def _say(self, sentence: str) -> None:
        print(sentence)  # noqa: T201  # what verbose asks for
