"""Show the hyperparameters of a network as controls and its parameters as squares."""

from functools import cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from chainrule.initializers import GlorotUniform
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
ACTIVATIONS: Final = ("tanh", "relu", "sigmoid")
MOST_STEPS: Final = 60
_NAMES: Final = ("hidden", "depth", "activation", "rate", "steps")


@cache
def _circles() -> tuple[Array, Array]:
    X, y = datasets.circles(100, noise=0.1, seed=0)
    return X, y[:, np.newaxis].astype(float)


def network(hidden: int, depth: int, activation: str) -> models.Sequential:
    """Return 2 inputs, `depth` hidden layers of `hidden` neurons each, and one output."""
    widths = [hidden] * depth
    return models.Sequential(
        [
            layers.Input((2,)),
            *(
                layers.Dense(width, activation, kernel_initializer=GlorotUniform(seed=place))
                for place, width in enumerate(widths)
            ),
            layers.Dense(1, "sigmoid", kernel_initializer=GlorotUniform(seed=depth)),
        ]
    )


@final
class Knobs(StateExplorable):
    """A network whose controls are hyperparameters and whose coloured squares are parameters."""

    _esm = script(__file__)
    depends_on = _NAMES

    hidden = traitlets.Int(4, min=1, max=10).tag(sync=True)
    depth = traitlets.Int(1, min=1, max=3).tag(sync=True)
    activation = traitlets.Enum(ACTIVATIONS, "tanh").tag(sync=True)
    rate = traitlets.Float(0.1, min=0.0, max=2.0).tag(sync=True)
    steps = traitlets.Int(0, min=0, max=MOST_STEPS).tag(sync=True)

    def __init__(
        self,
        hidden: int = 4,
        depth: int = 1,
        activation: str = "tanh",
        rate: float = 0.1,
        steps: int = 0,
    ) -> None:
        super().__init__(
            hidden=hidden, depth=depth, activation=activation, rate=float(rate), steps=steps
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        hidden = min(max(int(asked["hidden"]), 1), 10)
        depth = min(max(int(asked["depth"]), 1), 3)
        steps = min(max(int(asked["steps"]), 0), MOST_STEPS)
        X, y = _circles()
        model = network(hidden, depth, asked["activation"])
        model.compile(optimizers.Adam(float(asked["rate"])), "binary_crossentropy")
        for _ in range(steps):
            model.train_on_batch(X, y)
        weights = model.get_weights()
        answer = {
            **asked,
            "parameters": model.count_params(),
            "shapes": [list(w.shape) for w in weights],
            "right": int(((model.predict(X) > 0.5) == (y > 0)).sum()),
            "of": len(y),
            "loss": float(model.evaluate(X, y)),
        }
        return answer, [np.concatenate([w.ravel() for w in weights]).astype("<f4").tobytes()]

    def describe(self) -> str:
        shapes = ", ".join("×".join(map(str, shape)) for shape in self.seen["shapes"])
        return (
            f"{len(_NAMES)} hyperparameters, {self.seen['parameters']} parameters "
            f"in arrays of {shapes}; after {self.steps} steps "
            f"{self.seen['right']} of {self.seen['of']} right"
        )
