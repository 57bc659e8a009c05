"""Points of two classes from −3 to 3, some linearly separable and some not."""

from typing import Any, Final

import numpy as np
from chainrule import datasets
from numpy.typing import NDArray

Array = NDArray[Any]
POINTS: Final = ("none", "two clusters", "moons", "four corners")


def points(name: str) -> tuple[Array, Array]:
    """Return X of shape (n, 2) and y of 0 and 1, always the same; "none" has no points.

    Raises:
        ValueError: if the name is unknown.
    """
    if name == "none":
        return np.empty((0, 2)), np.empty(0)
    if name == "two clusters":
        X, y = datasets.blobs(60, noise=0.9, classes=2, seed=4)
        # Both clusters lie on the same side of the origin: no line through it separates them.
        return _turned(X * 0.3) + np.array([1.1, 1.1]), 1.0 - y
    if name == "moons":
        X, y = datasets.moons(80, noise=0.1, seed=0)
        return (X - [0.5, 0.25]) * 1.7, y * 1.0
    if name == "four corners":
        X, y = datasets.xor(80, seed=1)
        return X * 2.8, y * 1.0
    raise ValueError(f"unknown points {name!r}; choose one of: {', '.join(POINTS)}")


def _turned(X: Array) -> Array:
    """Rotate by 45 degrees."""
    return np.asarray(X @ (np.array([[1.0, 1.0], [-1.0, 1.0]]) * np.sqrt(0.5)))
