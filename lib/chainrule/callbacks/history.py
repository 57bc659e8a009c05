"""Record the losses and metrics of each epoch."""

from __future__ import annotations

from typing import Any

from chainrule.callbacks.callback import Callback

__all__ = ["History"]


class History(Callback):
    """Keep in `history` a list for each loss and metric, with one value an epoch.

    `fit` returns a History; its `epoch` has the numbers of the epochs.

    >>> from chainrule import layers, models
    >>> model = models.Sequential([layers.Dense(1, input_shape=(2,))])
    >>> model.compile("sgd", "mse")
    >>> history = model.fit([[0.0, 1.0]], [1.0], epochs=3, verbose=0)
    >>> history.epoch, len(history.history["loss"])
    ([0, 1, 2], 3)
    """

    def __init__(self) -> None:
        super().__init__()
        self.epoch: list[int] = []
        self.history: dict[str, list[Any]] = {}

    def on_train_begin(self, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self.epoch = []

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        self.epoch.append(epoch)
        for name, value in (logs or {}).items():
            self.history.setdefault(name, []).append(value)
