"""The same examples in three orders: sorted, shuffled, and shuffled without their targets."""

from functools import cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, losses, models, optimizers
from chainrule.activations import sigmoid

from chainrule_widgets.batches.straight_line import Array
from chainrule_widgets.explorable import StateExplorable, script

COUNT: Final = 96
EPOCHS: Final = 5
ORDERS: Final = ("sorted", "shuffled", "x without y")
_STATE: Final = ("batch_size", "learning_rate", "seed")


@cache
def points() -> tuple[Array, Array]:
    """Return two clouds that overlap, sorted by class: all of class 0, then all of class 1."""
    X, y = datasets.blobs(COUNT, noise=8.0, classes=2, seed=1)
    by_class = np.argsort(y, kind="stable")
    return X[by_class] / 8, y[by_class].astype(float)


def rows(order: str, rng: np.random.Generator) -> tuple[Array, Array]:
    """Return which examples come when, and whose target each of them is given."""
    if order == "sorted":
        return np.arange(COUNT), np.arange(COUNT)
    mixed = rng.permutation(COUNT)
    return mixed, mixed if order == "shuffled" else rng.permutation(COUNT)


def descent(order: str, batch_size: int, learning_rate: float, seed: int) -> tuple[Array, Array]:
    """Train a neuron for five epochs; return its loss over all examples, and the first order."""
    X, y = points()
    model = models.Sequential([layers.Input(shape=(2,), dtype="float64")])
    model.add(layers.Dense(1, "sigmoid", kernel_initializer="zeros", dtype="float64"))
    model.compile(optimizers.SGD(learning_rate), "binary_crossentropy")
    path, rng, first = [_vector(model)], np.random.default_rng(seed), None
    for _ in range(EPOCHS):
        inputs, targets = rows(order, rng)
        first = y[targets] if first is None else first
        training = model.fit_steps(X[inputs], y[targets], batch_size, shuffle=False)
        path.extend(_vector(model) for _ in training)
    assert first is not None
    w = np.array(path)
    predicted = sigmoid(w[:, :2] @ X.T + w[:, 2:])
    return losses.binary_crossentropy(np.broadcast_to(y, predicted.shape), predicted), first


def _vector(model: models.Sequential) -> Array:
    """Return the two weights and the bias."""
    return np.concatenate([weight.ravel() for weight in model.get_weights()])


@final
class Orders(StateExplorable):
    """Logistic regression in mini-batches, with the examples in three orders."""

    _esm = script(__file__)
    depends_on = _STATE

    batch_size = traitlets.Int(8, min=4, max=COUNT).tag(sync=True)
    learning_rate = traitlets.Float(2.0, min=0.1, max=4.0).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        size = min(max(int(asked["batch_size"]), 4), COUNT)
        results = {
            order: descent(order, size, float(asked["learning_rate"]), int(asked["seed"]))
            for order in ORDERS
        }
        return {
            **asked,
            "batch_size": size,
            "epochs": EPOCHS,
            "losses": {order: line.tolist() for order, (line, _) in results.items()},
            "classes": {order: first.astype(int).tolist() for order, (_, first) in results.items()},
        }, []

    def describe(self) -> str:
        ends = ", ".join(f"{order} {line[-1]:.4g}" for order, line in self.seen["losses"].items())
        return (
            f"{COUNT} examples in batches of {self.batch_size}, {EPOCHS} epochs, learning rate "
            f"{self.learning_rate:g}; final loss of all examples: {ends}"
        )
