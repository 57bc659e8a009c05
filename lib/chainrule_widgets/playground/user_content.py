"""What the reader brings along: an activation function, or points of one's own."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple, TypeAlias, final

import numpy as np
from chainrule.layers import Layer
from numpy.typing import NDArray

from chainrule_widgets.activations.heights import heights
from chainrule_widgets.playground.state import ACTIVATIONS, DATA
from chainrule_widgets.user_function import Function, UnusableError

Array: TypeAlias = NDArray[Any]
MOST_CLASSES: Final = 5
_NAME: Final = re.compile(r"[A-Za-z]\w*", re.ASCII)


class OwnPair(NamedTuple):
    """An activation function and its derivative."""

    f: Function
    derivative: Function


class Points(NamedTuple):
    """Points of the plane with a class or a height each."""

    X: Array
    y: Array


class Own(NamedTuple):
    """Activations and points by name, and a sentence about what could not be used."""

    activations: dict[str, OwnPair]
    points: dict[str, Points]
    trouble: str


def brought(own: Mapping[str, Any] | None) -> Own:
    """Sort what was brought along; what cannot be used becomes a sentence.

    A function is an activation, a pair of functions is one with its derivative, a pair of arrays
    is X of shape (n, 2) and y.
    """
    found = Own({}, {}, "")
    for name, value in (own or {}).items():
        try:
            _check_name(name)
            if callable(value):
                found.activations[name] = _activation(value, None)
            elif _is_pair(value) and all(map(callable, value)):
                found.activations[name] = _activation(*value)
            else:
                found.points[name] = _points(name, value)
        except UnusableError as error:
            found = found._replace(trouble=f"{name}: {error}")
    return found


def _check_name(name: Any) -> None:
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        raise UnusableError("a name has letters, digits and _ in it, and begins with a letter.")
    if name in (*ACTIVATIONS, *DATA):
        raise UnusableError("the playground already has one with this name; choose another name.")


def _is_pair(value: Any) -> bool:
    return isinstance(value, tuple | list) and len(value) == 2


def _activation(f: Function, derivative: Function | None) -> OwnPair:
    slope = derivative or _numerical(f)
    for function in (f, slope):
        heights(function, np.linspace(-3, 3, 12).reshape(4, 3))
    return OwnPair(f, slope)


def _numerical(f: Function) -> Callable[[Array], Array]:
    """Return the difference quotient, in float64, because float32 would lose most of its digits."""
    h = 1e-5

    def slope(z: Array) -> Array:
        z = z.astype(np.float64)
        return np.asarray((heights(f, z + h) - heights(f, z - h)) / (2 * h))

    return slope


def _points(name: str, value: Any) -> Points:
    if not _is_pair(value):
        kind = type(value).__name__
        raise UnusableError(f"a function, or a pair (X, y), was needed, and this is {kind}.")
    try:
        X, y = np.asarray(value[0], float), np.asarray(value[1], float).ravel()
    except (TypeError, ValueError):
        raise UnusableError("X and y must be numbers.") from None
    if X.ndim != 2 or X.shape[1] != 2 or len(X) != len(y) or len(X) < 4:
        raise UnusableError(
            f"X of shape (n, 2) and y of shape (n,) were needed, with n of 4 or more, "
            f"and {name} has {X.shape} and {y.shape}."
        )
    if not (np.isfinite(X).all() and np.isfinite(y).all()):
        raise UnusableError("X and y must be finite.")
    return Points(X, y)


@final
class OwnActivation(Layer):
    """g(x), entry by entry, for a function that the reader wrote; its slope is taken at x."""

    def __init__(self, pair: OwnPair, **options: Any) -> None:
        super().__init__(**options)
        self.pair = pair

    def build(self, shape: Any) -> Any:
        return shape

    def forward(self, x: Array, training: bool) -> tuple[Array, Array]:  # noqa: ARG002
        return heights(self.pair.f, x).astype(x.dtype), x

    def backward(self, grad: Array, cache: Array, needs_input_grad: bool) -> Array:  # noqa: ARG002
        grad *= heights(self.pair.derivative, cache).astype(grad.dtype)
        return grad
