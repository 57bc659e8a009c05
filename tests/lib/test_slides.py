"""The code on the slides runs with only the import changed."""

import chainrule
import numpy as np
import pytest
from chainrule import callbacks, layers, losses, models, optimizers, regularizers

X = np.linspace(-1, 1, 60).reshape(6, 10)
Y = np.array([[0.0], [1.0]] * 3)


def test_sequential():
    """D4's Sequential model compiles, trains and predicts."""
    model = models.Sequential()
    model.add(layers.Dense(32, activation="relu", input_shape=(784,)))
    model.add(layers.Dense(10, activation="softmax"))
    model.compile(
        optimizer=optimizers.RMSprop(learning_rate=0.001), loss="mse", metrics=["accuracy"]
    )
    model.fit(np.zeros((12, 784)), np.eye(10)[[0] * 12], batch_size=4, epochs=2, verbose=0)
    assert (12, 10) == model.predict(np.zeros((12, 784))).shape


def test_functional():
    """D4's functional model compiles and trains."""
    input_tensor = layers.Input(shape=(784,))
    x = layers.Dense(32, activation="relu")(input_tensor)
    output_tensor = layers.Dense(10, activation="softmax")(x)
    model = models.Model(inputs=input_tensor, outputs=output_tensor)
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    history = model.fit(np.zeros((4, 784)), np.eye(10)[[0] * 4], epochs=1, verbose=0)
    assert ["loss"] == list(history.history)


@pytest.mark.parametrize(
    "optimizer",
    [
        optimizers.SGD,
        lambda: optimizers.SGD(learning_rate=0.01, momentum=0.9, nesterov=True),
        lambda: optimizers.Adagrad(learning_rate=0.01),
        lambda: optimizers.Adadelta(learning_rate=1.0),
        lambda: optimizers.RMSprop(learning_rate=0.001, rho=0.9),
        lambda: optimizers.Adam(learning_rate=0.001, beta_1=0.9, beta_2=0.999),
        lambda: "sgd",
        lambda: "adagrad",
        lambda: "adadelta",
        lambda: "rmsprop",
        lambda: "adam",
    ],
)
def test_every_optimizer(optimizer):
    """Each optimizer makes the loss smaller."""
    chainrule.set_random_seed(0)
    model = models.Sequential([layers.Dense(4, activation="tanh", input_shape=(10,))])
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer(), losses.BinaryCrossentropy())
    losses_seen = model.fit(X, Y, epochs=30, verbose=0).history["loss"]
    assert losses_seen[-1] < losses_seen[0]


def test_losses():
    """The losses take what the slides give them."""
    bce = losses.BinaryCrossentropy(
        from_logits=False,
        label_smoothing=0.0,
        axis=-1,
        reduction="sum_over_batch_size",
        name="binary_crossentropy",
    )
    mse = losses.MeanSquaredError(reduction="sum_over_batch_size", name="mean_squared_error")
    assert -np.log(0.8) == pytest.approx(bce([[1.0], [0.0]], [[0.8], [0.2]]), rel=1e-12)
    assert 0.04 == pytest.approx(mse([[1.0], [0.0]], [[0.8], [0.2]]), rel=1e-12)


def test_dropout():
    """Dropout takes rate, noise_shape and seed."""
    layer = layers.Dropout(0.5, noise_shape=None, seed=1)
    assert {0.0, 2.0} == set(np.unique(layer(np.ones((20, 20)), training=True)))


def test_regularizer():
    """The slides' dense layer with a price on its weights has the penalty in its loss."""
    layer = layers.Dense(
        16, kernel_regularizer=regularizers.l2(0.001), activation="relu", input_shape=(10,)
    )
    model = models.Sequential([layer, layers.Dense(1, activation="sigmoid")])
    model.compile("rmsprop", "binary_crossentropy")
    bare = losses.BinaryCrossentropy()(Y, model.predict(X))
    penalty = 0.001 * np.square(layer.get_weights()[0]).sum()
    assert bare + penalty == pytest.approx(model.evaluate(X, Y), rel=1e-5)


def test_early_stopping():
    """Early stopping takes all of Keras's arguments."""
    stop = callbacks.EarlyStopping(
        monitor="val_loss",
        min_delta=0,
        patience=0,
        verbose=0,
        mode="auto",
        baseline=None,
        restore_best_weights=False,
        start_from_epoch=0,
    )
    model = models.Sequential([layers.Dense(1, input_shape=(10,))])
    model.compile(optimizers.SGD(1e-9), "mse")  # so slow that float32 sees no progress
    history = model.fit(X, Y, epochs=5, validation_split=0.5, callbacks=[stop], verbose=0)
    assert len(history.epoch) < 5


@pytest.mark.parametrize(
    ("old", "today"),
    [
        (lambda: layers.Dropout(p=0.5), "rate"),
        (lambda: models.Model(input=layers.Input((1,)), output=None), "inputs"),
        (lambda: models.Model(inputs=layers.Input((1,)), output=None), "outputs"),
        (lambda: optimizers.SGD(lr=0.1), "learning_rate"),
        (lambda: models.Sequential().fit(X, Y, nb_epoch=3), "epochs"),
        (lambda: layers.Dense(3, init="zeros"), "kernel_initializer"),
    ],
)
def test_old_spelling_is_told_todays(old, today):
    """An argument of older versions gets an error that names the one of today."""
    with pytest.raises(TypeError, match=f"today it is called {today}"):
        old()
