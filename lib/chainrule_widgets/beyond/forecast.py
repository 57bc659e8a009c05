"""Show forecasts of a time series by a linear neuron with windows of different width."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
WIDEST: Final = 12
_KNOWN: Final = 96
_FORECAST: Final = 36


@lru_cache(maxsize=1)
def series() -> Array:
    """Return 132 months: waves of twelve and of five months, and a little noise."""
    t = np.arange(_KNOWN + _FORECAST)
    noise = 0.05 * np.random.default_rng(0).standard_normal(len(t))
    return np.sin(2 * np.pi * t / 12) + 0.5 * np.sin(2 * np.pi * t / 5) + noise


def windows(values: Array, width: int) -> tuple[Array, Array]:
    """Return all windows (n − width, width) that have a next value, and these next values."""
    X = np.lib.stride_tricks.sliding_window_view(values, width)[:-1]
    return X.copy(), values[width:]


@lru_cache(maxsize=WIDEST)
def foretold(width: int) -> tuple[list[float], float]:
    """Train a linear neuron on 96 months; return its forecast of the next 36, and its error.

    In the forecast, predictions become inputs. The error is the mean absolute error of predicting
    only the next month, over the last 36 months.
    """
    known = series()[:_KNOWN]
    X, y = windows(known, width)
    neuron = layers.Dense(1, dtype="float64", kernel_initializer="zeros")
    model = models.Sequential([neuron])
    model.compile(optimizers.Adam(0.05), "mse")
    model.fit(X, y[:, np.newaxis], batch_size=len(X), epochs=600, verbose=0, shuffle=False)
    weights, bias = (w.reshape(-1) for w in model.get_weights())
    future = [*known[-width:]]
    for _ in range(_FORECAST):
        future.append(float(np.dot(weights, future[-width:]) + bias[0]))
    held, targets = windows(series()[_KNOWN - width :], width)
    return future[width:], float(np.abs(held @ weights + bias[0] - targets).mean())


@final
class Forecast(Explorable):
    """Plot a time series, the last window, and the neuron's forecast of the next three years."""

    _esm = script(__file__)

    width = traitlets.Int(2, min=1, max=WIDEST).tag(sync=True)
    series = traitlets.List().tag(sync=True)
    futures = traitlets.List().tag(sync=True)
    errors = traitlets.List().tag(sync=True)

    def __init__(self, width: int = 2) -> None:
        futures, errors = zip(*(foretold(w) for w in range(1, WIDEST + 1)), strict=True)
        super().__init__(
            width=width,
            series=series().round(4).tolist(),
            futures=[np.round(future, 4).tolist() for future in futures],
            errors=list(errors),
        )

    def describe(self) -> str:
        return (
            f"windows of {self.width} months: mean error of the next month "
            f"{self.errors[self.width - 1]:.3f}"
        )
