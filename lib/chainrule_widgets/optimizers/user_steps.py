"""A student's rule takes one step after the other, and its errors become sentences."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from chainrule_widgets.gradient_descent.walking import FAR
from chainrule_widgets.optimizers.rules import RULES, Array, Rule
from chainrule_widgets.user_function import UnusableError, call, silenced


@dataclass(frozen=True)
class Ground:
    """Where two rules are compared: the slopes, the start, how many steps, how large."""

    slope: Callable[[Array], Any]
    start: Any
    steps: int
    rate: float


def name_of(own: Rule) -> str:
    """Return what a student's rule is called beside the library's rules."""
    name = str(getattr(own, "__name__", type(own).__name__))
    return f"your {name}" if name in RULES else name


def own_path(own: Rule, ground: Ground) -> Array:
    """Return the path of a student's rule, NaN where it has left or gives no numbers.

    Raises:
        UnusableError: where it cannot be followed; the message says at which step, and why.
    """
    w = np.array(ground.start, float)
    state: Any = {}
    path = np.full((ground.steps + 1, *w.shape), np.nan)
    path[0] = w
    with silenced():
        for step in range(1, ground.steps + 1):
            w, state = step_own(own, w, np.array(ground.slope(w), float), state, ground.rate, step)
            path[step] = w
            if not np.abs(w).max() < FAR:
                break
    return path


def step_own(
    own: Rule, w: Array, g: Array, state: Any, rate: float, step: int
) -> tuple[Array, Any]:
    """Take one step by a student's rule, on copies.

    Raises:
        UnusableError: when it fails, gives no (w, state), or changes what it was given.
    """
    name = name_of(own)
    arrays = {"the array w": w, "the array g": g}
    result = call(own, arrays, state, rate, name=name, when=f" at step {step}")
    return _pair(result, name, step, w.shape)


def _pair(result: Any, name: str, step: int, shape: tuple[int, ...]) -> tuple[Array, Any]:
    """Take (w, state) apart, or say what came instead."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        kind = type(result).__name__
        raise UnusableError(f"{name} returned {kind} at step {step}, and (w, state) was needed.")
    try:
        w = np.array(result[0], float)
    except (TypeError, ValueError):
        kind = type(result[0]).__name__
        raise UnusableError(f"{name} gave {kind} for w at step {step}.") from None
    if w.shape != shape:
        raise UnusableError(
            f"{name} gave a w of shape {w.shape} at step {step}; w has the shape {shape}."
        )
    return w, result[1]
