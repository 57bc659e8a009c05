"""Slopes by trial: move each weight a little, look what happens, and compare.

The numerical gradient needs no calculus and is slow; so it checks the one that is fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from chainrule import config
from chainrule.arrays import floating
from chainrule.models.copying import in_float64
from chainrule.models.examples import Batch, Examples
from chainrule.models.network import Network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import ArrayLike

    from chainrule.arrays import Array

__all__ = ["GradientError", "check_gradients", "numerical_gradient"]


class GradientError(AssertionError):
    """A gradient that is not the slope of its function."""


def numerical_gradient(f: Callable[[Array], Any], w: ArrayLike, h: float = 1e-5) -> Array:
    """Return the slope of f along each entry of w: (f(w + h) − f(w − h)) / 2h, in w's shape.

    The central difference is right up to h², the one-sided only up to h.

    Raises:
        ValueError: if f does not return a single number.

    Source: G4.

    >>> import numpy as np
    >>> numerical_gradient(lambda w: (w**2).sum(), [1.0, -2.0]).round(6)
    array([ 2., -4.])
    """
    point = np.array(floating(w, "numerical_gradient"), np.float64)
    return _slopes(lambda: f(point.copy()), point, np.arange(point.size), h).reshape(point.shape)


def _slopes(f: Callable[[], Any], point: Array, chosen: Array, h: float) -> Array:
    """Return the slopes along the chosen entries of `point`, which f looks at."""
    entries = point.reshape(-1)
    slopes = np.empty(len(chosen))
    for i, place in enumerate(chosen):
        here = entries[place]
        values = []
        for moved in (here + h, here - h):
            entries[place] = moved
            values.append(_number(f()))
        entries[place] = here
        slopes[i] = (values[0] - values[1]) / (2 * h)
    return slopes


def _number(value: Any) -> float:
    if np.size(value) != 1:
        raise ValueError(f"the function must return one number, and its shape is {np.shape(value)}")
    return float(np.asarray(value).reshape(()))


def check_gradients(
    model_or_f: Network | Callable[[Array], Any],
    x_or_gradient: Any,
    y_or_w: Any,
    *,
    h: float = 1e-5,
    tolerance: float = 1e-5,
    entries: int = 200,
) -> float:
    """Compare gradients with numerical ones, and return the largest relative error.

    Two ways to call it: `check_gradients(model, x, y)` for every weight of a compiled model, in a
    copy that computes in float64, with dropout and noise held still; and
    `check_gradients(f, gradient, w)` for a function and its gradient, an array or a function.

    The error of an entry is |a − n| / (|a| + |n| + a thousandth of the largest slope). Of each
    weight at most `entries` entries are tried, evenly spread.

    Raises:
        GradientError: where the error exceeds the tolerance; it names the weight and both numbers.

    Source: G4.

    >>> import numpy as np
    >>> w = np.array([1.0, -2.0])
    >>> check_gradients(lambda w: (w**2).sum(), lambda w: 2 * w, w) < 1e-9
    True
    >>> check_gradients(lambda w: (w**2).sum(), lambda w: 2.002 * w, w)
    Traceback (most recent call last):
    chainrule.gradients.GradientError: w[1]: the gradient says -4.004, and the slope is -4
    """
    if isinstance(model_or_f, Network):
        return _check_model(model_or_f, x_or_gradient, y_or_w, (h, tolerance, entries))
    f, point = model_or_f, np.array(floating(y_or_w, "check_gradients"), np.float64)
    analytic = x_or_gradient(point.copy()) if callable(x_or_gradient) else x_or_gradient
    if np.shape(analytic) != point.shape:
        raise GradientError(f"w has the shape {point.shape}, its gradient {np.shape(analytic)}")
    chosen = _spread(point.size, entries)
    numeric = _slopes(lambda: f(point.copy()), point, chosen, h)
    return _compared("w", point.shape, chosen, np.ravel(analytic)[chosen], numeric, tolerance)


def _check_model(model: Network, x: Any, y: Any, how: tuple[float, float, int]) -> float:
    h, tolerance, entries = how
    model.prepare(x)
    twin = in_float64(model)
    examples = Examples(twin, x, y)
    batch = Batch(examples.x, examples.y, examples.weights)
    sources = list(_generators(twin))
    states = [source.bit_generator.state for source in sources]

    def loss() -> Any:
        for source, state in zip(sources, states, strict=True):
            source.bit_generator.state = state
        with np.errstate(over="ignore"):
            return twin.compiled.differentiate(batch)[0]

    loss()
    analytic = [np.array(w.gradient) for w in twin.compiled.parameters.learning]
    worst = 0.0
    for layer in twin.layers:
        for weight in layer.trainable_weights:
            name = f"{layer.name}.{weight.name}"
            chosen = _spread(weight.value.size, entries)
            numeric = _slopes(loss, weight.value, chosen, h)
            mine = analytic.pop(0).reshape(-1)[chosen]
            error = _compared(name, weight.shape, chosen, mine, numeric, tolerance)
            worst = max(worst, error)
    return worst


def _generators(model: Network) -> Iterator[np.random.Generator]:
    yield config.generator()
    for layer in model.layers:
        if isinstance(own := getattr(layer, "_rng", None), np.random.Generator):
            yield own


def _spread(size: int, entries: int) -> Array:
    return np.unique(np.linspace(0, size - 1, min(size, entries)).round().astype(np.intp))


def _compared(
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
    # NaN is larger than any tolerance here, which `>` would deny.
    if errors.size and not errors[worst] <= tolerance:
        place = ", ".join(str(i) for i in np.unravel_index(chosen[worst], shape))
        raise GradientError(
            f"{name}[{place}]: the gradient says {analytic[worst]:.7g}, "
            f"and the slope is {numeric[worst]:.7g}"
        )
    return float(errors.max(initial=0.0))
