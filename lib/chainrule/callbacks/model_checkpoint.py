"""Save the model during training."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, final

from chainrule.arguments import check_integer
from chainrule.callbacks.monitor_callback import MonitorCallback

__all__ = ["ModelCheckpoint"]


@final
class ModelCheckpoint(MonitorCallback):
    """Save the model after each epoch, or, with `save_best_only`, when `monitor` improves.

    The path may contain the epoch (from 1), losses and metrics:
    "digits-{epoch:02d}-{val_loss:.3f}.npz". `save_freq` is "epoch" or a number of batches.

    Raises:
        ValueError: for another `save_freq`, or a name in the path that no loss or metric has.

    Source: slides D0 (concept K4).

    >>> import tempfile
    >>> from chainrule import layers, models
    >>> model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    >>> model.compile("sgd", "mse")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save = ModelCheckpoint(f"{folder}/{{epoch}}.npz")
    ...     _ = model.fit([[1.0]], [1.0], epochs=2, verbose=0, callbacks=[save])
    ...     sorted(path.name for path in Path(folder).iterdir())
    ['1.npz', '2.npz']
    """

    def __init__(
        self,
        filepath: str | os.PathLike[str],
        monitor: str = "val_loss",
        verbose: int = 0,
        save_best_only: bool = False,
        save_weights_only: bool = False,
        mode: str = "auto",
        save_freq: int | str = "epoch",
        initial_value_threshold: float | None = None,
    ) -> None:
        super().__init__(monitor, mode, 0.0)
        if save_freq != "epoch":
            save_freq = check_integer("ModelCheckpoint", "save_freq", save_freq, 1)
        self.filepath, self.verbose = os.fspath(filepath), verbose
        self.save_best_only, self.save_weights_only = save_best_only, save_weights_only
        self.save_freq, self.best = save_freq, initial_value_threshold
        self._epoch = self._batches = 0

    def on_epoch_begin(self, epoch: int, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self._epoch = epoch

    def on_train_batch_end(self, batch: int, logs: dict[str, Any] | None = None) -> None:
        self._batches += 1
        if self.save_freq != "epoch" and self._batches % int(self.save_freq) == 0:
            self._save({"batch": batch + 1, **(logs or {})})

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        if self.save_freq == "epoch":
            self._save(logs or {})

    def _save(self, logs: dict[str, Any]) -> None:
        if self.save_best_only and not self._improves(logs):
            return
        try:
            path = Path(self.filepath.format(epoch=self._epoch + 1, **logs))
        except KeyError as missing:
            raise ValueError(
                f"{self.filepath!r} contains {missing}, and there is only {', '.join(logs)}"
            ) from None
        path.parent.mkdir(parents=True, exist_ok=True)
        write = self.model.save_weights if self.save_weights_only else self.model.save
        write(path)
        if self.verbose:
            print(f"\nEpoch {self._epoch + 1}: saved to {path}")  # noqa: T201

    def _improves(self, logs: dict[str, Any]) -> bool:
        value = self.current(logs)
        if value is None:
            return True
        improves = self.improves(value, self.best)
        if improves:
            self.best = value
        return improves
