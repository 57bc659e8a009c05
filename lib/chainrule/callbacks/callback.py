"""Something that is told what happens while a network trains, and may step in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from chainrule.models import Network

__all__ = ["Callback"]


class Callback:
    """A listener: write the methods that are of interest, the others do nothing.

    `self.model` is the network, `self.params` has epochs, steps and verbose. A callback ends the
    training by `self.model.stop_training = True`; values that it puts into `logs` at the end of an
    epoch become part of the history.
    """

    def __init__(self) -> None:
        self.params: dict[str, Any] = {}
        self._model: Network | None = None

    @property
    def model(self) -> Network:
        """The network that is being trained.

        Raises:
            RuntimeError: before training has begun.
        """
        if self._model is None:
            raise RuntimeError(f"{type(self).__name__} has no model before fit() begins")
        return self._model

    def set_params(self, params: dict[str, Any]) -> None:
        """Learn how long the training will be."""
        self.params = params

    def set_model(self, model: Network) -> None:
        """Learn which network it is."""
        self._model = model

    def on_train_begin(self, logs: dict[str, Any] | None = None) -> None:
        """Before the first epoch."""

    def on_train_end(self, logs: dict[str, Any] | None = None) -> None:
        """After the last epoch."""

    def on_epoch_begin(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        """Before each epoch; they count from 0."""

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        """After each epoch, with its losses and metrics."""

    def on_train_batch_begin(self, batch: int, logs: dict[str, Any] | None = None) -> None:
        """Before each step; they count from 0 in each epoch."""

    def on_train_batch_end(self, batch: int, logs: dict[str, Any] | None = None) -> None:
        """After each step, with the means of the epoch so far."""

    def on_test_begin(self, logs: dict[str, Any] | None = None) -> None:
        """Before the validation of an epoch."""

    def on_test_end(self, logs: dict[str, Any] | None = None) -> None:
        """After the validation of an epoch."""

    @property
    def listens(self) -> set[str]:
        """The events of single batches that this callback has a method of its own for."""
        return {e for e in _OFTEN if getattr(type(self), e) is not getattr(Callback, e)}


_OFTEN: Final = ("on_train_batch_begin", "on_train_batch_end")
