"""Models and weights are saved and loaded."""

import pytest
from chainrule import initializers, layers, losses, models, optimizers, regularizers


def sequential():
    """One of every layer that fits a row of numbers."""
    model = models.Sequential(
        [
            layers.Input((3,)),
            layers.Normalization(mean=[0.0, 1.0, 2.0], variance=[1.0, 1.0, 2.0]),
            layers.GaussianNoise(0.1, seed=1),
            layers.Dense(4, activation="relu", kernel_regularizer=regularizers.L1L2(0.1, 0.2)),
            layers.BatchNormalization(momentum=0.9),
            layers.LeakyReLU(0.2),
            layers.Dropout(0.3, noise_shape=(None, 4), seed=2),
            layers.Dense(3, activation="leaky_relu", kernel_initializer=initializers.Xavier(3)),
            layers.Activation("tanh"),
            layers.Dense(2, bias_initializer=initializers.Constant(0.5), name="last"),
        ]
    )
    rate = optimizers.schedules.ExponentialDecay(0.01, 10, 0.9)
    model.compile(optimizers.Adam(rate, clipnorm=1.0), losses.MeanSquaredError(), metrics=["mae"])
    return model


def test_weights_alone(tmp_path):
    """Weights go into a model of the same layers."""
    model, twin = sequential(), sequential()
    model.save_weights(tmp_path / "weights.npz")
    twin.load_weights(tmp_path / "weights.npz")
    assert [w.tolist() for w in model.get_weights()] == [w.tolist() for w in twin.get_weights()]
    with pytest.raises(ValueError, match="weights and no layers"):
        models.load_model(tmp_path / "weights.npz")


def test_no_overwriting_where_it_is_not_wanted(tmp_path):
    """overwrite=False leaves an existing file alone."""
    path = tmp_path / "model.npz"
    sequential().save(path)
    with pytest.raises(FileExistsError, match="overwrite=False"):
        sequential().save(path, overwrite=False)
