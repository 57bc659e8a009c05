"""Show a small network before, during and after training: "Will I pass this class?"."""

from functools import cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers, models, optimizers
from chainrule.initializers import RandomNormal
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.perceptron.students import class_list

Array = NDArray[Any]
STEPS: Final = 150
RATES: Final = (0.003, 0.1, 3.0)
MOST: Final = np.array([8.0, 10.0])
"""The largest number of lectures and of hours, by which the inputs are divided."""
_CELLS: Final = 48


def network() -> models.Sequential:
    """Return an untrained network with 2 inputs, 3 hidden neurons and 1 output.

    The seeds are chosen so that its prediction for (4, 5) is about 0.1, as on the slide.
    """
    draws = [RandomNormal(0.0, 1.0, seed=seed) for seed in (356, 1_000_356, 357, 1_000_357)]
    return models.Sequential(
        [
            layers.Input((2,), dtype="float64"),
            layers.Dense(3, "tanh", True, draws[0], draws[1], dtype="float64"),
            layers.Dense(1, "sigmoid", True, draws[2], draws[3], dtype="float64"),
        ]
    )


@cache
def training(learning_rate: float) -> tuple[list[list[Array]], list[float]]:
    """Train on all students, and return the weights and the loss after 0 to 150 steps."""
    X, y = class_list()
    model = network()
    model.compile(optimizers.Adam(learning_rate), "binary_crossentropy")
    weights, losses = [], []
    for _ in range(STEPS + 1):
        weights.append(model.get_weights())
        losses.append(model.train_on_batch(X / MOST, y[:, np.newaxis]))
    return weights, losses


@final
class PassClass(StateExplorable):
    """The students of last year, the network's predictions for all inputs, and you."""

    _esm = script(__file__)
    depends_on = ("lectures", "hours", "step", "learning_rate")

    lectures = traitlets.Float(4.0, min=0.0, max=8.0).tag(sync=True)
    hours = traitlets.Float(5.0, min=0.0, max=10.0).tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    learning_rate = traitlets.Enum(RATES, 0.1).tag(sync=True)
    students = traitlets.Bytes().tag(sync=True)

    def __init__(
        self,
        lectures: float = 4.0,
        hours: float = 5.0,
        *,
        step: int = 0,
        learning_rate: float = 0.1,
    ) -> None:
        self._model = network()
        super().__init__(
            lectures=float(lectures),
            hours=float(hours),
            step=step,
            learning_rate=learning_rate,
            students=np.column_stack(class_list()).astype("<f4").tobytes(),
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        rate = min(RATES, key=lambda known: abs(known - float(asked["learning_rate"])))
        step = min(max(int(asked["step"]), 0), STEPS)
        weights, losses = training(rate)
        self._model.set_weights(weights[step])
        X, y = class_list()
        axis = (np.arange(_CELLS) + 0.5) / _CELLS
        grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
        you = np.array([[float(asked["lectures"]), float(asked["hours"])]]) / MOST
        p = np.asarray(self._model.predict(np.concatenate([you, X / MOST, grid])))[:, 0]
        answer = {
            **asked,
            "p": float(p[0]),
            "loss": losses[step],
            "right": int(((p[1 : len(y) + 1] > 0.5) == (y > 0)).sum()),
            "of": len(y),
            "passed": int(y.sum()),
        }
        return answer, [p[len(y) + 1 :].astype("<f4").tobytes()]

    def describe(self) -> str:
        return (
            f"after {self.step} steps with a learning rate of {self.learning_rate:g}: "
            f"for {self.lectures:g} lectures and {self.hours:g} hours, "
            f"p(pass) = {self.seen['p']:.3f}; {self.seen['right']} of {self.seen['of']} "
            "predictions for last year's students are right"
        )
