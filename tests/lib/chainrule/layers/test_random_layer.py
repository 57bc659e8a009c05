"""A layer draws from its own random generator, or from the common one."""

import chainrule
import numpy as np
import pytest
from chainrule import config, layers

MAKERS = [
    lambda seed: layers.Dropout(0.5, seed=seed),
    lambda seed: layers.GaussianNoise(1.0, seed=seed),
    lambda seed: layers.RandomFlip(seed=seed),
    lambda seed: layers.RandomTranslation(0.5, 0.5, seed=seed),
]
X = np.random.default_rng(0).normal(size=(8, 4, 4))


@pytest.mark.parametrize("make", MAKERS)
def test_without_a_seed_the_common_generator_is_used(make):
    """`set_random_seed` makes the layer repeatable."""
    layer = make(None)
    assert layer.generator is config.generator()
    found = []
    for _ in range(2):
        chainrule.set_random_seed(3)
        found.append(layer(X, training=True).tolist())
    assert found[0] == found[1]


@pytest.mark.parametrize("make", MAKERS)
def test_with_a_seed_the_common_generator_is_left_alone(make):
    """Two layers with one seed draw the same, and the common generator does not move."""
    state = config.generator().bit_generator.state
    one, two = make(5), make(5)
    assert one(X, training=True).tolist() == two(X, training=True).tolist()
    assert state == config.generator().bit_generator.state
