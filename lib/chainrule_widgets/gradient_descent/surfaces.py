"""A loss over two weights is a landscape: a height above every place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from chainrule.activations import tanh
from chainrule.losses import mean_squared_error
from numpy.typing import NDArray

Array = NDArray[Any]
CELLS: Final = 64


@dataclass(frozen=True)
class Surface:
    """A loss over (w₀, w₁), its gradient, and a start from which there is something to see."""

    name: str
    height: Callable[[Array], Array]
    """From places (…, 2) to heights (…)."""
    slope: Callable[[Array], Array]
    """From one place (2,) to its gradient (2,)."""
    edge: float
    start: tuple[float, float]
    rate: float

    def field(self) -> bytes:
        """Return the heights on a square grid from −edge to edge, lowest row first, as float32."""
        axis = np.linspace(-self.edge, self.edge, CELLS)
        places = np.stack(np.meshgrid(axis, axis), axis=-1)
        return self.height(places).astype("<f4").tobytes()


_X: Final = np.linspace(-2, 2, 9)
_Y: Final = 1.5 * tanh(_X)


def _waves(w: Array) -> Array:
    return np.asarray((0.1 * w**2 + 0.1 * w - 0.5 * np.cos(2 * w)).sum(axis=-1) + 1.1)


def _saddle(w: Array) -> Array:
    return np.asarray((w[..., 0] ** 2 - w[..., 1] ** 2) / 2 + w[..., 1] ** 4 / 4 + 0.25)


def _net(w: Array) -> Array:
    predicted = w[..., 1:] * tanh(w[..., :1] * _X)
    return mean_squared_error(np.broadcast_to(_Y, predicted.shape), predicted)


def _net_gradient(w: Array) -> Array:
    c = tanh(w[0] * _X)
    error = 2 * (w[1] * c - _Y) / len(_X)
    return np.array([error @ (w[1] * (1 - c * c) * _X), error @ c])


SURFACES: Final = {
    surface.name: surface
    for surface in (
        Surface("bowl", lambda w: np.asarray((w**2).sum(-1) / 2), lambda w: w, 3, (-2.4, 1.8), 0.2),
        Surface(
            "ravine",
            lambda w: np.asarray(w[..., 0] ** 2 / 2 + 10 * w[..., 1] ** 2),
            lambda w: w * np.array([1.0, 20.0]),
            3,
            (-2.6, 1.0),
            0.09,
        ),
        Surface(
            "saddle",
            _saddle,
            lambda w: np.array([w[0], w[1] ** 3 - w[1]]),
            2,
            (-1.7, 0.002),
            0.15,
        ),
        Surface(
            "several minima",
            _waves,
            lambda w: 0.2 * w + 0.1 + np.sin(2 * w),
            4.5,
            (3.9, 2.2),
            0.1,
        ),
        Surface("two-weight net", _net, _net_gradient, 3, (-0.4, 2.0), 0.15),
    )
}


def surface(name: str) -> Surface:
    """Return the surface of that name.

    Raises:
        ValueError: for a name that no surface has.
    """
    if name not in SURFACES:
        raise ValueError(f"there is no surface {name!r}; there are {', '.join(SURFACES)}")
    return SURFACES[name]
