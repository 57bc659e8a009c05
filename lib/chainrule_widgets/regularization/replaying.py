"""Apply early stopping to a recorded training, the library's or a student's."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from chainrule import layers, models
from chainrule.callbacks import EarlyStopping

from chainrule_widgets.user_function import Function, UnusableError, guarded, name_of


class Outcome(NamedTuple):
    """The last epoch, whether training stopped, the best epoch, and the epoch of the weights."""

    last: int
    stopped: bool
    best: int
    kept: int


def replay(history: Mapping[str, Sequence[float]], **arguments: Any) -> Outcome:
    """Apply the library's `EarlyStopping` to a recorded training.

    The model has one weight, which is set to the number of the epoch. So the weight at the end
    says which epoch was restored.
    """
    model = models.Sequential([layers.Dense(1, use_bias=False, input_shape=(1,))])
    model.compile("sgd", "mse", metrics=["accuracy"])
    model.stop_training = False
    stop = EarlyStopping(**arguments)
    stop.set_model(model)
    stop.on_train_begin()
    epochs = len(history[stop.monitor])
    epoch = 0
    for epoch in range(epochs):
        model.set_weights([np.array([[epoch]], float)])
        stop.on_epoch_end(epoch, {stop.monitor: history[stop.monitor][epoch]})
        if model.stop_training:
            break
    stop.on_train_end()
    return Outcome(epoch, model.stop_training, stop.best_epoch, int(model.get_weights()[0].item()))


def of_student(rule: Function, losses: Sequence[float], patience: int, min_delta: float) -> Any:
    """Return the pair that a student's function returns, or a sentence about its error."""
    try:
        with guarded(name_of(rule), context="Return two epochs."):
            stop_epoch, best_epoch = rule(np.array(losses), patience, min_delta)
            return [int(stop_epoch), int(best_epoch)]
    except UnusableError as error:
        return str(error)
