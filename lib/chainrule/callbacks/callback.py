"""Define what every callback has: methods that training calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from chainrule.arrays import Array
    from chainrule.optimizers import Optimizer

__all__ = ["Callback", "CallbackModel"]


class CallbackModel(Protocol):
    """Describe what the callbacks here use of the model that is being trained.

    It is a protocol because the modules of the models import the callbacks.
    """

    stop_training: bool

    @property
    def optimizer(self) -> Optimizer:
        """The optimizer that `compile` was given."""

    def metric_direction(self, name: str) -> str | None:
        """Return "max" or "min" for the name of a loss or metric, and None for other names."""

    def get_weights(self) -> list[Array]:
        """Return copies of all weights."""

    def set_weights(self, values: list[Any]) -> None:
        """Overwrite all weights."""


class Callback:
    """React to events of a training: override the methods you need, the others do nothing.

    `self.model` is the network, `self.params` has epochs, steps and verbose. A callback ends the
    training by `self.model.stop_training = True`. Values that it adds to `logs` at the end of an
    epoch become part of the history.
    """

    def __init__(self) -> None:
        self.params: dict[str, Any] = {}
        self._model: Any = None

    @property
    def model(self) -> Any:
        """The network that is being trained.

        Raises:
            RuntimeError: before training has begun.
        """
        if self._model is None:
            raise RuntimeError(f"{type(self).__name__} has no model before fit() begins")
        return self._model

    def set_params(self, params: dict[str, Any]) -> None:
        """Set the number of epochs and of steps, and verbose."""
        self.params = params

    def set_model(self, model: CallbackModel) -> None:
        """Set the network that is being trained."""
        self._model = model

    def on_train_begin(self, logs: dict[str, Any] | None = None) -> None:
        """Called before the first epoch."""

    def on_train_end(self, logs: dict[str, Any] | None = None) -> None:
        """Called after the last epoch."""

    def on_epoch_begin(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        """Called before each epoch; epochs count from 0."""

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:
        """Called after each epoch, with its losses and metrics."""

    def on_train_batch_begin(self, batch: int, logs: dict[str, Any] | None = None) -> None:
        """Called before each step; steps count from 0 in each epoch."""

    def on_train_batch_end(self, batch: int, logs: dict[str, Any] | None = None) -> None:
        """Called after each step, with the means over the epoch so far."""

    def on_test_begin(self, logs: dict[str, Any] | None = None) -> None:
        """Called before the validation of an epoch."""

    def on_test_end(self, logs: dict[str, Any] | None = None) -> None:
        """Called after the validation of an epoch."""

    @property
    def batch_events(self) -> set[str]:
        """The events of single batches that this callback has overridden."""
        return {e for e in _BATCH_EVENTS if getattr(type(self), e) is not getattr(Callback, e)}


_BATCH_EVENTS: Final = ("on_train_batch_begin", "on_train_batch_end")
