"""The learning rate falls when nothing improves."""

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


@pytest.mark.parametrize(
    ("options", "rates"),
    [
        ({"patience": 1}, [1.0, 1.0, 0.1, 0.01, 0.001]),
        ({"patience": 2, "factor": 0.5}, [1.0, 1.0, 1.0, 0.5, 0.5]),
        ({"patience": 1, "factor": 0.5, "cooldown": 1}, [1.0, 1.0, 0.5, 0.25, 0.125]),
        ({"patience": 1, "factor": 0.5, "min_lr": 0.3}, [1.0, 1.0, 0.5, 0.3, 0.3]),
    ],
)
def test_reduce_on_plateau(options, rates):
    """The rate falls when the value stays, as patience, cooldown and min_lr say."""
    calm = callbacks.ReduceLROnPlateau(**options)
    model = trained([3, 3, 3, 3, 3], calm, learning_rate=1.0)
    assert pytest.approx(rates) == model.history.history["learning_rate"]
