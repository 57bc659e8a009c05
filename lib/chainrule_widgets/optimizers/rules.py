"""List the seven optimizers, their usual learning rates, and other conventions for ε."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
from chainrule.optimizers import SGD, Adadelta, Adagrad, Adam, Optimizer, RMSprop
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
Rule: TypeAlias = Callable[..., tuple[Array, dict[str, Any]]]
"""An optimizer as in the problem set: (w, g, state, learning_rate) → (w, state)."""

RULES: Final[dict[str, Callable[[float], Optimizer]]] = {
    "sgd": SGD,
    "momentum": lambda rate: SGD(rate, momentum=0.9),
    "nesterov": lambda rate: SGD(rate, momentum=0.9, nesterov=True),
    # In the decks the sum starts at 0. Keras's default of 0.1 would make the first steps shorter.
    "adagrad": lambda rate: Adagrad(rate, initial_accumulator_value=0.0),
    "adadelta": Adadelta,
    "rmsprop": RMSprop,
    "adam": Adam,
}
"""The library's optimizers by name, each as a function of the learning rate."""

_RATES: Final = {
    "sgd": 0.045,
    "momentum": 0.012,
    "nesterov": 0.012,
    "adagrad": 0.8,
    "adadelta": 40.0,
    "rmsprop": 0.1,
    "adam": 0.3,
}
_GENTLER: Final = {"bowl": 3.0, "saddle": 3.0, "several minima": 1.5}
"""Factors for surfaces with smaller gradients than the ravine, for SGD and momentum."""


def usual_rate(rule: str, surface: str) -> float:
    """Return a learning rate with which the optimizer converges on this surface."""
    steep = rule in ("sgd", "momentum", "nesterov")
    return _RATES[rule] * (_GENTLER.get(surface, 1.0) if steep else 1.0)


# The literature has other conventions for ε, which are right too.
def _adagrad(w: Array, g: Array, state: dict[str, Any], rate: float) -> tuple[Array, Any]:
    a = state.get("a", 0) + g**2
    return w - rate * g / (np.sqrt(a) + 1e-7), {"a": a}


def _rmsprop(w: Array, g: Array, state: dict[str, Any], rate: float) -> tuple[Array, Any]:
    a = 0.9 * state.get("a", 0) + 0.1 * g**2
    return w - rate * g / (np.sqrt(a) + 1e-7), {"a": a}


def _adadelta(w: Array, g: Array, state: dict[str, Any], rate: float) -> tuple[Array, Any]:
    a = 0.95 * state.get("a", 0) + 0.05 * g**2
    u = np.asarray(state.get("u", 0.0))
    d = g * (np.sqrt(u) + 1e-7) / (np.sqrt(a) + 1e-7)
    return w - rate * d, {"a": a, "u": 0.95 * u + 0.05 * d**2}


def _adam(epsilon_in_root: float, epsilon_added: float) -> Rule:
    def adam(w: Array, g: Array, state: dict[str, Any], rate: float) -> tuple[Array, Any]:
        t = state.get("t", 0) + 1
        m = 0.9 * state.get("m", 0) + 0.1 * g
        v = 0.999 * state.get("v", 0) + 0.001 * g**2
        root = np.sqrt(v / (1 - 0.999**t) + epsilon_in_root) + epsilon_added
        return w - rate * m / (1 - 0.9**t) / root, {"m": m, "v": v, "t": t}

    return adam


OTHER_FORMS: Final[dict[str, tuple[Rule, ...]]] = {
    "adagrad": (_adagrad,),
    "rmsprop": (_rmsprop,),
    "adadelta": (_adadelta,),
    "adam": (_adam(0.0, 1e-7), _adam(1e-7, 0.0)),
}
