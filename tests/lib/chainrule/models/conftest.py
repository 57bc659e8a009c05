"""What the tests of saved models share: a model with many kinds of layers."""

import pytest
from chainrule import initializers, layers, losses, models, optimizers, regularizers


@pytest.fixture
def sequential():
    """A function that makes a model with one of every layer that fits a row of numbers."""

    def make():
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
        optimizer = optimizers.Adam(rate, clipnorm=1.0)
        model.compile(optimizer, losses.MeanSquaredError(), metrics=["mae"])
        return model

    return make
