"""A real network goes back layer by layer, and every weight gets its slope from the layer after."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import datasets, layers, models, optimizers
from chainrule.initializers import LecunNormal
from numpy.typing import NDArray

from chainrule_widgets.backpropagation.passes import short
from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
_WIDTH: Final = 4
_STEPS: Final = 30
_DATA: Final = datasets.xor(40, seed=3)
_STATE: Final = ("activation", "hidden", "seed", "steps")
_ACTIVATIONS: Final = ("tanh", "sigmoid", "relu", "linear")


def network(activation: str, hidden: int, seed: int, steps: int) -> models.Sequential:
    """Return a network for xor after some steps of training, in float64."""
    model = models.Sequential([layers.Input(shape=(2,), dtype="float64")])
    for k in range(hidden + 1):
        last = k == hidden
        model.add(
            layers.Dense(
                1 if last else _WIDTH,
                "sigmoid" if last else activation,
                kernel_initializer=LecunNormal(seed=100 * seed + k),
                dtype="float64",
            )
        )
    model.compile(optimizers.SGD(1.0), "binary_crossentropy")
    X, y = _DATA
    for _ in range(steps):
        model.train_on_batch(X, y)
    return model


@final
class Backward(StateExplorable):
    """The slopes of all weights of a small network on xor, for as many layers as one has gone back.

    A line's width is the size of its weight's slope, dashed where the slope is negative; the bars
    below are the sizes of each layer's gradient.
    """

    _esm = script(__file__)
    depends_on = _STATE

    activation = traitlets.Enum(_ACTIVATIONS, "tanh").tag(sync=True)
    hidden = traitlets.Int(2, min=1, max=6).tag(sync=True)
    back = traitlets.Int(0, min=0, max=7).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)
    steps = traitlets.Int(0, min=0, max=_STEPS).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        hidden = min(max(int(asked["hidden"]), 1), 6)
        steps = min(max(int(asked["steps"]), 0), _STEPS)
        model = network(asked["activation"], hidden, int(asked["seed"]), steps)
        loss, gradients = model.gradients(*_DATA)
        kernels = gradients[::2]
        return {
            **asked,
            "loss": loss,
            "gradients": [kernel.tolist() for kernel in kernels],
            "sizes": [float(np.linalg.norm(kernel)) for kernel in kernels],
        }, []

    def describe(self) -> str:
        sizes = ", ".join(short(size) for size in self.seen["sizes"])
        return (
            f"{self.hidden} hidden layers of {_WIDTH} units with {self.activation} for the xor "
            "data, after "
            f"{self.steps} steps: loss {short(self.seen['loss'])}; norms of the gradients of the "
            f"weights, from the first layer to the last: {sizes}"
        )
