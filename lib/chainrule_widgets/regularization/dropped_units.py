"""Show which units dropout keeps in a step, and the mean of their outputs over many steps."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
OUTPUTS: Final = (0.4, 1.0, 0.7, 0.2, 0.9, 0.5)
"""The outputs of the six units of the first hidden layer, in this example."""
DRAWS: Final = 1000
_STATE: Final = ("rate", "seed", "training")


def dropped(rate: float, seed: int, training: bool) -> tuple[Array, Array]:
    """Return the outputs after the library's dropout in 1000 steps, and a second mask.

    Shapes: (1000, 6), and (6,) of zeros and ones, for the second hidden layer in the first step.
    """
    rows = np.tile(np.array(OUTPUTS), (DRAWS, 1))
    first = layers.Dropout(rate, seed=seed, dtype="float64")(rows, training=training)
    second = layers.Dropout(rate, seed=seed + 10_000)(np.ones((1, 6)), training=training)
    return np.asarray(first), np.asarray(second)[0] > 0


@final
class DroppedUnits(StateExplorable):
    """Draw a network with two hidden layers and the units that dropout keeps in one step.

    The bars show the outputs of six units: without dropout, in this step, on average over 1000
    steps, and this average without the division by 1 − rate.
    """

    _esm = script(__file__)
    depends_on = _STATE

    rate = traitlets.Float(0.5, min=0.0, max=0.9).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)
    training = traitlets.Bool(True).tag(sync=True)

    def __init__(self, rate: float = 0.5, *, seed: int = 0, training: bool = True) -> None:
        super().__init__(rate=rate, seed=seed, training=training)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        rate, training = min(max(float(asked["rate"]), 0.0), 0.9), bool(asked["training"])
        first, second = dropped(rate, int(asked["seed"]), training)
        mean = first.mean(axis=0)
        answer = {
            "rate": rate,
            "seed": int(asked["seed"]),
            "training": training,
            "input": list(OUTPUTS),
            "now": first[0].tolist(),
            "second": second.tolist(),
            "mean": mean.tolist(),
            "unscaled": (mean * (1 - rate) if training else mean).tolist(),
        }
        return answer, []

    def describe(self) -> str:
        kept = sum(value > 0 for value in self.seen["now"])
        total, mean = sum(OUTPUTS), sum(self.seen["mean"])
        when = "training" if self.training else "inference"
        return (
            f"dropout with rate {self.rate:g}, {when}: {kept} of 6 units of the first layer kept; "
            f"sum of the outputs {total:.2f} without dropout, {mean:.2f} on average over "
            f"{DRAWS} steps"
        )
