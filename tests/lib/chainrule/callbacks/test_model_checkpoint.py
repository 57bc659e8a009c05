"""Models are saved when they should be."""

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


def test_checkpoint_keeps_the_best(tmp_path):
    """Only better epochs are saved, under their own names."""
    save = callbacks.ModelCheckpoint(
        tmp_path / "at-{epoch:02d}-{val_loss:.1f}.npz", save_best_only=True
    )
    trained([3.0, 4.0, 2.0], save)
    assert ["at-01-3.0.npz", "at-03-2.0.npz"] == sorted(p.name for p in tmp_path.iterdir())
    assert 2.0 == models.load_model(tmp_path / "at-03-2.0.npz").layers[0].bias.value[0]


def test_checkpoint_by_batches_and_of_weights(tmp_path):
    """A number of batches may be asked for, and weights alone."""
    save = callbacks.ModelCheckpoint(
        tmp_path / "new" / "{epoch}-{batch}.npz", save_freq=2, save_weights_only=True
    )
    model = models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile("sgd", "mse")
    model.fit(X, Y, batch_size=1, epochs=1, verbose=0, callbacks=[save])
    assert ["1-2.npz", "1-4.npz"] == sorted(p.name for p in (tmp_path / "new").iterdir())
    model.load_weights(tmp_path / "new" / "1-4.npz")
    with pytest.raises(ValueError, match="contains 'auc', and there is only loss"):
        trained([1.0], callbacks.ModelCheckpoint("{auc}.npz"), name="loss")
