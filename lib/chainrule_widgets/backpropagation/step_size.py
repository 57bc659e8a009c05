"""A trial step can be too long for the curve and too short for the computer: look between."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import losses
from chainrule.activations import relu, sigmoid
from numpy.typing import NDArray

from chainrule_widgets.backpropagation.passes import short
from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
POWERS: Final = np.arange(-16, 0.01, 0.1)
"""The powers of ten that the slider can reach."""


def neuron(w: Array) -> Array:
    """J(w) = (σ(2w − 1) − 1)², one neuron with one weight; the slope is at w = 0.5."""
    predicted = sigmoid(2 * w - 1)[:, np.newaxis]
    return losses.mean_squared_error(np.ones_like(predicted), predicted)


def corner(w: Array) -> Array:
    """J(w) = relu(w), and w = 0.1 lies close to the corner."""
    return relu(w)


_PLACES: Final = {"a neuron's loss": 0.5, "relu near its corner": 0.1}
_FUNCTIONS: Final = {"a neuron's loss": neuron, "relu near its corner": corner}
# J′(0.5) = 2 (σ(0) − 1) · σ′(0) · 2 = 2 · (−1/2) · 1/4 · 2
_DERIVATIVES: Final = {"a neuron's loss": -0.5, "relu near its corner": 1.0}


def table(function: str, precision: str) -> Array:
    """Return a row for each power: h, J(w), J(w + h), J(w − h), one-sided slope, central slope."""
    kind = np.dtype(precision)
    w, h = kind.type(_PLACES[function]), (10.0**POWERS).astype(kind)
    J = _FUNCTIONS[function]
    at, up, down = J(np.full_like(h, w)), J(w + h), J(w - h)
    rows = [h, at, up, down, (up - at) / h, (up - down) / (2 * h)]
    return np.column_stack(rows).astype("<f8")


@final
class StepSize(Explorable):
    """h on an axis of powers of ten: the secant on one side, the error's V on the other.

    The slopes are computed in the kernel, in the precision chosen, with the library's functions.
    """

    _esm = script(__file__)

    function = traitlets.Enum(tuple(_PLACES), "a neuron's loss").tag(sync=True)
    precision = traitlets.Enum(("float64", "float32"), "float64").tag(sync=True)
    power = traitlets.Float(-1.0, min=-16.0, max=0.0).tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)
    lines = traitlets.Dict().tag(sync=True)
    places = traitlets.Dict().tag(sync=True)
    derivatives = traitlets.Dict().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        tables = {
            f"{name}, {kind}": table(name, kind).tobytes()
            for name in _PLACES
            for kind in ("float64", "float32")
        }
        w = np.linspace(-1.5, 2.5, 201)
        lines = {name: J(w).astype("<f4").tobytes() for name, J in _FUNCTIONS.items()}
        super().__init__(
            tables=tables,
            lines=lines,
            places=dict(_PLACES),
            derivatives=dict(_DERIVATIVES),
            **traits,
        )

    def errors(self) -> tuple[float, float]:
        """Return the distance of the one-sided and of the central slope from the true one."""
        row = table(self.function, self.precision)[round((self.power + 16) * 10)]
        true = _DERIVATIVES[self.function]
        return abs(float(row[4]) - true), abs(float(row[5]) - true)

    def describe(self) -> str:
        one, two = self.errors()
        return (
            f"{self.function} in {self.precision}, h = 10^{self.power:g}: the error of the "
            "one-sided difference is "
            f"{short(one)}, the error of the central difference {short(two)}"
        )
