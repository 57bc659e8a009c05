"""Two weights, two products of factors: is the product the slope of the curve, or is it not?"""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import losses
from chainrule.activations import sigmoid
from chainrule.gradients import numerical_gradient
from numpy.typing import NDArray

from chainrule_widgets.backpropagation.passes import short
from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
WEIGHTS: Final = np.linspace(-6, 6, 241)
_SQUARED: Final = losses.MeanSquaredError()
_STATE: Final = ("w1", "w2", "x", "y", "weight")


def loss_line(w1: Any, w2: Any, x: float, y: float) -> Array:
    """Return J = (ŷ − y)² with z₁ = σ(w₁x) and ŷ = σ(w₂z₁), for one weight or for many."""
    predicted = np.atleast_1d(sigmoid(w2 * sigmoid(w1 * x)))[:, np.newaxis]
    return losses.mean_squared_error(np.full_like(predicted, y), predicted)


def factors(w1: float, w2: float, x: float, y: float) -> dict[str, float]:
    """Return every factor of the two products, and the one that deck D1 prints in the wrong place.

    Here w₂ and z₁ each enter ŷ by ŷ = σ(w₂z₁), and w₁ enters z₁ by z₁ = σ(w₁x).
    """
    z1 = float(sigmoid(w1 * x))
    predicted = float(sigmoid(w2 * z1))
    outer, inner = float(sigmoid.derivative(w2 * z1)), float(sigmoid.derivative(w1 * x))
    return {
        "∂J/∂ŷ": float(_SQUARED.gradient([y], [predicted])[0]),
        "∂ŷ/∂w₂": outer * z1,
        "∂ŷ/∂z₁": outer * w2,
        "∂z₁/∂w₁": inner * x,
        "∂ŷ/∂w₁": outer * w2 * inner * x,
    }


@final
class Factors(StateExplorable):
    """x → z₁ → ŷ → J: the loss over one weight, and the product of factors as a tangent to it.

    With `printed` the third factor of ∂J/∂w₁ is the one on deck D1, ∂ŷ/∂w₁, and not ∂z₁/∂w₁.
    """

    _esm = script(__file__)
    depends_on = _STATE

    w1 = traitlets.Float(1.0, min=-6.0, max=6.0).tag(sync=True)
    w2 = traitlets.Float(-1.0, min=-6.0, max=6.0).tag(sync=True)
    x = traitlets.Float(1.0, min=-3.0, max=3.0).tag(sync=True)
    y = traitlets.Float(1.0, min=0.0, max=1.0).tag(sync=True)
    weight = traitlets.Enum(("w₁", "w₂"), "w₁").tag(sync=True)
    printed = traitlets.Bool(False).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        w1, w2, x, y = (float(asked[name]) for name in _STATE[:4])
        first = asked["weight"] == "w₁"
        line = loss_line(WEIGHTS, w2, x, y) if first else loss_line(w1, WEIGHTS, x, y)
        trial = numerical_gradient(lambda w: float(loss_line(w[0], w[1], x, y)[0]), [w1, w2])
        height = float(loss_line(w1, w2, x, y)[0])
        answer = {**asked, "factors": factors(w1, w2, x, y), "trial": trial.tolist(), "J": height}
        return answer, [line.astype("<f4").tobytes()]

    def product(self) -> float:
        """The product that is drawn as a tangent."""
        f = factors(self.w1, self.w2, self.x, self.y)
        if self.weight == "w₂":
            return f["∂J/∂ŷ"] * f["∂ŷ/∂w₂"]
        return f["∂J/∂ŷ"] * f["∂ŷ/∂z₁"] * f["∂ŷ/∂w₁" if self.printed else "∂z₁/∂w₁"]

    def describe(self) -> str:
        trial = self.seen["trial"][self.weight == "w₂"]
        return (
            f"w₁ = {short(self.w1)}, w₂ = {short(self.w2)}, x = {short(self.x)}, "
            f"y = {short(self.y)}: the product for ∂J/∂{self.weight} is {short(self.product())}, "
            f"and the numerical derivative is {short(trial)}"
        )
