"""A line through points: a problem with two weights, so that its whole loss surface can be seen."""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule import datasets, layers, losses, models, optimizers
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
COUNT: Final = 64
X, Y = datasets.line(COUNT, noise=0.5, seed=2)
_SQUARED: Final = losses.MeanSquaredError(reduction="sum")


def neuron(learning_rate: float, w: Array) -> models.Sequential:
    """Return ŷ = w₀ + w₁ x as a model of the library; w is (w₀, w₁)."""
    model = models.Sequential(
        [layers.Input(shape=(1,), dtype="float64"), layers.Dense(1, dtype="float64")]
    )
    model.set_weights([[[w[1]]], [w[0]]])
    model.compile(optimizers.SGD(learning_rate), "mean_squared_error")
    return model


def shuffles(seed: int) -> Iterator[Array]:
    """Yield one order of the examples for each epoch, for ever."""
    rng = np.random.default_rng(seed)
    while True:
        yield rng.permutation(COUNT)


def descent(batch_size: int, learning_rate: float, steps: int, seed: int, w: Array) -> Array:
    """Return the path of (w₀, w₁) over so many steps, the start included: (steps + 1, 2)."""
    model = neuron(learning_rate, w)
    path = [np.asarray(w, float)]
    for order in shuffles(seed):
        if len(path) > steps:
            break
        for _ in model.fit_steps(X[order], Y[order], batch_size, shuffle=False):
            kernel, bias = model.get_weights()
            path.append(np.array([bias[0], kernel[0, 0]]))
    return np.array(path[: steps + 1])


def loss_at(w: Array) -> Array:
    """Return the loss over all examples for each (w₀, w₁) in the rows of w."""
    with np.errstate(over="ignore"):
        predicted = w[:, :1] + w[:, 1:] * X[:, 0]
        return losses.mean_squared_error(np.broadcast_to(Y, predicted.shape), predicted)


def gradient_of_each(w: Array) -> Array:
    """Return the gradient of every single example's loss at (w₀, w₁): (COUNT, 2)."""
    predicted = w[0] + w[1] * X[:, 0]
    slope = _SQUARED.gradient(Y[:, np.newaxis], predicted[:, np.newaxis])
    return np.hstack([slope, slope * X])


def lowest() -> Array:
    """Return the (w₀, w₁) of the least loss, by solving for it."""
    solution: Array = np.linalg.lstsq(np.column_stack([np.ones(COUNT), X[:, 0]]), Y)[0]
    return solution
