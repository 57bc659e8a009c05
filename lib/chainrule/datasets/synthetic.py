"""Generate small data sets in the plane, for classification and regression.

Each function takes a number of examples, the standard deviation of the noise, and a seed; the same
seed gives the same data. X is (n, 2), y (n,) with the class of each example.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from chainrule.config import generator

if TYPE_CHECKING:
    from chainrule.arrays import Array

__all__ = ["blobs", "circles", "line", "moons", "spirals", "xor"]


def _shuffled(
    points: Array, labels: Array, noise: float, rng: np.random.Generator
) -> tuple[Array, Array]:
    order = rng.permutation(len(points))
    return (points + noise * rng.standard_normal(points.shape))[order], labels[order]


def _polar(radius: Array, angle: Array) -> Array:
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def moons(n: int = 200, noise: float = 0.1, seed: int | None = None) -> tuple[Array, Array]:
    """Return two interleaved half circles.

    >>> X, y = moons(100, seed=0)
    >>> X.shape, np.bincount(y).tolist()
    ((100, 2), [50, 50])
    """
    y = np.arange(n) % 2
    angle = np.pi * (np.arange(n) // 2) / max((n - 1) // 2, 1)
    upper = _polar(np.ones(n), angle)
    points = np.where(y[:, np.newaxis] == 0, upper, np.array([1.0, 0.5]) - upper)
    return _shuffled(points, y, noise, generator(seed))


def circles(
    n: int = 200, noise: float = 0.05, factor: float = 0.5, seed: int | None = None
) -> tuple[Array, Array]:
    """Return a circle (class 0) around a smaller one (class 1), of radius `factor`.

    >>> X, y = circles(100, noise=0.0, seed=0)
    >>> np.linalg.norm(X, axis=1)[y == 1].round(6).max()
    np.float64(0.5)
    """
    y = np.arange(n) % 2
    angle = 2 * np.pi * (np.arange(n) // 2) / max((n + 1) // 2, 1)
    return _shuffled(_polar(np.where(y == 0, 1.0, factor), angle), y, noise, generator(seed))


def spirals(
    n: int = 200,
    noise: float = 0.05,
    classes: int = 2,
    turns: float = 1.0,
    seed: int | None = None,
) -> tuple[Array, Array]:
    """Return the arms of a spiral, one for each class, which a small network learns slowly.

    >>> X, y = spirals(90, classes=3, seed=0)
    >>> np.bincount(y).tolist()
    [30, 30, 30]
    """
    y = np.arange(n) % classes
    radius = (np.arange(n) // classes + 1) / max(n // classes, 1)
    angle = 2 * np.pi * (turns * radius + y / classes)
    return _shuffled(_polar(radius, angle), y, noise, generator(seed))


def blobs(
    n: int = 200, noise: float = 1.0, classes: int = 3, seed: int | None = None
) -> tuple[Array, Array]:
    """Return normal clouds of points, one for each class, around centers on a circle of radius 4.

    >>> X, y = blobs(90, seed=0)
    >>> X.shape, np.bincount(y).tolist()
    ((90, 2), [30, 30, 30])
    """
    y = np.arange(n) % classes
    return _shuffled(_polar(np.full(n, 4.0), 2 * np.pi * y / classes), y, noise, generator(seed))


def xor(n: int = 200, noise: float = 0.0, seed: int | None = None) -> tuple[Array, Array]:
    """Return points of the square [−1, 1]², class 1 where exactly one coordinate is positive.

    No straight line separates the classes, so no single neuron can learn them.

    >>> X, y = xor(100, seed=0)
    >>> bool((y == ((X[:, 0] > 0) != (X[:, 1] > 0))).all())
    True
    """
    rng = generator(seed)
    points = rng.uniform(-1, 1, (n, 2))
    return _shuffled(points, ((points > 0).sum(axis=1) == 1).astype(np.int64), noise, rng)


def line(
    n: int = 50,
    noise: float = 0.1,
    slope: float = 2.0,
    intercept: float = 1.0,
    seed: int | None = None,
) -> tuple[Array, Array]:
    """Return points near a line: X (n, 1) in [−1, 1], y (n,) = slope · x + intercept + noise.

    >>> X, y = line(3, noise=0.0, seed=0)
    >>> (y - 2 * X[:, 0]).round(6).tolist()
    [1.0, 1.0, 1.0]
    """
    rng = generator(seed)
    x = rng.uniform(-1, 1, (n, 1))
    return x, slope * x[:, 0] + intercept + noise * rng.standard_normal(n)
