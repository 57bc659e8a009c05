"""Networks that train alike in Keras and in chainrule: the same code, with another `lib`.

A case is a function of the library, which returns a compiled model; `run` gives it weights and
data that are written down as formulas, takes 100 steps, and returns all that can be compared.
"""

from __future__ import annotations

import functools

import numpy as np

STEPS = 100
BATCHES = 4
SIZE = 6


def wave(shape, phase, scale=1.0):
    """Numbers without a pattern that matters, the same on every machine and in every version."""
    n = int(np.prod(shape))
    return (scale * np.sin(1.7 * np.arange(n) + 0.3 * np.arange(n) ** 2 / 7 + phase)).reshape(shape)


def one_hot(labels, k):
    """Rows with a single one."""
    return np.eye(k)[labels]


X = wave((BATCHES * SIZE, 3), 0.5)
LABELS = (np.arange(BATCHES * SIZE) * 7 // 3) % 3
TARGETS = {
    "value": wave((BATCHES * SIZE, 2), 1.0),
    "bit": (LABELS > 1).astype(float)[:, None] * np.ones((1, 2)),
    "row": one_hot(LABELS, 3),
    "class": LABELS,
}


def dense(lib, activation, last, units, *, loss, optimizer="sgd", regularizer=None, between=()):
    """Two dense layers, with other layers between them, compiled."""
    model = lib.models.Sequential([lib.layers.Input(shape=(3,))])
    model.add(lib.layers.Dense(4, activation=activation, kernel_regularizer=regularizer))
    for layer in between:
        model.add(layer)
    model.add(lib.layers.Dense(units, activation=last, bias_regularizer=regularizer))
    model.compile(optimizer=optimizer, loss=loss)
    return model


LOSSES = {
    "mae": ("linear", 2, "value", lambda lib: lib.losses.MeanAbsoluteError()),
    "mse": ("linear", 2, "value", lambda lib: lib.losses.MeanSquaredError()),
    "mse of softmax": ("softmax", 3, "row", lambda lib: lib.losses.MeanSquaredError()),
    "mse sum": ("tanh", 2, "value", lambda lib: lib.losses.MeanSquaredError(reduction="sum")),
    "bce": ("sigmoid", 2, "bit", lambda lib: lib.losses.BinaryCrossentropy()),
    "bce of softmax": ("softmax", 3, "row", lambda lib: lib.losses.BinaryCrossentropy()),
    "bce smooth": (
        "sigmoid",
        2,
        "bit",
        lambda lib: lib.losses.BinaryCrossentropy(label_smoothing=0.2),
    ),
    "bce logits": (
        "linear",
        2,
        "bit",
        lambda lib: lib.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.1),
    ),
    "cce": ("softmax", 3, "row", lambda lib: lib.losses.CategoricalCrossentropy()),
    "cce of sigmoid": ("sigmoid", 3, "row", lambda lib: lib.losses.CategoricalCrossentropy()),
    "cce smooth": (
        "softmax",
        3,
        "row",
        lambda lib: lib.losses.CategoricalCrossentropy(label_smoothing=0.1),
    ),
    "cce logits": (
        "linear",
        3,
        "row",
        lambda lib: lib.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1),
    ),
    "sparse": ("softmax", 3, "class", lambda lib: lib.losses.SparseCategoricalCrossentropy()),
    "sparse of sigmoid": (
        "sigmoid",
        3,
        "class",
        lambda lib: lib.losses.SparseCategoricalCrossentropy(),
    ),
    "sparse logits": (
        "linear",
        3,
        "class",
        lambda lib: lib.losses.SparseCategoricalCrossentropy(from_logits=True),
    ),
}

SCHEDULES = {
    "exponential": lambda s: s.ExponentialDecay(0.2, 10, 0.8),
    "exponential stairs": lambda s: s.ExponentialDecay(0.2, 10, 0.8, staircase=True),
    "inverse time": lambda s: s.InverseTimeDecay(0.2, 10, 0.5),
    "piecewise": lambda s: s.PiecewiseConstantDecay([20, 60], [0.2, 0.1, 0.02]),
    "polynomial": lambda s: s.PolynomialDecay(0.2, 70, 0.01, power=2.0),
    "polynomial cycle": lambda s: s.PolynomialDecay(0.2, 30, 0.01, cycle=True),
    "cosine": lambda s: s.CosineDecay(0.01, 60, alpha=0.1, warmup_target=0.2, warmup_steps=20),
}

OPTIMIZERS = {
    "sgd": lambda o: o.SGD(0.1),
    "momentum": lambda o: o.SGD(0.05, momentum=0.9),
    "nesterov": lambda o: o.SGD(0.05, momentum=0.9, nesterov=True),
    "adagrad": lambda o: o.Adagrad(0.1),
    "adagrad from 0": lambda o: o.Adagrad(0.1, initial_accumulator_value=0.0, epsilon=1e-3),
    "adadelta": lambda o: o.Adadelta(1.0),
    "rmsprop": lambda o: o.RMSprop(0.01),
    "rmsprop centered": lambda o: o.RMSprop(0.01, rho=0.8, momentum=0.5, centered=True),
    "adam": lambda o: o.Adam(0.01),
    "adam other": lambda o: o.Adam(0.02, beta_1=0.5, beta_2=0.9, epsilon=1e-2),
    "clipvalue": lambda o: o.SGD(0.1, clipvalue=0.01),
    "clipnorm": lambda o: o.Adam(0.01, clipnorm=0.05),
    "global_clipnorm": lambda o: o.SGD(0.1, momentum=0.9, global_clipnorm=0.1),
    **{
        f"schedule {name}": lambda o, make=make: o.SGD(make(o.schedules), momentum=0.5)
        for name, make in SCHEDULES.items()
    },
}

REGULARIZERS = {
    "none": lambda _: None,
    "l1": lambda r: r.L1(0.01),
    "l2": lambda r: r.L2(0.02),
    "l1l2": lambda r: r.L1L2(l1=0.01, l2=0.02),
}

ACTIVATIONS = ("linear", "sigmoid", "tanh", "relu", "softmax")


def by_loss(lib, activation, name, optimizer="adam"):
    """One activation and one loss."""
    last, units, _, loss = LOSSES[name]
    chosen = OPTIMIZERS[optimizer](lib.optimizers)
    return dense(lib, activation, last, units, loss=loss(lib), optimizer=chosen)


def by_optimizer(lib, name, regularizer):
    """One optimizer and one regularizer, with the mean squared error."""
    return dense(
        lib,
        "tanh",
        "linear",
        2,
        loss="mse",
        optimizer=OPTIMIZERS[name](lib.optimizers),
        regularizer=REGULARIZERS[regularizer](lib.regularizers),
    )


def between(lib, make, optimizer="sgd"):
    """A layer, or several, between two dense ones."""
    made = make(lib.layers)
    chosen = OPTIMIZERS[optimizer](lib.optimizers)
    return dense(lib, "linear", "linear", 2, loss="mse", optimizer=chosen, between=made)


def frozen(lib, frozen_layers):
    """Dense and batch-normalisation layers, of which some do not learn."""
    layers = [
        lib.layers.Dense(5, activation="relu", name="first"),
        lib.layers.BatchNormalization(name="second"),
        lib.layers.Dense(4, activation="tanh", name="third"),
        lib.layers.Dense(2, name="fourth"),
    ]
    for layer in layers:
        layer.trainable = layer.name not in frozen_layers
    model = lib.models.Sequential([lib.layers.Input(shape=(3,)), *layers])
    model.compile(optimizer=lib.optimizers.Adam(0.01), loss="mse")
    return model


def two_outputs(lib, loss_weights):
    """A shared trunk with two heads."""
    x = lib.layers.Input(shape=(3,), name="x")
    trunk = lib.layers.Dense(4, activation="tanh", name="trunk")(x)
    value = lib.layers.Dense(2, name="value")(trunk)
    row = lib.layers.Dense(3, activation="softmax", name="row")(trunk)
    model = lib.models.Model(inputs=x, outputs=[value, row])
    losses = ["mse", "categorical_crossentropy"]
    optimizer = lib.optimizers.Adam(0.01)
    model.compile(optimizer=optimizer, loss=losses, loss_weights=loss_weights)
    return model


def diamond(lib):
    """A branch, a layer that is used twice, a sum, a concatenation, an output on the way."""
    x = lib.layers.Input(shape=(3,), name="x")
    twice = lib.layers.Dense(3, activation="tanh", name="twice")
    one = twice(x)
    two = twice(one)
    added = lib.layers.Add(name="added")([one, two, x])
    joined = lib.layers.Concatenate(name="joined")([added, one])
    value = lib.layers.Dense(2, activation="sigmoid", name="value")(joined)
    row = lib.layers.Dense(3, activation="softmax", name="row")(value)
    model = lib.models.Model(inputs=x, outputs=[value, row])
    model.compile(
        optimizer=lib.optimizers.SGD(0.1, momentum=0.9),
        loss=["binary_crossentropy", "categorical_crossentropy"],
    )
    return model


def images(lib):
    """Small images, flattened behind a batch normalisation over their channels."""
    model = lib.models.Sequential([lib.layers.Input(shape=(1, 3))])
    model.add(lib.layers.Dense(2, activation="relu"))
    model.add(lib.layers.BatchNormalization())
    model.add(lib.layers.Flatten())
    model.add(lib.layers.Dense(2))
    model.compile(optimizer=lib.optimizers.RMSprop(0.01), loss="mse")
    return model


BETWEEN = {
    "activation": lambda layers: [layers.Activation("sigmoid")],
    "leaky relu": lambda layers: [layers.LeakyReLU()],
    "leaky relu 0.1": lambda layers: [layers.LeakyReLU(negative_slope=0.1)],
    "dropout of nothing": lambda layers: [layers.Dropout(0.0)],
    "noise of nothing": lambda layers: [layers.GaussianNoise(0.0)],
    "normalization": lambda layers: [
        layers.Normalization(mean=[0.1, 0.2, 0.3, 0.4], variance=[1.0, 2.0, 3.0, 0.5])
    ],
    "batch normalization": lambda layers: [layers.BatchNormalization()],
    "batch normalization, plain": lambda layers: [
        layers.BatchNormalization(momentum=0.7, epsilon=0.1, center=False, scale=False)
    ],
    "batch normalization, deep": lambda layers: [
        layers.BatchNormalization(),
        layers.Activation("relu"),
        layers.Dense(3, use_bias=False),
        layers.BatchNormalization(scale=False),
        layers.Activation("tanh"),
    ],
}


def _case(build, target="value", scale=0.7, weights=None):
    return {"build": build, "target": target, "scale": scale, "weights": weights}


part = functools.partial
CASES = {
    **{
        f"{activation} + {loss}": _case(
            part(by_loss, activation=activation, name=loss), LOSSES[loss][2]
        )
        for activation in ACTIVATIONS
        for loss in LOSSES
    },
    **{
        # Far out in the tails, where Adam would turn the last digits' noise into whole steps.
        f"saturated: {loss}": _case(
            part(by_loss, activation="relu", name=loss, optimizer="clipvalue"), what[2], 12.0
        )
        for loss, what in LOSSES.items()
        if loss != "mse sum"  # tanh there is ±1 but for its last digits
    },
    **{
        f"zero start: {loss}": _case(
            part(by_loss, activation="relu", name=loss, optimizer="sgd"), what[2], 0.0
        )
        for loss, what in LOSSES.items()
    },
    **{
        f"weighted: {loss}": _case(
            part(by_loss, activation="relu", name=loss), what[2], weights="examples"
        )
        for loss, what in LOSSES.items()
    },
    **{
        f"{optimizer} with {regularizer}": _case(
            part(by_optimizer, name=optimizer, regularizer=regularizer)
        )
        for optimizer in OPTIMIZERS
        for regularizer in REGULARIZERS
    },
    **{f"between: {name}": _case(part(between, make=make)) for name, make in BETWEEN.items()},
    **{
        f"between: {name}, adam": _case(part(between, make=BETWEEN[name], optimizer="adam"))
        for name in ("batch normalization", "batch normalization, deep")
    },
    **{
        f"frozen: {', '.join(names)}": _case(part(frozen, frozen_layers=names))
        for names in (["first"], ["second"], ["first", "second"], ["third"], ["fourth"])
    },
    "two outputs": _case(part(two_outputs, loss_weights=None), "two"),
    "two outputs, weighted": _case(part(two_outputs, loss_weights=[0.3, 2.0]), "two"),
    "diamond": _case(diamond, "two"),
    "images": _case(images, "value"),
}
TARGETS["two"] = None


def layers_of(model):
    """The layers that have weights, by name: the two libraries may list them otherwise."""
    # Keras keeps given statistics of a Normalization elsewhere than among its weights.
    with_weights = [
        layer
        for layer in model.layers
        if layer.get_weights() and type(layer).__name__ != "Normalization"
    ]
    names = [layer.name for layer in with_weights]
    # In a Sequential the names are counted, and the order is plain.
    return (
        with_weights
        if type(model).__name__ == "Sequential"
        else [with_weights[i] for i in np.argsort(names)]
    )


def begin(model, scale):
    """Give every layer its weights by formula."""
    for i, layer in enumerate(layers_of(model)):
        shapes = [np.shape(w) for w in layer.get_weights()]
        values = [wave(shape, 0.4 + i + 10 * j, scale) for j, shape in enumerate(shapes)]
        if type(layer).__name__ == "BatchNormalization":
            values[-1] = 1 + values[-1] ** 2  # a variance
        layer.set_weights(values)


def batches(case, three_axes):
    """Yield x, y and weights of each step."""
    x = X[:, None, :] if three_axes else X
    y = TARGETS[case["target"]]
    weights = 1.5 + wave((len(X),), 2.0) if case["weights"] else None
    for step in range(STEPS):
        rows = slice(step % BATCHES * SIZE, (step % BATCHES + 1) * SIZE)
        if case["target"] == "two":
            target = [TARGETS["bit"][rows], TARGETS["row"][rows]]
        else:
            target = y[rows]
        yield x[rows], target, None if weights is None else weights[rows]


def run(case, lib, gradients):
    """Return ten losses, first gradients, and after 100 steps weights and predictions."""
    model = case["build"](lib)
    begin(model, case["scale"])
    three_axes = case["build"] is images
    steps = list(batches(case, three_axes))
    found = {"gradients": np.concatenate([np.ravel(g) for g in gradients(model, *steps[0])])}
    losses = []
    for x, y, weights in steps:
        losses.append(float(np.ravel(model.train_on_batch(x, y, sample_weight=weights))[0]))
        if hasattr(model, "reset_metrics"):  # Keras reports the mean of all steps so far
            model.reset_metrics()
    weights = [np.ravel(w) for layer in layers_of(model) for w in layer.get_weights()]
    predicted = model.predict(steps[0][0], verbose=0)
    listed = predicted if isinstance(predicted, list) else [predicted]
    found["losses"] = np.array(losses[:: STEPS // 10])
    found["weights"] = np.concatenate(weights).astype(float)
    found["predictions"] = np.concatenate([np.ravel(p) for p in listed])
    return found
