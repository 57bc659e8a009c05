"""Epochs, validation, and weights of examples and classes."""

import numpy as np
import pytest
from chainrule import callbacks, layers, models, optimizers

RNG = np.random.default_rng(0)


X, Y = RNG.normal(size=(20, 3)), RNG.normal(size=(20, 1))


def test_loss_of_an_epoch_counts_examples(linear):
    """A small last batch counts by its size, so that the mean is that of all examples."""
    model = linear(optimizer=optimizers.SGD(0.0))
    history = model.fit(X, Y, batch_size=7, verbose=0)
    assert np.square(Y).mean() == pytest.approx(history.history["loss"][0], rel=1e-12)
    assert history.history["loss"][0] == pytest.approx(model.evaluate(X, Y, batch_size=3))


def test_validation_split_is_the_last_part(linear):
    """The held-out part is the end of the data, and does not change by shuffling."""
    model = linear(optimizer=optimizers.SGD(0.0))
    logs = model.fit(X, Y, epochs=2, validation_split=0.25, verbose=0).history
    assert [np.square(Y[15:]).mean()] * 2 == pytest.approx(logs["val_loss"], rel=1e-12)
    assert [np.square(Y[:15]).mean()] * 2 == pytest.approx(logs["loss"], rel=1e-12)


def test_validation_data_with_weights_and_now_and_then(linear):
    """Given validation data are used, with weights, every so many epochs."""
    model = linear(optimizer=optimizers.SGD(0.0), metrics=["mae"])
    weights = np.arange(20.0)
    data = (X, Y, weights)
    logs = model.fit(X, Y, epochs=4, validation_data=data, validation_freq=2, verbose=0).history
    expected = (weights * np.square(Y[:, 0])).mean()
    assert [expected] * 2 == pytest.approx(logs["val_loss"], rel=1e-12)
    assert {"loss", "mae", "val_loss", "val_mae"} == set(logs)


def test_class_weights_are_sample_weights():
    """Weighting classes is weighting their examples, for each kind of target."""
    labels = np.array([0, 1, 2, 1] * 5)
    weights = {0: 1.0, 1: 0.5, 2: 3.0}
    by_example = np.array([weights[label] for label in labels])
    for loss, y in (
        ("sparse_categorical_crossentropy", labels),
        ("categorical_crossentropy", np.eye(3)[labels]),
    ):
        found = []
        for option in ({"class_weight": weights}, {"sample_weight": by_example}):
            model = models.Sequential([layers.Input((3,)), layers.Dense(3, "softmax")])
            model.set_weights([np.ones((3, 3)) * [1, 2, 3], np.zeros(3)])
            model.compile(optimizers.SGD(0.1), loss)
            model.fit(X, y, shuffle=False, verbose=0, **option)
            found.append(model.get_weights()[0].tolist())
        assert found[0] == found[1]


@pytest.mark.parametrize("how", ["split", "data"])
@pytest.mark.parametrize(
    ("weights", "loss", "val_loss"),
    [
        ({"class_weight": {0: 1.0, 1: 9.0}}, 5.0, 1.0),
        ({"sample_weight": np.arange(10.0)}, 2.5, 7.5),
    ],
)
def test_class_weight_is_for_training_only(how, weights, loss, val_loss):
    """Validation counts each example once, or by its sample weight; σ(0) costs log 2 each.

    Keras 3.15.1 gives 3.4657 and 0.6931 with class weights, 1.7329 and 5.1986 with sample weights.
    """
    x, y = np.ones((10, 2)), np.array([0.0, 1.0] * 5)
    model = models.Sequential([layers.Input((2,), dtype="float64")])
    model.add(layers.Dense(1, "sigmoid", kernel_initializer="zeros", dtype="float64"))
    model.compile(optimizers.SGD(0.0), "binary_crossentropy")
    if how == "split":
        found = model.fit(x, y, validation_split=0.4, verbose=0, **weights).history
    else:
        weights = {k: v[:6] if k == "sample_weight" else v for k, v in weights.items()}
        held_out = (x[6:], y[6:], np.arange(6.0, 10.0))[: 3 if "sample_weight" in weights else 2]
        found = model.fit(x[:6], y[:6], validation_data=held_out, verbose=0, **weights).history
    assert [loss * np.log(2)] == pytest.approx(found["loss"], rel=1e-12)
    assert [val_loss * np.log(2)] == pytest.approx(found["val_loss"], rel=1e-12)


def test_early_stopping_watches_the_plain_validation_loss():
    """Class weights do not change the number that a callback watches."""
    x, y = np.ones((10, 2)), np.array([0.0, 1.0] * 5)
    model = models.Sequential([layers.Input((2,))])
    model.add(layers.Dense(1, "sigmoid", kernel_initializer="zeros"))
    model.compile(optimizers.SGD(0.0), "binary_crossentropy")
    stop = callbacks.EarlyStopping()
    options = {"validation_split": 0.4, "class_weight": {0: 1.0, 1: 9.0}, "verbose": 0}
    model.fit(x, y, epochs=3, callbacks=[stop], **options)
    assert np.log(2) == pytest.approx(stop.best, rel=1e-6)


@pytest.mark.parametrize(("freq", "count"), [(1, 5), (2, 2), ([5], 1), ((1, 4), 2), ([9], 0)])
def test_validation_now_and_then(linear, freq, count):
    """A number of epochs between validations, or the epochs themselves, counted from 1."""
    options = {"validation_data": (X, Y), "validation_freq": freq, "verbose": 0}
    found = linear().fit(X, Y, epochs=5, **options).history
    assert count == len(found.get("val_loss", []))


def test_class_weight_must_name_every_class():
    """A class without a weight is named."""
    model = models.Sequential([layers.Dense(1, "sigmoid", input_shape=(3,))])
    model.compile("sgd", "binary_crossentropy")
    with pytest.raises(ValueError, match=r"nothing of the classes \[1\]"):
        model.fit(X, (Y > 0).astype(int), class_weight={0: 1.0}, verbose=0)
