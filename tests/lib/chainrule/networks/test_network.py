"""Layers of several models, and their weights."""

import numpy as np
from chainrule import layers, losses, models, optimizers

RNG = np.random.default_rng(0)


X, Y = RNG.normal(size=(20, 3)), RNG.normal(size=(20, 1))


def test_transfer():
    """A trained trunk, frozen, in a new model: the head learns and the trunk does not."""
    trunk = models.Sequential([layers.Dense(4, "tanh", input_shape=(3,), name="trunk")])
    trunk.compile("sgd", "mse")
    trunk.trainable = False
    before = trunk.get_weights()
    model = models.Sequential([trunk, layers.Dense(1, name="head")])
    model.compile(optimizers.SGD(0.1), "mse")
    head = model.get_layer("head").get_weights()[0]
    model.fit(X, Y, epochs=3, verbose=0)
    assert [w.tolist() for w in before] == [w.tolist() for w in trunk.get_weights()]
    assert head.tolist() != model.get_layer("head").get_weights()[0].tolist()
    assert ["head", "head"] == [
        layer.name for layer in model.layers for _ in layer.trainable_weights
    ]


def test_a_layer_between_models_is_inlined():
    """A model called on a symbol lends its layers, also with several inputs and outputs."""
    a, b = layers.Input((2,)), layers.Input((2,))
    inner = models.Model([a, b], [layers.Add()([a, b]), layers.Dense(1)(a)])
    c = layers.Input((2,))
    first, second = inner([c, c])
    outer = models.Model(c, [first, second])
    np.testing.assert_allclose(outer.predict(np.ones((2, 2)))[0], 2.0)


def test_default_names_of_losses_and_layers():
    """What Keras calls by default is called the same here."""
    assert "mean_squared_error" == losses.MeanSquaredError().name
    assert "adam" == optimizers.Adam().name
