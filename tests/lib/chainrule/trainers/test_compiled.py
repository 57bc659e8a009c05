"""Steps of models that share layers, or have outputs without a loss."""

import numpy as np
from chainrule import layers, models, optimizers

RNG = np.random.default_rng(0)


X, Y = RNG.normal(size=(20, 3)), RNG.normal(size=(20, 1))


def test_two_models_may_share_layers():
    """Training one model moves the layers of the other, in turns, and nothing is lost."""
    shared = layers.Dense(3, name="shared", dtype="float64")
    x = layers.Input((3,))
    one = models.Model(x, layers.Dense(1, name="one", dtype="float64")(shared(x)))
    two = models.Model(x, layers.Dense(1, name="two", dtype="float64")(shared(x)))
    for model in (one, two, one, two):
        if model.settings is None:
            model.compile(optimizers.SGD(0.1, momentum=0.9), "mse")
        before = one.get_layer("shared").get_weights()[0]
        model.fit(X, Y, verbose=0)
        after = two.get_layer("shared").get_weights()[0]
        assert before.tolist() != after.tolist()


def test_an_output_without_a_loss_does_not_learn():
    """What leads only to such an output stays as it is, under every optimizer."""
    for optimizer in ("sgd", "adam", "rmsprop"):
        x = layers.Input((3,))
        trunk = layers.Dense(4)(x)
        model = models.Model(x, [layers.Dense(1)(trunk), layers.Dense(2, name="idle")(trunk)])
        model.compile(optimizer, ["mse", None])
        before = [w.tolist() for w in model.get_layer("idle").get_weights()]
        model.fit(X, [Y, None], epochs=3, verbose=0)
        assert before == [w.tolist() for w in model.get_layer("idle").get_weights()]


def test_momentum_survives_a_loan(linear):
    """What an optimizer remembers is kept while another model has the layers."""
    layer = layers.Dense(1, kernel_initializer="zeros", dtype="float64")
    x = layers.Input((3,), dtype="float64")
    one, two = models.Model(x, layer(x)), models.Model(x, layer(x))
    alone = linear(optimizer=optimizers.SGD(0.1, momentum=0.9))
    one.compile(optimizers.SGD(0.1, momentum=0.9), "mse")
    two.compile(optimizers.SGD(0.0), "mse")
    for _ in range(3):
        for model in (one, two, alone):
            model.train_on_batch(X, Y)
    assert [w.tolist() for w in alone.get_weights()] == [w.tolist() for w in one.get_weights()]


def test_float32_stays_float32():
    """Weights, gradients and predictions of a float32 net are float32, whatever the data are."""
    model = models.Sequential([layers.Dense(4, "relu", input_shape=(3,)), layers.Dense(1)])
    model.compile("adam", "mse")
    loss, gradients = model.gradients(X, Y)
    kinds = {str(array.dtype) for array in (*gradients, *model.get_weights(), model.predict(X))}
    assert ({"float32"}, float) == (kinds, type(loss))
