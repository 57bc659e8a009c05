"""What the tests of training share: a linear neuron."""

import pytest
from chainrule import layers, models, optimizers


@pytest.fixture
def linear():
    """A function that makes one neuron whose weights begin at zero."""

    def make(**compiled):
        model = models.Sequential(
            [layers.Dense(1, kernel_initializer="zeros", input_shape=(3,), dtype="float64")]
        )
        model.compile(**{"optimizer": optimizers.SGD(0.1), "loss": "mse", **compiled})
        return model

    return make
