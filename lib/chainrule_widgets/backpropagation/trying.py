"""A student's loss and gradient are tried at one place, and every fault becomes a sentence."""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_widgets.quiet import UnusableError, first_line, quiet

Array: TypeAlias = NDArray[Any]
Function: TypeAlias = Callable[[Array], Any]


def called(f: Function, w: Array) -> Any:
    """Call f with a copy of w, and keep its printing and its warnings out of the lecture."""
    given, name = w.copy(), getattr(f, "__name__", "your function")
    with quiet():
        try:
            result = f(given)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # all is shown
            said = first_line(error)
            raise UnusableError(
                f"{name} raised {type(error).__name__}: {said}. "
                f"It was called with w of shape {w.shape}."
            ) from None
    if not np.array_equal(given, w, equal_nan=True):
        raise UnusableError(f"{name} changed the w that it was given. Make a new array instead.")
    if result is None:
        raise UnusableError(f"{name} returned None. Is there a return at its end?")
    return result


def height(f: Function, w: Array) -> float:
    """Return f(w), which must be one number."""
    value = called(f, w)
    if np.size(value) != 1:
        name = getattr(f, "__name__", "your function")
        raise UnusableError(
            f"{name} must return one number, the loss, and returned shape {np.shape(value)}."
        )
    return float(np.asarray(value, float).reshape(()))


def slopes(grad: Function, w: Array) -> Array:
    """Return the student's gradient at w, which must have the shape of w."""
    value = called(grad, w)
    name = getattr(grad, "__name__", "your gradient")
    try:
        array = np.asarray(value, float)
    except (TypeError, ValueError):
        raise UnusableError(
            f"{name} returned {type(value).__name__}, and an array was needed."
        ) from None
    if array.shape != w.shape:
        raise UnusableError(
            f"w has the shape {w.shape}, and {name} returned the shape {array.shape}. "
            "A gradient has the shape of what it belongs to."
        )
    return array


def verdict(analytic: Array, numeric: Array, error: float) -> str:
    """Say whether the two agree, and if not, in which simple way they differ."""
    if not np.isfinite(analytic).all():
        return "Your gradient has entries that are no numbers."
    if error < 1e-6:
        return "The two gradients agree."
    if error < 1e-4:
        return "Nearly. Is there a corner nearby, or were numbers cut to single precision?"
    wrong = np.abs(analytic - numeric) > 1e-4 * np.abs(numeric).max(initial=1e-12)
    if not analytic.any():
        return "Your gradient is zero everywhere, and the slope is not."
    scale = float((analytic * numeric).sum() / (numeric**2).sum()) if numeric.any() else 0.0
    if np.allclose(analytic, scale * numeric, rtol=1e-3, atol=1e-6):
        if abs(scale + 1) < 1e-3:
            return "The sign is wrong: yours is −1 times the slope, and a step would climb."
        return f"Yours is {scale:.4g} times the slope, everywhere. A factor is missing or too much."
    if wrong.any() and not wrong.all():
        places = np.flatnonzero(wrong)
        many = "entries" if len(places) > 1 else "entry"
        return f"Wrong at {many} {', '.join(map(str, places[:6]))}; the others agree."
    return "The two gradients disagree, and by no common factor."
