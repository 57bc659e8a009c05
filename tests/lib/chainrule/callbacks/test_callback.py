"""Callbacks are called in Keras's order, and may stop the training."""

import numpy as np
import pytest
from chainrule import callbacks, layers, models

X, Y = np.zeros((4, 1)), np.zeros((4, 1))


class Diary(callbacks.Callback):
    """Writes down what it is told."""

    def __init__(self):
        super().__init__()
        self.told = []

    def __getattribute__(self, name):
        if name.startswith("on_"):
            return lambda *args: object.__getattribute__(self, "told").append((name, *args[:1]))
        return object.__getattribute__(self, name)

    def on_train_batch_begin(self, batch, logs=None):
        """Make the batches heard."""

    def on_train_batch_end(self, batch, logs=None):
        """Make the batches heard."""


def test_order_of_events():
    """Everyone is told of everything, in Keras's order."""
    model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile("sgd", "mse")
    diary = Diary()
    model.fit(X, Y, batch_size=2, verbose=0, callbacks=[diary], validation_data=(X, Y))
    names = [(event[0], *event[1:]) for event in diary.told]
    assert [
        ("on_train_begin",),
        ("on_epoch_begin", 0),
        ("on_train_batch_begin", 0),
        ("on_train_batch_end", 0),
        ("on_train_batch_begin", 1),
        ("on_train_batch_end", 1),
        ("on_test_begin",),
    ] == names[:7]
    assert ["on_test_end", "on_epoch_end", "on_train_end"] == [name for name, *_ in names[7:]]


def test_stopping_in_the_middle_of_an_epoch():
    """A callback may stop between batches."""

    class Stop(callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):  # noqa: ARG002
            self.model.stop_training = batch == 1

    model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile("sgd", "mse")
    model.fit(X, Y, batch_size=1, epochs=9, verbose=0, callbacks=[Stop()])
    assert (2, [0]) == (model.optimizer.iterations, model.history.epoch)


def test_a_callback_has_no_model_before_training():
    """Asking too early gets a sentence."""
    with pytest.raises(RuntimeError, match="no model before fit"):
        callbacks.Callback().model  # noqa: B018
