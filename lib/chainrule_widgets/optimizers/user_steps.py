"""Run a student's optimizer step by step, and describe its errors in sentences."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from chainrule_widgets.gradient_descent.walking import FAR
from chainrule_widgets.optimizers.rules import RULES, Array, Rule
from chainrule_widgets.user_function import UnusableError, call, silenced


@dataclass(frozen=True)
class Ground:
    """Where two optimizers are compared: gradient, start, number of steps, learning rate."""

    slope: Callable[[Array], Any]
    start: Any
    steps: int
    rate: float


def name_of(own: Rule) -> str:
    """Return the name of a student's optimizer, different from the library's names."""
    name = str(getattr(own, "__name__", type(own).__name__))
    return f"your {name}" if name in RULES else name


def own_path(own: Rule, ground: Ground) -> Array:
    """Return the path of a student's optimizer, NaN after it diverges.

    Raises:
        UnusableError: if a step fails; the message says in which step, and why.
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
    """Take one step with a student's optimizer, on copies of the arrays.

    Raises:
        UnusableError: if it fails, does not return (w, state), or changes its arguments.
    """
    name = name_of(own)
    arrays = {"the array w": w, "the array g": g}
    result = call(own, arrays, state, rate, name=name, when=f" at step {step}")
    return _pair(result, name, step, w.shape)


def _pair(result: Any, name: str, step: int, shape: tuple[int, ...]) -> tuple[Array, Any]:
    """Return w and state, or raise an error that says what was returned instead."""
    if not isinstance(result, tuple | list) or len(result) != 2:
        kind = type(result).__name__
        raise UnusableError(f"{name} returned {kind} at step {step}; return (w, state).")
    try:
        w = np.array(result[0], float)
    except (TypeError, ValueError):
        kind = type(result[0]).__name__
        raise UnusableError(
            f"{name} returned {kind} as w at step {step}; return an array."
        ) from None
    if w.shape != shape:
        raise UnusableError(
            f"{name} returned a w of shape {w.shape} at step {step}; return the shape {shape}."
        )
    return w, result[1]
