"""Show that two hidden units with equal initial weights stay equal."""

from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import layers, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import Explorable, script

Array = NDArray[Any]
INITIAL: Final = ("zero", "constant", "random")
STEPS: Final = 300


def corner() -> tuple[Array, Array]:
    """Return points X (120, 2), and y = 1 in the upper right corner, which needs two units."""
    X = np.random.default_rng(2).uniform(-2, 2, (120, 2))
    return X, (X.min(axis=1, keepdims=True) > -0.5).astype(float)


def _begun(initial: str) -> list[Array]:
    """Return the initial W (2, 2), b (2,), v (2, 1), c (1,)."""
    rng = np.random.default_rng(11)
    draws = [rng.normal(scale=0.7, size=shape) for shape in ((2, 2), (2, 1))]
    W, v = {
        "zero": (np.zeros((2, 2)), np.zeros((2, 1))),
        "constant": (np.full((2, 2), 0.5), np.full((2, 1), 0.5)),
        "random": (draws[0], draws[1]),
    }[initial]
    return [W, np.zeros(2), v, np.zeros(1)]


@lru_cache(maxsize=8)
def trained(initial: str) -> dict[str, Any]:
    """Train two tanh units and a sigmoid for 300 steps; record both units' weights."""
    X, y = corner()
    hidden = layers.Dense(2, activation="tanh", dtype="float64", input_shape=(2,))
    model = models.Sequential([hidden, layers.Dense(1, activation="sigmoid", dtype="float64")])
    model.compile(optimizers.SGD(0.5, momentum=0.8), "binary_crossentropy")
    model.set_weights(_begun(initial))
    units, losses = [hidden.kernel.numpy().T], []
    for _ in range(STEPS):
        losses.append(model.train_on_batch(X, y))
        units.append(hidden.kernel.numpy().T)
    losses.append(float(model.evaluate(X, y)))
    right = int(((model.predict(X) > 0.5) == (y > 0.5)).sum())
    return {
        "units": np.round(units, 5).tolist(),
        "losses": np.round(losses, 5).tolist(),
        "right": right,
        "of": len(y),
    }


@final
class EqualUnits(Explorable):
    """Plot the weights of two hidden units as two points during training."""

    _esm = script(__file__)

    initial = traitlets.Enum(INITIAL, "constant").tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    runs = traitlets.Dict().tag(sync=True)

    def __init__(self, initial: str = "constant", *, step: int = 0) -> None:
        runs = {name: trained(name) for name in INITIAL}
        super().__init__(initial=initial, step=step, runs=runs)

    @property
    def apart(self) -> float:
        """The distance of the weights of the two units at this step."""
        one, other = np.array(self.runs[self.initial]["units"][self.step])
        return float(np.linalg.norm(one - other))

    def describe(self) -> str:
        run = self.runs[self.initial]
        return (
            f"{self.initial} initialization, step {self.step}: distance of the two units "
            f"{self.apart:.3g}, loss {run['losses'][self.step]:.3f}; after {STEPS} steps "
            f"{run['right']} of {run['of']} predictions are right"
        )
