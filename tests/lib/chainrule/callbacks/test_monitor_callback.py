"""A monitored value must exist, and have a direction."""

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


def test_what_is_watched_must_be_there():
    """A name that is not in the logs gets a warning with those that are."""
    with pytest.warns(UserWarning, match="monitors 'val_accuracy', and there is only loss"):
        trained([1], callbacks.EarlyStopping("val_accuracy"), name="loss")


def test_direction_of_an_unknown_name_must_be_told():
    """For a number that nobody knows, more or less cannot be guessed."""
    with pytest.raises(ValueError, match="mode='min' or mode='max'"):
        trained([1, 2], callbacks.EarlyStopping("mystery"), name="mystery")


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (lambda: callbacks.EarlyStopping(mode="up"), "'auto', 'min' or 'max'"),
        (lambda: callbacks.ReduceLROnPlateau(factor=1.0), "below 1"),
        (lambda: callbacks.ModelCheckpoint("x", save_freq="week"), "an integer ≥ 1"),
    ],
)
def test_bad_input_is_told(bad, says):
    """Bad input gets a sentence with what was given and what is needed."""
    with pytest.raises(ValueError, match=says):
        bad()
