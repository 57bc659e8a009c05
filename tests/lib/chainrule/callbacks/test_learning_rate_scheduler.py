"""The learning rate follows a function of the epoch."""

import numpy as np
import pytest
from chainrule import callbacks, layers, models, optimizers

X, Y = np.zeros((4, 1)), np.zeros((4, 1))


class Script(callbacks.Callback):
    """Puts a value of our choice into the logs of each epoch, before the others look."""

    def __init__(self, values, name="val_loss"):
        super().__init__()
        self.values, self.name = values, name

    def on_epoch_end(self, epoch, logs=None):
        logs[self.name] = self.values[epoch]
        self.model.layers[0].bias.assign([float(epoch)])


def trained(values, *listeners, name="val_loss", learning_rate=0.0):
    """A model that was trained while the values were shown."""
    model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile(optimizers.SGD(learning_rate), "mse")
    shown = Script(values, name)
    model.fit(X, Y, epochs=len(values), verbose=0, callbacks=[shown, *listeners])
    return model


def test_learning_rate_scheduler(capsys):
    """The rate of each epoch is the schedule's."""
    schedule = callbacks.LearningRateScheduler(lambda epoch, rate: rate / (epoch + 1), verbose=1)
    model = trained([1, 1, 1], schedule, learning_rate=0.6)
    assert pytest.approx([0.6, 0.3, 0.1]) == model.history.history["learning_rate"]
    assert "Epoch 2: learning rate 0.3." in capsys.readouterr().out
    with pytest.raises(TypeError, match="must return a number"):
        trained([1], callbacks.LearningRateScheduler(lambda *_: None))
