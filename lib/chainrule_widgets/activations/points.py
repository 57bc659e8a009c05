"""Red and green points in patterns that a straight line can or cannot separate."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
_HALF: Final = 60
POINTS: Final = ("two clusters", "ring", "moons", "four corners")


def points(name: str) -> tuple[Array, Array]:
    """Return X of shape (120, 2) within ±1.5 and y of 0 (red) and 1 (green), always the same.

    Raises:
        ValueError: if the name is unknown.
    """
    if name not in POINTS:
        raise ValueError(f"unknown points {name!r}; choose one of: {', '.join(POINTS)}")
    rng = np.random.default_rng(1)
    pattern = {"two clusters": _clusters, "ring": _ring, "moons": _moons, "four corners": _corners}[
        name
    ]
    X = np.concatenate(pattern(rng)) + rng.normal(scale=0.06, size=(2 * _HALF, 2))
    return np.clip(X, -1.45, 1.45), np.repeat([0.0, 1.0], _HALF)


def _circle(angle: Array, radius: Any) -> Array:
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=-1)


def _clusters(rng: np.random.Generator) -> tuple[Array, Array]:
    spread = rng.normal(scale=0.25, size=(2, _HALF, 2))
    return spread[0] - [0.6, 0.5], spread[1] + [0.6, 0.5]


def _ring(rng: np.random.Generator) -> tuple[Array, Array]:
    angle = rng.uniform(0, 2 * np.pi, (2, _HALF))
    inner = 0.5 * np.sqrt(rng.uniform(size=_HALF))
    return _circle(angle[0], 1.05), _circle(angle[1], inner)


def _moons(rng: np.random.Generator) -> tuple[Array, Array]:
    angle = rng.uniform(0, np.pi, (2, _HALF))
    return _circle(angle[0], 0.8) - [0.35, 0.2], [0.35, 0.25] - _circle(angle[1], 0.8)


def _corners(rng: np.random.Generator) -> tuple[Array, Array]:
    red = rng.uniform(0.15, 1.2, (_HALF, 2)) * rng.choice([-1, 1], (_HALF, 1))
    green = rng.uniform(0.15, 1.2, (_HALF, 2)) * rng.choice([-1, 1], (_HALF, 1)) * (1, -1)
    return red, green
