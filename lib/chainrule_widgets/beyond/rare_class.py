"""Show how the class weight of a rare class moves the decision boundary of a neuron."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
MANY: Final = 190
FEW: Final = 10
_STEPS: Final = 60
_STATE: Final = ("weight",)


@lru_cache(maxsize=4)
def patients(times: int = 1, seed: int = 8) -> tuple[Array, Array]:
    """Return two measurements of 190 · times healthy and 10 · times ill people; y is 1 if ill."""
    rng = np.random.default_rng(seed)
    healthy = rng.normal([-0.4, -0.3], 0.7, (MANY * times, 2))
    sick = rng.normal([0.9, 0.7], 0.55, (FEW * times, 2))
    return np.concatenate([healthy, sick]), np.repeat([0.0, 1.0], [MANY * times, FEW * times])


@lru_cache(maxsize=1)
def _net() -> models.Sequential:
    neuron = layers.Dense(1, activation="sigmoid", dtype="float64", input_shape=(2,))
    return models.Sequential([neuron])


def fit(weight: float) -> tuple[float, float, float]:
    """Train one neuron with this class weight for ill patients; return w₁, w₂ and b."""
    model, (X, y) = _net(), patients()
    model.compile(optimizers.Adam(0.3), "binary_crossentropy")
    model.set_weights([np.zeros((2, 1)), np.zeros(1)])
    for _ in range(_STEPS):
        model.train_on_batch(X, y, class_weight={0: 1.0, 1: weight})
    (first,), (second,) = model.get_weights()[0].tolist()
    return first, second, float(model.get_weights()[1][0])


@final
class RareClass(StateExplorable):
    """Plot the decision boundary of one neuron for a class weight, with its results."""

    _esm = script(__file__)
    depends_on = _STATE

    weight = traitlets.Float(1.0, min=1.0, max=60.0).tag(sync=True)
    points = traitlets.List().tag(sync=True)

    def __init__(self, weight: float = 1.0) -> None:
        X, y = patients()
        points = np.column_stack([X, y]).round(3).tolist()
        super().__init__(weight=weight, points=points)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        weight = min(max(float(asked["weight"]), 1.0), 60.0)
        w1, w2, b = fit(weight)
        X, y = patients(10, seed=9)
        found = X @ [w1, w2] + b > 0
        table = [
            [int((found[y == true] == predicted).sum()) for predicted in (0, 1)] for true in (0, 1)
        ]
        return {"weight": weight, "line": [w1, w2, b], "table": table}, []

    def describe(self) -> str:
        (healthy, alarms), (missed, found) = self.seen["table"]
        accuracy = (healthy + found) / (healthy + alarms + missed + found)
        return (
            f"weight of ill patients {self.weight:g}: {found} of {missed + found} new ill patients "
            f"found, {alarms} false positives; accuracy {accuracy:.1%}"
        )
