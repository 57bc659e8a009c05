"""Outputs of layers, and gradients with respect to them."""

import numpy as np
import pytest
from chainrule import layers, losses, models
from chainrule.gradients import numerical_gradient

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(4, 3)), RNG.normal(size=(4, 2))


def branched():
    """A graph in which one value and one layer are used several times."""
    x = layers.Input((3,), name="x", dtype="float64")
    a = layers.Dense(2, "tanh", name="a", dtype="float64")(x)
    shared = layers.Dense(2, "sigmoid", name="shared", dtype="float64")
    out = layers.Add(name="sum", dtype="float64")([a, shared(a), shared(shared(a))])
    model = models.Model(x, layers.Activation("softmax", name="p", dtype="float64")(out))
    model.compile("sgd", "mse")
    return model


def test_outputs_are_what_the_layers_return():
    """Each layer's output is that of the layer called on the output before it."""
    model = branched()
    found = model.layer_outputs(X)
    assert X.tolist() == found["x"].tolist()
    np.testing.assert_allclose(model.get_layer("a")(X), found["a"])
    once = model.get_layer("shared")(found["a"])
    np.testing.assert_allclose(once, found["shared"][0])
    np.testing.assert_allclose(model.predict(X), found["p"])


@pytest.mark.parametrize("name", ["a", "sum"])
def test_gradients_are_those_of_the_rest_of_the_network(name):
    """Changing the output of one layer changes the loss as the gradient says."""
    model = branched()
    rest = {
        "sum": model.get_layer("p"),
        "a": lambda out: model.get_layer("p")(
            out
            + model.get_layer("shared")(out)
            + model.get_layer("shared")(model.get_layer("shared")(out))
        ),
    }[name]
    output = model.layer_outputs(X)[name]
    expected = numerical_gradient(lambda v: losses.MeanSquaredError()(Y, rest(v)), output)
    np.testing.assert_allclose(expected, model.layer_gradients(X, Y)[name], atol=1e-9)


def test_the_gradient_at_the_input_and_of_a_layer_used_twice():
    """The input has a gradient too; a layer that is used often has one for each use."""
    model = branched()
    found = model.layer_gradients(X, Y)
    expected = numerical_gradient(lambda v: losses.MeanSquaredError()(Y, model.predict(v)), X)
    np.testing.assert_allclose(expected, found["x"], atol=1e-9)
    assert [(4, 2)] * 3 == [grad.shape for grad in found["shared"]]


def test_the_model_is_left_alone():
    """No weight and no moving average changes, also in training mode."""
    model = models.Sequential(
        [layers.Input((3,)), layers.BatchNormalization(), layers.Dropout(0.5), layers.Dense(2)]
    )
    model.compile("adam", "mse")
    before = [w.tolist() for w in model.get_weights()]
    model.layer_gradients(X, Y, training=True)
    assert before == [w.tolist() for w in model.get_weights()]


def test_weights_and_loss_weights_count():
    """Sample weights and loss weights multiply the gradient; an output without a loss has none."""
    x = layers.Input((3,), dtype="float64")
    ends = [layers.Dense(2, name=name, dtype="float64")(x) for name in ("one", "two", "none")]
    model = models.Model(x, ends)
    model.compile("sgd", {"one": "mse", "two": "mse"}, loss_weights={"two": 10.0})
    model.get_layer("two").set_weights(model.get_layer("one").get_weights())
    weight = {"one": np.arange(4.0), "two": np.arange(4.0)}
    found = model.layer_gradients(X, {"one": Y, "two": Y}, sample_weight=weight)
    np.testing.assert_allclose(10 * found["one"], found["two"])
    assert [0.0, 0.0] == found["one"][0].tolist()
    assert "none" not in found
