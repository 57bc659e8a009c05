"""Show gradient descent with and without clipping on a loss with a flat and a steep part."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
TIMES: Final = 12
TARGET: Final = 1.0
STEPS: Final = 40
_AWAY: Final = 2.0
_STATE: Final = ("start", "learning_rate", "limit")
_X: Final = np.ones((1, 1))


@lru_cache(maxsize=1)
def net() -> models.Model:
    """Return ŷ = w¹² x: one dense layer with one weight, applied twelve times."""
    x = signal = layers.Input(shape=(1,), dtype="float64")
    again = layers.Dense(1, use_bias=False, dtype="float64")
    for _ in range(TIMES):
        signal = again(signal)
    model = models.Model(inputs=x, outputs=signal)
    model.compile("sgd", "mse")
    return model


def descend(start: float, learning_rate: float, limit: float) -> list[float]:
    """Return the weights of gradient descent on J = (w¹² − 1)², clipped by norm if limit > 0."""
    model = net()
    model.set_weights([[[start]]])
    sgd = optimizers.SGD(learning_rate, global_clipnorm=limit if limit > 0 else None)
    (w,) = model.trainable_weights
    path, moving = [start], np.array([[start]])
    for _ in range(STEPS):
        _, gradient = model.gradients(_X, [[TARGET]])
        sgd.apply_gradients([(gradient[0], moving)])
        w.assign(moving)
        path.append(float(moving[0, 0]))
        if abs(path[-1]) > _AWAY:
            break
    return path


@final
class Cliff(StateExplorable):
    """Plot J = (w¹² − 1)² and gradient descent from any start, with clipping by norm."""

    _esm = script(__file__)
    depends_on = _STATE

    start = traitlets.Float(1.2, min=0.5, max=1.25).tag(sync=True)
    learning_rate = traitlets.Float(0.005, min=0.0005, max=0.02).tag(sync=True)
    limit = traitlets.Float(0.0, min=0.0, max=20.0).tag(sync=True)

    def __init__(
        self, start: float = 1.2, *, learning_rate: float = 0.005, limit: float = 0.0
    ) -> None:
        super().__init__(start=start, learning_rate=learning_rate, limit=limit)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        path = descend(*(float(asked[name]) for name in _STATE))
        return {**asked, "path": path, "away": abs(path[-1]) > _AWAY}, []

    def describe(self) -> str:
        clip = f"clipped to {self.limit:g}" if self.limit else "without clipping"
        end = self.seen["path"][-1]
        if self.seen["away"]:
            return f"from w = {self.start:g}, {clip}: diverges to w = {end:.3g}"
        steps = len(self.seen["path"]) - 1
        return (
            f"from w = {self.start:g}, {clip}: at w = {end:.4g} after {steps} steps, "
            f"and the minimum is at {TARGET ** (1 / TIMES):g}"
        )
