"""Step through the training loop: data, layers, loss and optimizer."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers, models, optimizers

from chainrule_widgets.explorable import StateExplorable, script

_STATE: Final = ("loss", "optimizer", "learning_rate")
_LOSSES: Final = ("mse", "mae")
_OPTIMIZERS: Final = ("SGD", "RMSprop", "Adam")
_STEPS: Final = 60
_X: Final = np.array([[-1.0], [0.0], [1.0], [2.0]])
_Y: Final = np.array([[-1.0], [1.0], [3.0], [5.0]])
"""Four points of y = 2x + 1."""


def learner(loss: str, optimizer: str, learning_rate: float) -> models.Sequential:
    """Return a compiled model of one neuron with one input, whose weight and bias are 0."""
    dense = layers.Dense(1, kernel_initializer="zeros", name="dense", dtype="float64")
    model = models.Sequential([layers.Input((1,), name="input", dtype="float64"), dense], "line")
    model.compile(getattr(optimizers, optimizer)(learning_rate), loss)
    return model


@lru_cache(maxsize=256)
def steps(loss: str, optimizer: str, learning_rate: float) -> list[dict[str, Any]]:
    """Return the weights, predictions, loss and gradient at each training step."""
    model = learner(loss, optimizer, learning_rate)
    seen = []
    for _ in range(_STEPS + 1):
        value, (gradient_w, gradient_b) = model.gradients(_X, _Y)
        w, b = model.get_weights()
        seen.append(
            {
                "w": float(w[0, 0]),
                "b": float(b[0]),
                "predictions": model.predict(_X)[:, 0].tolist(),
                "loss": value,
                "gradient": [float(gradient_w[0, 0]), float(gradient_b[0])],
            }
        )
        model.train_on_batch(_X, _Y)
    return seen


@final
class TrainingLoop(StateExplorable):
    """One neuron learns y = 2x + 1 from four points; each click runs the next of four objects.

    `clicks` is the number of clicks since the start: four clicks are one training step.
    """

    _esm = script(__file__)
    depends_on = _STATE

    loss = traitlets.Enum(_LOSSES, "mse").tag(sync=True)
    optimizer = traitlets.Enum(_OPTIMIZERS, "SGD").tag(sync=True)
    learning_rate = traitlets.Float(0.1, min=0.01, max=0.8).tag(sync=True)
    clicks = traitlets.Int(0, min=0, max=4 * _STEPS).tag(sync=True)
    x = traitlets.List(_X[:, 0].tolist()).tag(sync=True)
    y = traitlets.List(_Y[:, 0].tolist()).tag(sync=True)

    def __init__(
        self,
        loss: str = "mse",
        optimizer: str = "SGD",
        learning_rate: float = 0.1,
        *,
        clicks: int = 0,
    ) -> None:
        super().__init__(loss=loss, optimizer=optimizer, learning_rate=learning_rate, clicks=clicks)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        rate = round(float(asked["learning_rate"]), 4)
        return {**asked, "steps": steps(asked["loss"], asked["optimizer"], rate)}, []

    def describe(self) -> str:
        step, part = divmod(self.clicks, 4)
        now = self.seen["steps"][step]
        return (
            f"{self.optimizer} on {self.loss}, learning rate {self.learning_rate:g}, step {step}, "
            f"stage {part + 1} of 4: ŷ = {now['w']:.4g} x + {now['b']:.4g}, "
            f"loss {now['loss']:.4g}"
        )
