"""What there is to learn: points of the plane in classes, heights over the plane, or digits."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from chainrule import datasets
from numpy.typing import NDArray

from chainrule_widgets.playground.state import DATA, State
from chainrule_widgets.playground.user_content import MOST_CLASSES, Own, Points

Array: TypeAlias = NDArray[Any]
EDGE: Final = 3.0
"""The plane is drawn from −EDGE to EDGE, both ways."""


class Data(NamedTuple):
    """Examples, the first `train` of them to learn from and the others to be tested on.

    `classes` is 0 for a regression, whose y is within −1 and 1.
    """

    X: Array
    y: Array
    train: int
    classes: int

    @property
    def pixels(self) -> bool:
        """Whether the inputs are pictures and not points."""
        return bool(self.X.shape[1] > 2)


def data(state: State, own: Own) -> Data:
    """Return the examples of a state.

    Raises:
        ValueError: for data that nobody has brought along.
    """
    if state.data in own.points:
        X, y, classes = _scaled(own.points[state.data], state)
    elif state.data in DATA:
        key = (state.data, state.points, state.noise, state.classes, state.sample)
        X, y, classes = _drawn(*key)
    else:
        raise ValueError(
            f"there are no data {state.data!r}. If they are your own, bring them along: "
            f'Playground(own={{"{state.data}": (X, y)}})'
        )
    tested = min(max(round(len(X) * state.test / 100), 1), len(X) - 2)
    return Data(X, y, len(X) - tested, classes)


@lru_cache(maxsize=4)
def _drawn(name: str, n: int, noise: float, classes: int, seed: int) -> tuple[Array, Array, int]:
    fraction = noise / 100
    if name in _HEIGHTS:
        return (*_heights(name, n, fraction, seed), 0)
    if name == "digits":
        return (*_digits(n, fraction, seed), 10)
    classes = classes if name in {"blobs", "spirals"} else 2
    X, y = _CLASSES[name](n, fraction, classes, seed)
    return X.astype(np.float32), y, classes


def _moons(n: int, fraction: float, _classes: int, seed: int) -> tuple[Array, Array]:
    X, y = datasets.moons(n, noise=0.8 * fraction, seed=seed)
    return 1.6 * (X - [0.5, 0.25]), y


def _circles(n: int, fraction: float, _classes: int, seed: int) -> tuple[Array, Array]:
    X, y = datasets.circles(n, noise=0.5 * fraction, seed=seed)
    return 2.3 * X, y


def _spirals(n: int, fraction: float, classes: int, seed: int) -> tuple[Array, Array]:
    X, y = datasets.spirals(n, noise=0.3 * fraction, classes=classes, seed=seed)
    return 2.6 * X, y


def _xor(n: int, fraction: float, _classes: int, seed: int) -> tuple[Array, Array]:
    X, y = datasets.xor(n, noise=0.5 * fraction, seed=seed)
    return 2.6 * X, y


def _blobs(n: int, fraction: float, classes: int, seed: int) -> tuple[Array, Array]:
    X, y = datasets.blobs(n, noise=0.4 + 3 * fraction, classes=classes, seed=seed)
    return 0.48 * X, y


_CLASSES: Final[Mapping[str, Callable[[int, float, int, int], tuple[Array, Array]]]] = {
    "moons": _moons,
    "circles": _circles,
    "spirals": _spirals,
    "xor": _xor,
    "blobs": _blobs,
}


def _hills(X: Array) -> Array:
    up = np.exp(-((X - [1.0, 0.8]) ** 2).sum(axis=1))
    down = np.exp(-((X - [-1.0, -0.8]) ** 2).sum(axis=1))
    return np.asarray(up - down)


def _plane(X: Array) -> Array:
    return np.asarray(X.sum(axis=1) / 6)


_HEIGHTS: Final[Mapping[str, Callable[[Array], Array]]] = {"hills": _hills, "plane": _plane}


def _heights(name: str, n: int, fraction: float, seed: int) -> tuple[Array, Array]:
    rng = np.random.default_rng(seed)
    X = rng.uniform(-2.8, 2.8, (n, 2))
    y = _HEIGHTS[name](X) + fraction * rng.standard_normal(n)
    return X.astype(np.float32), y


def _digits(n: int, fraction: float, seed: int) -> tuple[Array, Array]:
    rng = np.random.default_rng(seed)
    X, y = datasets.digits()
    chosen = rng.permutation(len(X))[:n]
    noisy = X[chosen] / 16 + fraction * rng.standard_normal((n, 64))
    return np.clip(noisy, 0, 1).astype(np.float32), y[chosen]


def _scaled(points: Points, state: State) -> tuple[Array, Array, int]:
    """Bring one's own points into the picture; heights are divided by the largest."""
    order = np.random.default_rng(state.sample).permutation(len(points.X))[: state.points]
    X, y = points.X[order], points.y[order]
    low, high = points.X.min(axis=0), points.X.max(axis=0)
    X = 2.6 * (2 * (X - low) / np.where(high > low, high - low, 1) - 1)
    labels = np.unique(points.y)
    if len(labels) <= MOST_CLASSES and (labels == np.arange(len(labels))).all():
        return X.astype(np.float32), y.astype(int), max(len(labels), 2)
    return X.astype(np.float32), y / (np.abs(points.y).max() or 1), 0


def features(X: Array, names: tuple[str, ...]) -> Array:
    """Return what the network is told about each point: a column for each feature."""
    if X.shape[1] > 2:
        return X
    x1, x2 = X.T
    columns = {
        "x1": x1,
        "x2": x2,
        "x1x1": x1 * x1,
        "x2x2": x2 * x2,
        "x1x2": x1 * x2,
        "sin1": np.sin(x1),
        "sin2": np.sin(x2),
    }
    return np.stack([columns[name] for name in names], axis=1).astype(np.float32)
