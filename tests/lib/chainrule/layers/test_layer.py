"""Gradients of all layers, and what they say when something does not fit."""

import chainrule
import numpy as np
import pytest
from chainrule import layers, models
from chainrule.gradients import check_gradients

RNG = np.random.default_rng(0)


X = RNG.normal(size=(6, 4))


Y = RNG.normal(size=(6, 2))


def between(*middle):
    """A network with some layers between two dense ones, which makes their slopes matter."""
    model = models.Sequential([layers.Dense(4, activation="tanh", input_shape=(4,)), *middle])
    model.add(layers.Dense(2))
    model.compile("sgd", "mse")
    return model


@pytest.mark.parametrize(
    "middle",
    [
        [layers.Dense(3, activation="sigmoid")],
        [layers.Dense(3, activation="tanh")],
        [layers.Dense(3, activation="relu")],
        [layers.Dense(3, activation="softmax")],
        [layers.Dense(3, activation="leaky_relu", use_bias=False)],
        [layers.Activation("softmax")],
        [layers.Activation("sigmoid")],
        [layers.LeakyReLU()],
        [layers.Dropout(0.5)],
        [layers.Dropout(0.5, seed=3)],
        [layers.GaussianNoise(0.1)],
        [layers.BatchNormalization()],
        [layers.BatchNormalization(center=False, scale=False)],
        [layers.Normalization(mean=[1.0, 0.0, 2.0, 3.0], variance=[1.0, 4.0, 9.0, 0.5])],
        [layers.Dense(3, kernel_regularizer="l1", bias_regularizer="l2")],
        [layers.BatchNormalization(gamma_regularizer="l2", beta_regularizer="l2")],
    ],
    ids=lambda middle: middle[0].name,
)
def test_gradients_are_slopes(middle):
    """Every weight's gradient is the slope of the loss, through each layer."""
    assert check_gradients(between(*middle), X, Y, tolerance=1e-5) < 1e-5


def test_gradients_of_a_graph_are_slopes():
    """Shared layers, sums, concatenations, images and several outputs have right gradients too."""
    image = layers.Input(shape=(2, 3, 2))
    other = layers.Input(shape=(4,))
    shared = layers.Dense(3, activation="tanh")
    left = layers.Flatten()(layers.BatchNormalization()(layers.RandomFlip(seed=1)(image)))
    left = shared(layers.Dense(4)(left))
    right = shared(other)
    joined = layers.Concatenate()([layers.Add()([left, right, right]), left])
    first = layers.Dense(2, name="first")(joined)
    second = layers.Dense(3, activation="softmax", name="second")(first)
    model = models.Model(inputs=[image, other], outputs=[first, second])
    model.compile("sgd", ["mse", "categorical_crossentropy"], loss_weights={"second": 0.3})
    images = RNG.normal(size=(6, 2, 3, 2))
    assert check_gradients(model, [images, X], [Y, np.eye(3)[[0, 1, 2] * 2]]) < 1e-5


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (lambda: layers.Dense(0), "integer ≥ 1"),
        (lambda: layers.Dropout(1.5), "between 0 and 1"),
        (lambda: layers.GaussianNoise(-1), "at least 0"),
        (lambda: layers.RandomFlip("sideways"), "mode is one of"),
        (lambda: layers.RandomTranslation(0.1, 0.1, fill_mode="x"), "fill_mode"),
        (lambda: layers.Normalization(mean=1.0), "both mean and variance"),
        (lambda: layers.Add()([np.ones((1, 2)), np.ones((1, 3))]), r"\(2,\).*\(3,\)"),
        (lambda: layers.Concatenate(axis=0), "the batch"),
        (lambda: layers.Concatenate(1)([np.ones((1, 2, 2)), np.ones((1, 2, 3))]), "differ"),
    ],
)
def test_bad_input_is_told(bad, says):
    """Bad input gets a sentence with what was given and what is needed."""
    with pytest.raises(ValueError, match=says):
        bad()


def test_a_layer_is_built_once():
    """A layer that is used again with another width names itself and both shapes."""
    layer = layers.Dense(2, name="hidden")
    layer(np.ones((1, 3)))
    with pytest.raises(ValueError, match=r"hidden was built .*\(None, 3\).*\(None, 4\)"):
        layer(np.ones((1, 4)))


def test_names_count_up():
    """Layers without a name are numbered by their kind."""
    chainrule.config.clear_session()
    assert ["dense", "dense_1", "leaky_re_lu"] == [
        layer.name for layer in (layers.Dense(1), layers.Dense(1), layers.LeakyReLU())
    ]
