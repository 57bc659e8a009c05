"""Show how the scale of x changes the loss surface of a straight line."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import optimizers
from chainrule.layers import Normalization
from chainrule.losses import mean_squared_error
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
SCALES: Final = ("as it is", "to [0, 1]", "to [−1, 1]", "mean 0, deviation 1")
_STATE: Final = ("scale", "mean", "deviation", "learning_rate")
_START: Final = np.array([1.5, 1.2])
_DRAWN: Final = 120
_ENOUGH: Final = 0.05
"""The steps are counted until this part of the distance to the minimum is left."""


def measured(mean: float, deviation: float) -> tuple[Array, Array]:
    """Return forty x with this mean and deviation, and y = 1 + 2 · standardized x + noise."""
    rng = np.random.default_rng(4)
    x = rng.uniform(-1, 1, 40)
    x = (x - x.mean()) / x.std()
    y = 1 + 2 * x + 0.3 * rng.standard_normal(40)
    return mean + deviation * x, y


def scaled(x: Array, scale: str) -> Array:
    """Return x on a scale.

    Raises:
        ValueError: if there is no scale of that name.
    """
    if scale not in SCALES:
        raise ValueError(f"there is no scale {scale!r}; the scales are {', '.join(SCALES)}")
    if scale == SCALES[0]:
        return x
    if scale == SCALES[3]:
        layer = Normalization(dtype="float64")
        layer.adapt(x[:, np.newaxis])
        return np.asarray(layer(x[:, np.newaxis])[:, 0])
    part = (x - x.min()) / (x.max() - x.min())
    return np.asarray(part if scale == SCALES[1] else 2 * part - 1)


@final
class Ravine(StateExplorable):
    """Plot contour lines of the mean squared error of ŷ = w₀ + w₁ x, and gradient descent.

    x has a mean and a standard deviation, and is scaled first. Gradient descent always starts at
    the same distance from its minimum. The steps are counted until 5 % of it are left.
    """

    _esm = script(__file__)
    depends_on = _STATE

    scale = traitlets.Enum(SCALES, SCALES[0]).tag(sync=True)
    mean = traitlets.Float(3.0, min=0.0, max=4.0).tag(sync=True)
    deviation = traitlets.Float(1.0, min=0.2, max=3.0).tag(sync=True)
    learning_rate = traitlets.Float(0.05, min=0.005, max=1.0).tag(sync=True)

    def __init__(
        self,
        scale: str = SCALES[0],
        *,
        mean: float = 3.0,
        deviation: float = 1.0,
        learning_rate: float = 0.05,
    ) -> None:
        scaled(np.array([0.0, 1.0]), scale)
        super().__init__(scale=scale, mean=mean, deviation=deviation, learning_rate=learning_rate)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        x, y = measured(float(asked["mean"]), float(asked["deviation"]))
        X = np.column_stack([np.ones(len(x)), scaled(x, asked["scale"])])
        hessian = 2 * X.T @ X / len(X)
        best = np.linalg.lstsq(X, y, rcond=None)[0]
        flat, steep = np.linalg.eigvalsh(hessian)
        rate = float(asked["learning_rate"])
        best_rate, fewest = _quickest(hessian, flat, steep)
        path = _descent(X, y, best + _START, rate) - best
        answer = {
            "hessian": hessian.tolist(),
            "best": best.tolist(),
            "least": float(mean_squared_error(y, X @ best)),
            "flat": float(flat),
            "steep": float(steep),
            "best_rate": best_rate,
            "path": np.round(path, 5).tolist(),
            "steps": _steps(hessian, rate),
            "fewest": fewest,
        }
        return {**asked, **answer}, []

    def describe(self) -> str:
        steps = self.seen["steps"]
        return (
            f"x {self.scale}: the ratio of the largest to the smallest curvature is "
            f"{self.seen['steep'] / self.seen['flat']:.3g}; with a learning rate of "
            f"{self.learning_rate:g} gradient descent "
            + ("diverges" if steps is None else f"needs {steps} steps")
        )


def _descent(X: Array, y: Array, start: Array, rate: float) -> Array:
    """Return the path of the library's SGD, until it is long enough or has left the plot."""
    w, sgd = start.copy(), optimizers.SGD(rate)
    path = [w.copy()]
    while len(path) <= _DRAWN and np.abs(w - start).max() < 40:
        sgd.apply_gradients([(2 * X.T @ (X @ w - y) / len(y), w)])
        path.append(w.copy())
    return np.array(path)


def _steps(hessian: Array, rate: float) -> int | None:
    """Count the steps: along each axis of the ellipse, a step multiplies by 1 − η λ."""
    curvature, axes = np.linalg.eigh(hessian)
    left = (axes.T @ _START) ** 2
    goal, shrink = _ENOUGH**2 * left.sum(), (1 - rate * curvature) ** 2
    if (shrink >= 1).any():
        return None
    low, high = 0, 1
    while left @ shrink**high > goal:
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if left @ shrink**middle > goal else (low, middle)
    return high


def _quickest(hessian: Array, flat: float, steep: float) -> tuple[float, int]:
    """Return the learning rate that needs the fewest steps, among some that converge."""
    rates = [2 / (flat + steep), *(part / steep for part in np.linspace(0.8, 1.96, 13))]
    steps = [(_steps(hessian, float(rate)) or np.inf, float(rate)) for rate in rates]
    fewest, rate = min(steps, key=lambda pair: pair[0])
    return rate, int(fewest)
