"""Train a model for some epochs, with validation and callbacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from chainrule import config
from chainrule.arguments import check_integer
from chainrule.callbacks import CallbackModel, History, ProgressBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from chainrule.callbacks import Callback
    from chainrule.trainers.compiled import Compiled
    from chainrule.trainers.examples import Examples

__all__ = ["FitConfig", "FitModel", "fit", "validation_epochs", "verbosity"]


class FitModel(CallbackModel, Protocol):
    """Describe what `fit` uses of a model, whose module imports this one."""

    @property
    def compiled(self) -> Compiled:
        """What training needs; another model that shares layers may change it between epochs."""


class FitConfig(NamedTuple):
    """Hold the numbers that `fit` was given."""

    batch_size: int
    epochs: int
    initial_epoch: int
    shuffle: bool
    validation_batch_size: int
    validation_freq: int | Sequence[int]
    verbose: int


def validation_epochs(validation_freq: Any) -> int | Sequence[int]:
    """Return `validation_freq` if it is an integer ≥ 1, or a list of such integers.

    Raises:
        ValueError: for anything else.
    """
    if isinstance(validation_freq, list | tuple | set):
        return [check_integer("fit", "validation_freq", epoch, 1) for epoch in validation_freq]
    return check_integer("fit", "validation_freq", validation_freq, 1)


def verbosity(verbose: Any) -> int:
    """Return `verbose` as a number: "auto" and True are 1, None and False are 0.

    Raises:
        ValueError: for anything else that is not an integer ≥ 0.
    """
    if verbose is None or isinstance(verbose, bool) or verbose == "auto":
        return int(bool(verbose))
    return check_integer("fit", "verbose", verbose, 0)


def fit(
    model: FitModel,
    train: Examples,
    validation: Examples | None,
    settings: FitConfig,
    callbacks: Sequence[Callback],
) -> History:
    """Train, and return the losses and metrics of each epoch."""
    model.compiled  # noqa: B018  # an error in `compile` belongs here, before callbacks begin
    history = next((c for c in callbacks if isinstance(c, History)), None) or History()
    all_callbacks = [*callbacks] if history in callbacks else [*callbacks, history]
    if settings.verbose and not any(isinstance(c, ProgressBar) for c in callbacks):
        all_callbacks.append(ProgressBar(settings.verbose))
    steps = -(-train.count // settings.batch_size)
    for callback in all_callbacks:
        callback.set_params(
            {"epochs": settings.epochs, "steps": steps, "verbose": settings.verbose}
        )
        callback.set_model(model)
    model.stop_training = False
    _call(all_callbacks, "on_train_begin")
    logs: dict[str, Any] = {}
    for epoch in range(settings.initial_epoch, settings.epochs):
        _call(all_callbacks, "on_epoch_begin", epoch)
        with np.errstate(over="ignore"):  # eᶻ may overflow to ∞, and 1 / ∞ is the right 0
            logs = _train_epoch(model, train, settings, all_callbacks)
        if validation is not None and _validates(settings.validation_freq, epoch + 1):
            logs |= _validate(model, validation, settings, all_callbacks)
        _call(all_callbacks, "on_epoch_end", epoch, logs)
        if model.stop_training:
            break
    _call(all_callbacks, "on_train_end", logs)
    return history


def _train_epoch(
    model: FitModel, train: Examples, settings: FitConfig, callbacks: Sequence[Callback]
) -> dict[str, Any]:
    compiled = model.compiled
    tracker = compiled.tracker
    tracker.reset()
    before = _batch_methods(callbacks, "on_train_batch_begin")
    after = _batch_methods(callbacks, "on_train_batch_end")
    order = config.generator().permutation(train.count) if settings.shuffle else None
    for number, batch in enumerate(train.batches(settings.batch_size, order)):
        for call in before:
            call(number)
        total, parts, outputs = compiled.train(batch)
        tracker.update(batch, outputs, total, parts)
        for call in after:
            call(number, tracker.logs())
        if model.stop_training:
            break
    return tracker.logs()


def _validates(validation_freq: int | Sequence[int], epoch: int) -> bool:
    if isinstance(validation_freq, int):
        return epoch % validation_freq == 0
    return epoch in validation_freq


def _validate(
    model: FitModel, validation: Examples, settings: FitConfig, callbacks: Sequence[Callback]
) -> dict[str, Any]:
    _call(callbacks, "on_test_begin")
    logs = model.compiled.evaluate(validation, settings.validation_batch_size)
    _call(callbacks, "on_test_end", logs)
    return {f"val_{name}": value for name, value in logs.items()}


def _call(callbacks: Sequence[Callback], event: str, *arguments: Any) -> None:
    for callback in callbacks:
        getattr(callback, event)(*arguments)


def _batch_methods(callbacks: Sequence[Callback], event: str) -> list[Callable[..., None]]:
    """Return the overridden methods only, because a batch may take less time than a call."""
    return [getattr(c, event) for c in callbacks if event in c.batch_events]
