"""Models are saved when they should be."""

import numpy as np
import pytest
from chainrule import callbacks, layers, models

X, Y = np.zeros((4, 1)), np.zeros((4, 1))


def test_checkpoint_keeps_the_best(trained, tmp_path):
    """Only better epochs are saved, under their own names."""
    save = callbacks.ModelCheckpoint(
        tmp_path / "at-{epoch:02d}-{val_loss:.1f}.npz", save_best_only=True
    )
    trained([3.0, 4.0, 2.0], save)
    assert ["at-01-3.0.npz", "at-03-2.0.npz"] == sorted(p.name for p in tmp_path.iterdir())
    assert 2.0 == models.load_model(tmp_path / "at-03-2.0.npz").layers[0].bias.value[0]


def test_checkpoint_by_batches_and_of_weights(trained, tmp_path):
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
