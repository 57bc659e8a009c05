"""What the tests of callbacks share: a training whose logs are chosen."""

import numpy as np
import pytest
from chainrule import callbacks, layers, models, optimizers


class Script(callbacks.Callback):
    """Puts a chosen value into the logs of each epoch, before the other callbacks read them."""

    def __init__(self, values, name="val_loss"):
        super().__init__()
        self.values, self.name = values, name

    def on_epoch_end(self, epoch, logs=None):
        logs[self.name] = self.values[epoch]
        self.model.layers[0].bias.assign([float(epoch)])


@pytest.fixture
def trained():
    """A function that trains a model while the logs show the values, and returns the model."""

    def train(values, *listeners, name="val_loss", learning_rate=0.0):
        model = models.Sequential([layers.Dense(1, input_shape=(1,))])
        model.compile(optimizers.SGD(learning_rate), "mse")
        shown = Script(values, name)
        zeros = np.zeros((4, 1))
        model.fit(zeros, zeros, epochs=len(values), verbose=0, callbacks=[shown, *listeners])
        return model

    return train
