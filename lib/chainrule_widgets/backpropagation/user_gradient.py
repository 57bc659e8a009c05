"""A student's loss and gradient at one place, and a sentence about how two gradients differ."""

import numpy as np

from chainrule_widgets.user_function import (
    Array,
    Function,
    UnusableError,
    as_array,
    call,
    name_of,
)


def height(f: Function, w: Array) -> float:
    """Return f(w), which must be one number."""
    value = _called(f, w)
    if np.size(value) != 1:
        raise UnusableError(
            f"{name_of(f)} must return one number, the loss, and returned shape {np.shape(value)}."
        )
    return float(np.asarray(value, float).reshape(()))


def gradient_of(grad: Function, w: Array) -> Array:
    """Return the student's gradient at w, which must have the shape of w."""
    array = as_array(_called(grad, w), name_of(grad))
    if array.shape != w.shape:
        raise UnusableError(
            f"w has the shape {w.shape}, and {name_of(grad)} returned the shape {array.shape}. "
            "A gradient has the shape of its weights."
        )
    return array


def _called(f: Function, w: Array) -> Array:
    context = f"It was called with w of shape {w.shape}."
    return call(f, {"the array w": w}, context=context)  # type: ignore[no-any-return]


def verdict(analytic: Array, numeric: Array, error: float) -> str:
    """Say whether the two agree, and if not, in which simple way they differ."""
    if not np.isfinite(analytic).all():
        return "Your gradient contains NaN or infinity."
    if error < 1e-6:
        return "The two gradients agree."
    if error < 1e-4:
        return (
            "The two gradients almost agree. Is there a corner near w, or does your code use "
            "float32?"
        )
    wrong = np.abs(analytic - numeric) > 1e-4 * np.abs(numeric).max(initial=1e-12)
    if not analytic.any():
        return "Your gradient is zero everywhere, but the numerical gradient is not."
    scale = float((analytic * numeric).sum() / (numeric**2).sum()) if numeric.any() else 0.0
    if np.allclose(analytic, scale * numeric, rtol=1e-3, atol=1e-6):
        if abs(scale + 1) < 1e-3:
            return (
                "The sign is wrong: your gradient is −1 times the numerical gradient, so a "
                "step would increase the loss."
            )
        return (
            f"Your gradient is {scale:.4g} times the numerical gradient, in every entry. Look "
            f"for a wrong factor."
        )
    if wrong.any() and not wrong.all():
        places = np.flatnonzero(wrong)
        many = "entries" if len(places) > 1 else "entry"
        return f"Wrong at {many} {', '.join(map(str, places[:6]))}; the others agree."
    return "The two gradients differ, and not by a common factor."
