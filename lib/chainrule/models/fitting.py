"""The loop: epochs, mini-batches, validation, and callbacks in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from chainrule import config
from chainrule.arguments import check_integer
from chainrule.callbacks import History, ProgressBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from chainrule.callbacks import Callback
    from chainrule.models.examples import Examples
    from chainrule.models.network import Network

__all__ = ["Plan", "fit"]


class Plan(NamedTuple):
    """How long, in what portions, and how often to validate."""

    batch_size: int
    epochs: int
    initial_epoch: int
    shuffle: bool
    validation_batch_size: int
    validation_freq: int | Sequence[int]
    verbose: int


def validation_epochs(freq: Any) -> int | Sequence[int]:
    """Return `validation_freq` if it is an integer ≥ 1, or a list of such integers.

    Raises:
        ValueError: for anything else.
    """
    if isinstance(freq, list | tuple | set):
        return [check_integer("fit", "validation_freq", epoch, 1) for epoch in freq]
    return check_integer("fit", "validation_freq", freq, 1)


def verbosity(verbose: Any) -> int:
    """Return `verbose` as a number: "auto" and True are 1, None and False are 0.

    Raises:
        ValueError: for anything else that is not an integer ≥ 0.
    """
    if verbose is None or isinstance(verbose, bool) or verbose == "auto":
        return int(bool(verbose))
    return check_integer("fit", "verbose", verbose, 0)


def _validates(freq: int | Sequence[int], epoch: int) -> bool:
    return epoch % freq == 0 if isinstance(freq, int) else epoch in freq


def fit(
    model: Network,
    train: Examples,
    held_out: Examples | None,
    plan: Plan,
    callbacks: Sequence[Callback],
) -> History:
    """Train, and return what happened."""
    model.compiled  # noqa: B018  # an error in `compile` belongs here, before callbacks begin
    history = next((c for c in callbacks if isinstance(c, History)), None) or History()
    everyone = [*callbacks] if history in callbacks else [*callbacks, history]
    if plan.verbose and not any(isinstance(c, ProgressBar) for c in callbacks):
        everyone.append(ProgressBar(plan.verbose))
    steps = -(-train.count // plan.batch_size)
    for callback in everyone:
        callback.set_params({"epochs": plan.epochs, "steps": steps, "verbose": plan.verbose})
        callback.set_model(model)
    model.stop_training = False
    _tell(everyone, "on_train_begin")
    logs: dict[str, Any] = {}
    for epoch in range(plan.initial_epoch, plan.epochs):
        _tell(everyone, "on_epoch_begin", epoch)
        with np.errstate(over="ignore"):  # the sigmoid's way of getting to 0
            logs = _epoch(model, train, plan, everyone)
        if held_out is not None and _validates(plan.validation_freq, epoch + 1):
            logs |= _validated(model, held_out, plan.validation_batch_size, everyone)
        _tell(everyone, "on_epoch_end", epoch, logs)
        if model.stop_training:
            break
    _tell(everyone, "on_train_end", logs)
    return history


def _epoch(
    model: Network, train: Examples, plan: Plan, callbacks: Sequence[Callback]
) -> dict[str, Any]:
    compiled = model.compiled
    tally = compiled.tally
    tally.reset()
    begin, end = _heard(callbacks, "on_train_batch_begin"), _heard(callbacks, "on_train_batch_end")
    order = config.generator().permutation(train.count) if plan.shuffle else None
    for number, batch in enumerate(train.batches(plan.batch_size, order)):
        for call in begin:
            call(number)
        total, parts, outputs = compiled.train(batch)
        tally.add(batch, outputs, total, parts)
        for call in end:
            call(number, tally.logs())
        if model.stop_training:
            break
    return tally.logs()


def _validated(
    model: Network, held_out: Examples, batch_size: int, callbacks: Sequence[Callback]
) -> dict[str, Any]:
    _tell(callbacks, "on_test_begin")
    logs = model.compiled.evaluate(held_out, batch_size)
    _tell(callbacks, "on_test_end", logs)
    return {f"val_{name}": value for name, value in logs.items()}


def _tell(callbacks: Sequence[Callback], event: str, *what: Any) -> None:
    for callback in callbacks:
        getattr(callback, event)(*what)


def _heard(callbacks: Sequence[Callback], event: str) -> list[Callable[..., None]]:
    """Return the methods that really listen, because a batch may take less time than a call."""
    return [getattr(c, event) for c in callbacks if event in c.listens]
