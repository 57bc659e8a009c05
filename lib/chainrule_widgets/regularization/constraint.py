"""Show the weights with the smallest sum of loss and penalty, for L1 and L2."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import regularizers
from chainrule.losses import mean_squared_error
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.regularization.shrinking import PENALTIES, best_weights

Array = NDArray[Any]
EDGE: Final = 2.0
_CELLS: Final = 48
_PENALTIES: Final = {"l1": regularizers.l1(1.0), "l2": regularizers.l2(1.0)}
_STATE: Final = ("kind", "strength", "w1", "w2")


def inputs() -> Array:
    """Return forty examples of two correlated features."""
    rng = np.random.default_rng(0)
    X = rng.standard_normal((40, 2)) @ np.array([[1.0, 0.5], [0.0, 0.8]])
    return np.asarray((X - X.mean(axis=0)) / X.std(axis=0))


@final
class Constraint(StateExplorable):
    """Draw the plane of two weights, with lines of equal loss and a region of equal penalty.

    The star marks the weights with the smallest loss and can be dragged. The dot marks the weights
    with the smallest sum of loss and penalty. The region contains all weights whose penalty is at
    most the dot's: a diamond for L1, a disc for L2.
    """

    _esm = script(__file__)
    depends_on = _STATE

    kind = traitlets.Enum(PENALTIES, "l1").tag(sync=True)
    strength = traitlets.Float(0.5, min=0.0, max=3.0).tag(sync=True)
    w1 = traitlets.Float(0.5, min=-EDGE, max=EDGE).tag(sync=True)
    w2 = traitlets.Float(1.4, min=-EDGE, max=EDGE).tag(sync=True)

    def __init__(
        self, kind: str = "l1", *, strength: float = 0.5, w1: float = 0.5, w2: float = 1.4
    ) -> None:
        self._X = inputs()
        super().__init__(kind=kind, strength=strength, w1=w1, w2=w2)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        kind, strength = str(asked["kind"]), float(asked["strength"])
        star = np.array([float(asked["w1"]), float(asked["w2"])])
        y = self._X @ star
        dot = best_weights(self._X, y, kind, strength)
        axis = np.linspace(-EDGE, EDGE, _CELLS)
        grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
        predicted = grid @ self._X.T
        field = mean_squared_error(np.broadcast_to(y, predicted.shape), predicted)
        answer = {
            **asked,
            "solution": dot.tolist(),
            "loss": float(mean_squared_error(y, self._X @ dot)),
            "penalty": float(_PENALTIES[kind](dot)),
        }
        return answer, [np.asarray(field).astype("<f4").tobytes()]

    def describe(self) -> str:
        w1, w2 = self.seen["solution"]
        zeros = sum(w == 0 for w in (w1, w2))
        return (
            f"{self.kind.upper()} with λ = {self.strength:g}: the best weights ({self.w1:g}, "
            f"{self.w2:g}) become ({w1:.3f}, {w2:.3f}); {zeros} of them exactly 0"
        )
