"""A network has too many weights for a map, so we cut a plane through them, as Li et al. do."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from chainrule.datasets import moons
from chainrule.initializers import HeNormal
from chainrule.layers import Dense, Input
from chainrule.models import Sequential
from chainrule.optimizers import Adam
from numpy.typing import NDArray

Array = NDArray[Any]
DEPTHS: Final = (1, 4, 10)
CELLS: Final = 33
REACH: Final = 1.0
_WIDTH: Final = 10


@cache
def points() -> tuple[Array, Array]:
    """Return the moons on which every network here is trained."""
    return moons(80, noise=0.2, seed=0)


@cache
def trained(depth: int) -> tuple[Sequential, list[Array]]:
    """Return a net with `depth` hidden layers, trained for 150 steps, and its weights."""
    hidden = [
        Dense(_WIDTH, activation="relu", kernel_initializer=HeNormal(seed=layer))
        for layer in range(depth)
    ]
    out = Dense(1, activation="sigmoid", kernel_initializer=HeNormal(seed=depth))
    net = Sequential([Input((2,)), *hidden, out])
    net.compile(optimizer=Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
    X, y = points()
    net.fit(X, y, epochs=150, batch_size=len(X), shuffle=False, verbose=0)
    return net, net.get_weights()


def direction(weights: list[Array], rng: np.random.Generator) -> list[Array]:
    """Return a random direction in which every filter is as long as the net's own, biases 0.

    A filter is what leads to one unit, a column of a kernel. Without this a net with large weights
    would look flat: the same step is nothing to it.
    """
    return [_filters(w, rng) if w.ndim == 2 else np.zeros_like(w) for w in weights]


def _filters(w: Array, rng: np.random.Generator) -> Array:
    d = rng.standard_normal(w.shape)
    scaled = d * (np.linalg.norm(w, axis=0) / np.linalg.norm(d, axis=0))
    return np.asarray(scaled)


@dataclass(frozen=True)
class Slice:
    """The plane W + a·D₁ + b·D₂ through a trained net's weights W."""

    net: Sequential
    weights: list[Array]
    first: list[Array]
    second: list[Array]

    def move(self, a: float, b: float) -> Sequential:
        """Give the net the weights at that place of the plane, and return it."""
        parts = zip(self.weights, self.first, self.second, strict=True)
        self.net.set_weights([w + a * d + b * e for w, d, e in parts])
        return self.net

    def heights(self) -> Array:
        """Return the loss at every place of a grid, lowest row first."""
        X, y = points()
        axis = np.linspace(-REACH, REACH, CELLS)
        return np.array([[self.move(a, b).evaluate(X, y)[0] for a in axis] for b in axis])


@cache
def cut(depth: int, seed: int) -> tuple[Slice, Array]:
    """Return a plane in two random directions, and the losses on it; 1089 networks are tried."""
    net, weights = trained(depth)
    rng = np.random.default_rng(seed)
    plane = Slice(net, weights, direction(weights, rng), direction(weights, rng))
    return plane, plane.heights()


def hollows(heights: Array) -> int:
    """Return how many inner places of a grid lie lower than all eight neighbours."""
    inner = heights[1:-1, 1:-1]
    rows, columns = heights.shape
    lowest = np.ones(inner.shape, bool)
    for down in range(3):
        for right in range(3):
            if (down, right) != (1, 1):
                lowest &= inner < heights[down : rows - 2 + down, right : columns - 2 + right]
    return int(lowest.sum())
