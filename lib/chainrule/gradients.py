"""Check gradients numerically, by finite differences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from chainrule import config
from chainrule.arrays import as_floats
from chainrule.layers import RandomLayer
from chainrule.models import BaseModel
from chainrule.models.cloning import float64_clone
from chainrule.trainers.examples import Examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["GradientError", "check_gradients", "numerical_gradient"]


class GradientError(AssertionError):
    """Report a gradient that differs from the numerical one."""


def numerical_gradient(f: Callable[[Array], Any], w: ArrayLike, h: float = 1e-5) -> Array:
    """Return the central difference (f(w + h) − f(w − h)) / 2h for each entry of w, in w's shape.

    The error of the central difference is of order h², that of the one-sided of order h.

    Raises:
        ValueError: if f does not return one number.

    Source: concept G4.

    >>> import numpy as np
    >>> numerical_gradient(lambda w: (w**2).sum(), [1.0, -2.0]).round(6)
    array([ 2., -4.])
    """
    point = np.array(as_floats(w, "numerical_gradient"), np.float64)
    entries = np.arange(point.size)
    return _differences(lambda: f(point.copy()), point, entries, h).reshape(point.shape)


def _differences(f: Callable[[], Any], point: Array, chosen: Array, h: float) -> Array:
    """Return the central differences of f for the chosen entries of `point`, which f uses."""
    entries = point.reshape(-1)
    differences = np.empty(len(chosen))
    for i, index in enumerate(chosen):
        original = entries[index]
        values = []
        for changed in (original + h, original - h):
            entries[index] = changed
            values.append(_number(f()))
        entries[index] = original
        differences[i] = (values[0] - values[1]) / (2 * h)
    return differences


def _number(value: Any) -> float:
    if np.size(value) != 1:
        raise ValueError(f"the function must return one number, and its shape is {np.shape(value)}")
    return float(np.asarray(value).reshape(()))


def check_gradients(
    model_or_f: BaseModel | Callable[[Array], Any],
    x_or_gradient: Any,
    y_or_w: Any,
    *,
    h: float = 1e-5,
    tolerance: float = 1e-5,
    entries: int = 200,
) -> float:
    """Compare gradients with numerical ones, and return the largest relative error.

    There are two forms: `check_gradients(model, x, y)` for every weight of a compiled model, in a
    copy that computes in float64, with the same random numbers in each forward pass; and
    `check_gradients(f, gradient, w)` for a function and its gradient, an array or a function.

    The error of an entry is |a − n| / (|a| + |n| + max |n| / 1000), with a the gradient and n the
    central difference. At most `entries` entries of each weight array are checked, evenly spaced.

    Raises:
        GradientError: if the error exceeds the tolerance; the message has weight and numbers.
        ValueError: if there is no trainable weight, or w has no entry, so that nothing is checked.

    Source: concept G4.

    >>> import numpy as np
    >>> w = np.array([1.0, -2.0])
    >>> check_gradients(lambda w: (w**2).sum(), lambda w: 2 * w, w) < 1e-9
    True
    >>> check_gradients(lambda w: (w**2).sum(), lambda w: 2.002 * w, w)
    Traceback (most recent call last):
    chainrule.gradients.GradientError: w[1]: the gradient is -4.004, and the difference quotient -4
    """
    if isinstance(model_or_f, BaseModel):
        return _check_model(model_or_f, x_or_gradient, y_or_w, h, tolerance, entries)
    f, point = model_or_f, np.array(as_floats(y_or_w, "check_gradients"), np.float64)
    if not point.size:
        raise ValueError("check_gradients: w has no entries, so there is no gradient to check")
    analytic = x_or_gradient(point.copy()) if callable(x_or_gradient) else x_or_gradient
    if np.shape(analytic) != point.shape:
        raise GradientError(f"w has the shape {point.shape}, its gradient {np.shape(analytic)}")
    chosen = _chosen_entries(point.size, entries)
    numeric = _differences(lambda: f(point.copy()), point, chosen, h)
    return _largest_error("w", point.shape, chosen, np.ravel(analytic)[chosen], numeric, tolerance)


def _check_model(
    model: BaseModel, x: Any, y: Any, h: float, tolerance: float, entries: int
) -> float:
    model.prepare(x)
    if not any(layer.trainable_weights for layer in model.layers):
        raise ValueError(
            f"check_gradients: {model.name} has no trainable weights, so there is no gradient to "
            "check; put a Dense layer before the layers without weights"
        )
    clone = float64_clone(model)
    compiled = clone.compiled
    batch = Examples(clone, compiled.objective.losses, x, y).all()
    generators = list(_generators(clone))
    states = [generator.bit_generator.state for generator in generators]

    def loss() -> Any:
        for generator, state in zip(generators, states, strict=True):
            generator.bit_generator.state = state
        with np.errstate(over="ignore"):
            return compiled.differentiate(batch)[0]

    loss()
    analytic = compiled.parameters.gradients()
    worst = 0.0
    for layer in clone.layers:
        for weight in layer.trainable_weights:
            name = f"{layer.name}.{weight.name}"
            chosen = _chosen_entries(weight.value.size, entries)
            numeric = _differences(loss, weight.value, chosen, h)
            gradient = analytic.pop(0).reshape(-1)[chosen]
            error = _largest_error(name, weight.shape, chosen, gradient, numeric, tolerance)
            worst = max(worst, error)
    return worst


def _generators(model: BaseModel) -> Iterator[np.random.Generator]:
    yield config.generator()
    for layer in model.layers:
        if isinstance(layer, RandomLayer):
            yield layer.generator


def _chosen_entries(size: int, entries: int) -> Array:
    return np.unique(np.linspace(0, size - 1, min(size, entries)).round().astype(np.intp))


def _largest_error(
    name: str,
    shape: tuple[int, ...],
    chosen: Array,
    analytic: Array,
    numeric: Array,
    tolerance: float,
) -> float:
    floor = 1e-3 * np.abs(numeric).max(initial=0.0) + 1e-12
    errors = np.abs(analytic - numeric) / (np.abs(analytic) + np.abs(numeric) + floor)
    worst = int(errors.argmax()) if errors.size else 0
    # `not … <=` and not `>`, because a NaN must fail.
    if errors.size and not errors[worst] <= tolerance:
        place = ", ".join(str(i) for i in np.unravel_index(chosen[worst], shape))
        raise GradientError(
            f"{name}[{place}]: the gradient is {analytic[worst]:.7g}, "
            f"and the difference quotient {numeric[worst]:.7g}"
        )
    return float(errors.max(initial=0.0))
