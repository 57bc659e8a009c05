"""Models: training, validation, weights of examples and classes, graphs, errors, tables."""

import chainrule
import numpy as np
import pytest
from chainrule import callbacks, datasets, layers, losses, metrics, models, optimizers

RNG = np.random.default_rng(0)
X, Y = RNG.normal(size=(20, 3)), RNG.normal(size=(20, 1))


def linear(**compiled):
    """One neuron that begins at zero."""
    model = models.Sequential(
        [layers.Dense(1, kernel_initializer="zeros", input_shape=(3,), dtype="float64")]
    )
    model.compile(**{"optimizer": optimizers.SGD(0.1), "loss": "mse", **compiled})
    return model


def test_fit_is_gradient_descent():
    """Full batches of one neuron are the closed form w ← w − η 2/n Xᵀ(Xw + b − y)."""
    model = linear()
    model.fit(X, Y, batch_size=20, epochs=50, shuffle=False, verbose=0)
    w, b = np.zeros((3, 1)), np.zeros(1)
    for _ in range(50):
        error = 2 / 20 * (X @ w + b - Y)
        w, b = w - 0.1 * X.T @ error, b - 0.1 * error.sum(0)
    np.testing.assert_allclose(model.get_weights()[0], w, rtol=1e-12)
    np.testing.assert_allclose(model.get_weights()[1], b, rtol=1e-12)


def test_loss_of_an_epoch_counts_examples():
    """A small last batch counts by its size, so that the mean is that of all examples."""
    model = linear(optimizer=optimizers.SGD(0.0))
    history = model.fit(X, Y, batch_size=7, verbose=0)
    assert np.square(Y).mean() == pytest.approx(history.history["loss"][0], rel=1e-12)
    assert history.history["loss"][0] == pytest.approx(model.evaluate(X, Y, batch_size=3))


def test_the_same_seed_gives_the_same_training():
    """Initial weights, shuffling and dropout are all repeatable."""

    def run(seed):
        chainrule.set_random_seed(seed)
        model = models.Sequential([layers.Dense(8, "relu"), layers.Dropout(0.5), layers.Dense(1)])
        model.compile("adam", "mse")
        return model.fit(X, Y, epochs=3, verbose=0).history["loss"]

    assert run(1) == run(1)
    assert run(1) != run(2)


def test_validation_split_is_the_last_part():
    """The held-out part is the end of the data, and does not change by shuffling."""
    model = linear(optimizer=optimizers.SGD(0.0))
    logs = model.fit(X, Y, epochs=2, validation_split=0.25, verbose=0).history
    assert [np.square(Y[15:]).mean()] * 2 == pytest.approx(logs["val_loss"], rel=1e-12)
    assert [np.square(Y[:15]).mean()] * 2 == pytest.approx(logs["loss"], rel=1e-12)


def test_validation_data_with_weights_and_now_and_then():
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
def test_validation_now_and_then(freq, count):
    """A number of epochs between validations, or the epochs themselves, counted from 1."""
    options = {"validation_data": (X, Y), "validation_freq": freq, "verbose": 0}
    found = linear().fit(X, Y, epochs=5, **options).history
    assert count == len(found.get("val_loss", []))


def test_metrics_and_weighted_metrics():
    """Plain metrics do not look at weights, weighted ones do."""
    model = linear(metrics=["mae"], weighted_metrics=[metrics.MeanLoss("mae", "weighted")])
    weights = np.arange(20.0)
    found = model.evaluate(X, Y, sample_weight=weights, return_dict=True)
    assert np.abs(Y).mean() == pytest.approx(found["mae"])
    assert (weights * np.abs(Y[:, 0])).sum() / weights.sum() == pytest.approx(found["weighted"])


def test_evaluate_returns_a_list_or_a_dict():
    """With metrics there are several numbers, loss first."""
    model = linear(metrics=["mae"])
    listed, named = model.evaluate(X, Y), model.evaluate(X, Y, return_dict=True)
    assert listed == [named["loss"], named["mae"]]


def test_several_outputs_by_name():
    """Losses, weights, targets and metrics may be given by the output's name."""
    x = layers.Input((3,), name="x")
    model = models.Model(x, [layers.Dense(1, name="a")(x), layers.Dense(2, name="b")(x)])
    model.compile("sgd", {"a": "mse", "b": "mae"}, loss_weights={"a": 2.0}, metrics={"b": ["mse"]})
    y = {"a": Y, "b": np.hstack([Y, Y])}
    found = model.evaluate({"x": X}, y, return_dict=True)
    assert ["loss", "a_loss", "b_loss", "b_mse"] == list(found)
    assert 2 * found["a_loss"] + found["b_loss"] == pytest.approx(found["loss"])
    assert [(20, 1), (20, 2)] == [part.shape for part in model.predict(X)]


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


def test_momentum_survives_a_loan():
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


def test_a_layer_between_models_is_inlined():
    """A model called on a symbol lends its layers, also with several inputs and outputs."""
    a, b = layers.Input((2,)), layers.Input((2,))
    inner = models.Model([a, b], [layers.Add()([a, b]), layers.Dense(1)(a)])
    c = layers.Input((2,))
    first, second = inner([c, c])
    outer = models.Model(c, [first, second])
    np.testing.assert_allclose(outer.predict(np.ones((2, 2)))[0], 2.0)


def test_pop_and_add_keep_the_weights():
    """A head may be taken off and another put on."""
    model = models.Sequential([layers.Dense(4, input_shape=(3,)), layers.Dense(1)])
    kept = model.layers[0].get_weights()[0]
    assert isinstance(model.pop(), layers.Dense)
    model.add(layers.Dense(2))
    assert (5, 2) == model.predict(np.ones((5, 3))).shape
    assert kept.tolist() == model.layers[0].get_weights()[0].tolist()


def test_float32_stays_float32():
    """Weights, gradients and predictions of a float32 net are float32, whatever the data are."""
    model = models.Sequential([layers.Dense(4, "relu", input_shape=(3,)), layers.Dense(1)])
    model.compile("adam", "mse")
    loss, gradients = model.gradients(X, Y)
    kinds = {str(array.dtype) for array in (*gradients, *model.get_weights(), model.predict(X))}
    assert ({"float32"}, float) == (kinds, type(loss))


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


def test_summary_looks_like_keras(capsys):
    """The table is Keras's, character for character."""
    chainrule.config.clear_session()
    model = models.Sequential([layers.Dense(16, "relu", input_shape=(10,)), layers.Dense(1)])
    model.summary()
    assert KERAS_SUMMARY == capsys.readouterr().out


KERAS_SUMMARY = """\
Model: "sequential"
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
│ dense (Dense)                   │ (None, 16)             │           176 │
├─────────────────────────────────┼────────────────────────┼───────────────┤
│ dense_1 (Dense)                 │ (None, 1)              │            17 │
└─────────────────────────────────┴────────────────────────┴───────────────┘
 Total params: 193 (772.00 B)
 Trainable params: 193 (772.00 B)
 Non-trainable params: 0 (0.00 B)
"""


def test_summary_of_a_graph_has_connections():
    """Where a network branches, the table says what is connected to what."""
    a, b = layers.Input((2,), name="a"), layers.Input((2,), name="b")
    model = models.Model([a, b], layers.Add(name="sum")([a, b]))
    lines = []
    model.summary(print_fn=lines.append)
    assert (
        "│ sum (Add)                       │ (None, 2)              │             0 │ a, b"
        in lines[0]
    )


def test_default_names_of_losses_and_layers():
    """What Keras calls by default is called the same here."""
    assert "mean_squared_error" == losses.MeanSquaredError().name
    assert "adam" == optimizers.Adam().name


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
        (lambda: linear(loss=None).fit(X, Y), ValueError, "given no loss"),
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


def test_class_weight_must_name_every_class():
    """A class without a weight is named."""
    model = models.Sequential([layers.Dense(1, "sigmoid", input_shape=(3,))])
    model.compile("sgd", "binary_crossentropy")
    with pytest.raises(ValueError, match=r"nothing of the classes \[1\]"):
        model.fit(X, (Y > 0).astype(int), class_weight={0: 1.0}, verbose=0)
