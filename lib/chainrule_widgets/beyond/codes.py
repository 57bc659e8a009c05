"""Compare numbers and one-hot rows as inputs that encode names."""

from collections.abc import Sequence
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
TOWNS: Final = ("Aarhus", "Bonn", "Cork", "Delft", "Evora")
RENTS: Final = (9.0, 14.0, 6.0, 17.0, 8.0)
_STATE: Final = ("rents", "order")


def learned(X: Array, y: Array, rate: float, *, use_bias: bool) -> Array:
    """Train a linear neuron a few steps with the best learning rate; return its predictions."""
    neuron = layers.Dense(1, use_bias=use_bias, dtype="float64", kernel_initializer="zeros")
    model = models.Sequential([neuron])
    model.compile(optimizers.SGD(rate), "mse")
    for _ in range(4):
        model.train_on_batch(X, y[:, np.newaxis])
    return np.asarray(model.predict(X)[:, 0])


@final
class Codes(StateExplorable):
    """Plot the rents of five towns, predicted from the town's number and from its one-hot row."""

    _esm = script(__file__)
    depends_on = _STATE

    towns = traitlets.List(list(TOWNS)).tag(sync=True)
    rents = traitlets.List(traitlets.Float(min=0.0, max=20.0), minlen=5, maxlen=5).tag(sync=True)
    order = traitlets.List(traitlets.Int(), minlen=5, maxlen=5).tag(sync=True)

    def __init__(
        self, rents: Sequence[float] = RENTS, *, order: Sequence[int] = (0, 1, 2, 3, 4)
    ) -> None:
        if sorted(order) != list(range(len(TOWNS))):
            raise ValueError(f"order={list(order)}: it must contain 0 to 4, each once")
        super().__init__(rents=[float(rent) for rent in rents], order=list(order))

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        rents, order = np.array(asked["rents"], float), np.array(asked["order"], int)
        y = rents[order]  # y[k] is the rent of the town with the number k
        scale = layers.Normalization(dtype="float64")
        numbers = np.arange(5.0)[:, np.newaxis]
        scale.adapt(numbers)
        # The curvature is 2 for the standardized numbers, and 2/5 for a one-hot column. The best
        # learning rate is 1 divided by the curvature.
        by_number = learned(scale(numbers), y, 0.5, use_bias=True)
        by_row = learned(np.eye(5), y, 2.5, use_bias=False)
        answer = {"by_number": by_number.tolist(), "by_row": by_row.tolist()}
        errors = [float(np.mean((predicted - y) ** 2)) for predicted in (by_number, by_row)]
        return {**asked, **answer, "errors": errors}, []

    def describe(self) -> str:
        names = ", ".join(TOWNS[i] for i in self.order)
        return (
            f"towns numbered in the order {names}: from the number the squared error is "
            f"{self.seen['errors'][0]:.3g}, from the one-hot row {self.seen['errors'][1]:.3g}"
        )
