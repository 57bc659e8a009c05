"""Two real losses over two weights: a line fitted to points, and a yes or no fitted to tumours."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from chainrule.activations import linear, sigmoid
from chainrule.datasets import breast_cancer, line
from chainrule.layers import Dense, Input
from chainrule.losses import binary_crossentropy, mean_squared_error
from chainrule.models import Sequential
from chainrule.optimizers import SGD
from numpy.typing import NDArray

Array = NDArray[Any]
CELLS: Final = 48


@dataclass(frozen=True)
class Regression:
    """A neuron with one input, its data, and the part of the (w₀, w₁) plane worth looking at."""

    name: str
    X: Array
    y: Array
    activation: str
    loss: str
    centre: tuple[float, float]
    reach: float
    start: tuple[float, float]
    rate: float

    def predictions(self, w: Array, x: Array) -> Array:
        """Return ŷ = g(w₀ + w₁ x) for every place in w (…, 2) and every x (n,)."""
        g = sigmoid if self.activation == "sigmoid" else linear
        return g(w[..., :1] + w[..., 1:] * x)

    def height(self, w: Array) -> Array:
        """Return the loss J over all examples, at every place in w (…, 2)."""
        predicted = self.predictions(w, self.X[:, 0])
        loss = binary_crossentropy if self.activation == "sigmoid" else mean_squared_error
        return loss(np.broadcast_to(self.y, predicted.shape), predicted)

    def field(self) -> bytes:
        """Return J on a square grid about the centre, lowest row first, as float32."""
        axes = [np.linspace(c - self.reach, c + self.reach, CELLS) for c in self.centre]
        return self.height(np.stack(np.meshgrid(*axes), axis=-1)).astype("<f4").tobytes()

    def descend(self, w: Any, rate: float, steps: int) -> Array:
        """Train a `Sequential` of one dense unit, all examples a step; return w₀, w₁, J by step."""
        net = Sequential([Input((1,)), Dense(1, activation=self.activation)])
        net.compile(optimizer=SGD(rate), loss=self.loss)
        net.set_weights([np.array([[w[1]]]), np.array([w[0]])])
        path = [np.array(w, float)]
        for _ in range(steps):
            net.train_on_batch(self.X, self.y)
            kernel, bias = net.get_weights()
            path.append(np.array([bias[0], kernel[0, 0]], float))
        walked = np.array(path)
        return np.column_stack([walked, self.height(walked)])


@cache
def regressions() -> dict[str, Regression]:
    """Return both; the tumours' input is their mean radius, standardised, of every sixth case."""
    x, y = line(40, noise=0.35, slope=2.0, intercept=1.0, seed=3)
    X, benign = breast_cancer()
    radius = X[::6, :1]
    radius = (radius - radius.mean()) / radius.std()
    return {
        each.name: each
        for each in (
            Regression(
                "a line through points", x, y, "linear", "mse", (1, 2), 4, (-2.0, -1.0), 0.2
            ),
            Regression(
                "benign or malignant",
                radius,
                benign[::6].astype(float),
                "sigmoid",
                "binary_crossentropy",
                (0.5, -4),
                6.5,
                (-4.5, 1.5),
                2.0,
            ),
        )
    }
