"""Training, gradients, and errors for data that do not fit."""

import chainrule
import numpy as np
import pytest
from chainrule import datasets, layers, models, optimizers

RNG = np.random.default_rng(0)


X, Y = RNG.normal(size=(20, 3)), RNG.normal(size=(20, 1))


def test_fit_is_gradient_descent(linear):
    """Full batches of one neuron are the closed form w ← w − η 2/n Xᵀ(Xw + b − y)."""
    model = linear()
    model.fit(X, Y, batch_size=20, epochs=50, shuffle=False, verbose=0)
    w, b = np.zeros((3, 1)), np.zeros(1)
    for _ in range(50):
        error = 2 / 20 * (X @ w + b - Y)
        w, b = w - 0.1 * X.T @ error, b - 0.1 * error.sum(0)
    np.testing.assert_allclose(model.get_weights()[0], w, rtol=1e-12)
    np.testing.assert_allclose(model.get_weights()[1], b, rtol=1e-12)


def test_the_same_seed_gives_the_same_training():
    """Initial weights, shuffling and dropout are all repeatable."""

    def run(seed):
        chainrule.set_random_seed(seed)
        model = models.Sequential([layers.Dense(8, "relu"), layers.Dropout(0.5), layers.Dense(1)])
        model.compile("adam", "mse")
        return model.fit(X, Y, epochs=3, verbose=0).history["loss"]

    assert run(1) == run(1)
    assert run(1) != run(2)


def test_evaluate_returns_a_list_or_a_dict(linear):
    """With metrics there are several numbers, loss first."""
    model = linear(metrics=["mae"])
    listed, named = model.evaluate(X, Y), model.evaluate(X, Y, return_dict=True)
    assert listed == [named["loss"], named["mae"]]


def test_gradients_leave_the_model_alone():
    """Asking for gradients takes no step, and moves no average."""
    model = models.Sequential([layers.Input((3,)), layers.BatchNormalization(), layers.Dense(1)])
    model.compile("adam", "mse")
    before = [w.tolist() for w in model.get_weights()]
    model.gradients(X, Y)
    assert before == [w.tolist() for w in model.get_weights()]


def test_digits_reach_97_percent():
    """A small network recognises at least 97 % of digits that it has not seen."""
    chainrule.set_random_seed(0)
    x, y = datasets.digits()
    order = np.random.default_rng(0).permutation(len(x))
    train, test = order[:1400], order[1400:]
    model = models.Sequential(
        [
            layers.Dense(128, activation="relu", input_shape=(64,)),
            layers.Dropout(0.2),
            layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x[train] / 16, y[train], epochs=40, batch_size=32, verbose=0)
    assert model.evaluate(x[test] / 16, y[test], return_dict=True)["accuracy"] >= 0.97


def test_a_network_learns_what_a_neuron_cannot():
    """Two hidden layers separate two spirals."""
    chainrule.set_random_seed(1)
    x, y = datasets.spirals(300, noise=0.01, seed=0)
    model = models.Sequential(
        [layers.Dense(32, "tanh", input_shape=(2,)), layers.Dense(32, "tanh")]
    )
    model.add(layers.Dense(1, "sigmoid"))
    model.compile(optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    logs = model.fit(x, y, epochs=150, verbose=0).history
    assert logs["accuracy"][-1] > 0.95


def deep():
    """A compiled net with ten inputs and two outputs."""
    model = models.Sequential(
        [layers.Dense(4, input_shape=(10,), name="hidden"), layers.Dense(2, name="last")]
    )
    model.compile("sgd", "mse")
    return model


def forked():
    """A compiled net with two outputs."""
    x = layers.Input((3,))
    model = models.Model(x, [layers.Dense(1)(x), layers.Dense(1)(x)])
    model.compile("sgd", "mse")
    return model


def test_a_model_without_a_loss_is_not_trained(linear):
    """The error says what `compile` was not given."""
    with pytest.raises(ValueError, match="given no loss"):
        linear(loss=None).fit(X, Y)


@pytest.mark.parametrize(
    ("bad", "error", "says"),
    [
        (lambda: deep().fit(X, Y), ValueError, r"\(n, 10\).*\(20, 3\)"),
        (
            lambda: deep().fit(np.ones((5, 10)), np.ones((5, 3))),
            ValueError,
            r"output last: .*\(5, 2\).*\(5, 3\)",
        ),
        (
            lambda: deep().fit(np.ones((5, 10)), np.ones((4, 2))),
            ValueError,
            r"\(5, 2\).*\(4, 2\)",
        ),
        (
            lambda: deep().fit(np.ones((5, 10)), np.ones((5, 2)), sample_weight=np.ones(4)),
            ValueError,
            "5 examples, and another array has 4",
        ),
        (lambda: deep().fit(np.ones((0, 10)), np.ones((0, 2))), ValueError, "no examples"),
        (lambda: deep().set_weights([np.ones(3)]), ValueError, "4 weights, and was given 1"),
        (
            lambda: deep().set_weights([np.ones(s) for s in ((10, 4), (3,), (4, 2), (2,))]),
            ValueError,
            r"hidden has a bias of shape \(4,\), and was given \(3,\)",
        ),
        (lambda: forked().fit(np.ones((5, 3)), np.ones((5, 1))), ValueError, "y must be a list"),
        (lambda: deep().get_layer("first"), ValueError, "no layer is called 'first'"),
        (lambda: deep().add(3), TypeError, "made of layers"),
        (lambda: deep().add(layers.Input((3,))), ValueError, "has its input already"),
        (lambda: models.Sequential().pop(), IndexError, "no layer to pop"),
        (lambda: models.Sequential([layers.Dense(1)]).summary(), ValueError, "not known yet"),
        (
            lambda: models.Sequential([layers.Dense(1, input_shape=(1,))]).fit([[1.0]], [1.0]),
            RuntimeError,
            "call compile",
        ),
        (
            lambda: models.Model(layers.Input((1,)), 3),
            TypeError,
            "needs symbolic tensors as outputs",
        ),
        (
            lambda: models.Model(layers.Input((1,)), layers.Dense(1)(layers.Input((1,)))),
            ValueError,
            "needed and not among",
        ),
        (layers.Input, TypeError, "needs the shape"),
        (
            lambda: models.Model(layers.Input((1,), name="x"), layers.Input((1,), name="x")),
            ValueError,
            "not among",
        ),
    ],
)
def test_bad_input_is_told(bad, error, says):
    """Bad input gets a sentence with the shapes and the layer."""
    with pytest.raises(error, match=says):
        bad()
