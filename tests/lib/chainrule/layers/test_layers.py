"""Layers: shapes, gradients, randomness, and what they say when something does not fit."""

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


def test_dense_is_the_matrix_form():
    """A dense layer is g(X W + b), over all leading axes."""
    layer = layers.Dense(3, activation="tanh", dtype="float64")
    x = RNG.normal(size=(2, 5, 4))
    out = layer(x)
    kernel, bias = layer.get_weights()
    np.testing.assert_allclose(out, np.tanh(x @ kernel + bias), rtol=1e-12)


@pytest.mark.parametrize("rate", [0.2, 0.5, 0.8])
def test_dropout_keeps_the_mean(rate):
    """Each entry is 0 or 1/(1 − rate), the share of zeros is the rate, and inference is bare."""
    layer = layers.Dropout(rate, seed=0, dtype="float64")
    x = np.ones((200, 200))
    out = layer(x, training=True)
    assert [0.0, pytest.approx(1 / (1 - rate))] == sorted(set(out.ravel().tolist()))
    assert rate == pytest.approx((out == 0).mean(), abs=0.01)
    assert x.tolist() == layer(x).tolist()


def test_dropout_follows_the_noise_shape():
    """Entries share their fate along an axis of length 1 in the noise shape."""
    out = layers.Dropout(0.5, noise_shape=(None, 1, 3), seed=0)(np.ones((9, 4, 3)), training=True)
    assert (out == out[:, :1]).all()
    assert not (out == out[:1]).all()


def test_dropout_draws_anew_each_time():
    """Two steps drop different entries; a layer with the same seed drops the same ones."""
    x = np.ones((5, 5))
    one, two = layers.Dropout(0.5, seed=1), layers.Dropout(0.5, seed=1)
    first = one(x, training=True)
    assert first.tolist() == two(x, training=True).tolist()
    assert first.tolist() != one(x, training=True).tolist()


def test_everything_dropped_is_zero():
    """A rate of 1 leaves nothing, and no division by zero."""
    assert not layers.Dropout(1.0)(np.ones((3, 3)), training=True).any()


def test_batch_normalization_follows_the_batches():
    """The moving averages become those of the data, and inference uses them."""
    layer = layers.BatchNormalization(momentum=0.5, dtype="float64")
    x = 3 + 2 * RNG.normal(size=(50, 2))
    for _ in range(60):
        layer(x, training=True)
    np.testing.assert_allclose(layer.get_weights()[2:], [x.mean(0), x.var(0)], rtol=1e-12)
    np.testing.assert_allclose(layer(x), (x - x.mean(0)) / np.sqrt(x.var(0) + 1e-3), rtol=1e-9)


def test_frozen_batch_normalization_is_inference():
    """A frozen layer does not look at the batch, as in Keras."""
    layer = layers.BatchNormalization(trainable=False, dtype="float64")
    x = RNG.normal(size=(5, 2))
    np.testing.assert_allclose(layer(x, training=True), x / np.sqrt(1 + 1e-3), rtol=1e-14)


def test_normalization_inverts():
    """Normalising and its inverse give the data back."""
    there = layers.Normalization(dtype="float64")
    there.adapt(X)
    back = layers.Normalization(mean=X.mean(0), variance=X.var(0), invert=True, dtype="float64")
    np.testing.assert_allclose(there(X).std(axis=0), 1)
    np.testing.assert_allclose(back(there(X)), X, rtol=1e-12)


def test_flip_turns_half_of_the_images():
    """Each image is itself or its mirror image, about as often."""
    images = np.arange(6.0).reshape(1, 2, 3).repeat(400, axis=0)
    out = layers.RandomFlip("horizontal", seed=0)(images, training=True)
    turned = (out == images[:, :, ::-1]).all(axis=(1, 2))
    assert (turned | (out == images).all(axis=(1, 2))).all()
    assert 0.5 == pytest.approx(turned.mean(), abs=0.1)


@pytest.mark.parametrize(
    ("fill", "expected"),
    [
        ("constant", [9.0, 9.0, 1.0, 2.0]),
        ("nearest", [1.0, 1.0, 1.0, 2.0]),
        ("reflect", [2.0, 1.0, 1.0, 2.0]),
        ("wrap", [3.0, 4.0, 1.0, 2.0]),
    ],
)
def test_translation_moves_to_the_right(fill, expected):
    """Half of the width to the right, with each way to fill the border."""
    layer = layers.RandomTranslation(0.0, (0.5, 0.5), fill_mode=fill, fill_value=9.0)
    image = np.array([[[1.0, 2.0, 3.0, 4.0]]])
    assert expected == layer(image, training=True)[0, 0].tolist()


def test_translation_moves_down_between_pixels():
    """A move of half a pixel mixes two rows."""
    layer = layers.RandomTranslation((0.25, 0.25), 0.0, fill_mode="constant")
    moved = layer(np.array([[[2.0], [4.0]]]), training=True)[0]
    assert [[1.0], [3.0]] == moved.tolist()


@pytest.mark.parametrize("layer", [layers.RandomFlip(), layers.RandomTranslation(0.3, 0.3)])
def test_augmentation_is_off_at_inference(layer):
    """Images pass unchanged outside of training."""
    images = RNG.normal(size=(3, 4, 4, 2)).astype("float32")
    assert images.tolist() == layer(images).tolist()


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


def test_a_symbol_has_no_numbers():
    """NumPy is not let loose on a symbol."""
    with pytest.raises(TypeError, match="has no values yet"):
        np.exp(layers.Input((2,)))


def test_dropout_needs_a_rate():
    """Without a rate the error shows how to give one."""
    with pytest.raises(TypeError, match=r"Dropout\(0\.5\)"):
        layers.Dropout()


def test_names_count_up():
    """Layers without a name are numbered by their kind."""
    chainrule.config.clear_session()
    assert ["dense", "dense_1", "leaky_re_lu"] == [
        layer.name for layer in (layers.Dense(1), layers.Dense(1), layers.LeakyReLU())
    ]
