"""Show the output of each neuron of a network for all points of the plane."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import activations, datasets, initializers, layers, losses, models, optimizers
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
_STATE: Final = ("hidden", "data", "activation", "seed", "step", "off")
_DATA: Final = ("xor", "circles", "moons", "blobs")
_CHOICES: Final = ("tanh", "relu", "sigmoid", "linear")
_CELLS: Final = 32
_EDGE: Final = 1.5
_STEPS: Final = 400
_PACE: Final = 0.05
_MOST: Final = 6


def points(name: str) -> tuple[Array, Array]:
    """Return 120 points of two classes within ±1.5, always the same."""
    if name == "blobs":
        X, y = datasets.blobs(120, classes=2, seed=0)
        return np.clip(X / 4.5, -1.45, 1.45), y.astype(float)
    X, y = {
        "xor": lambda: datasets.xor(120, noise=0.05, seed=0),
        "circles": lambda: datasets.circles(120, noise=0.08, factor=0.4, seed=0),
        "moons": lambda: datasets.moons(120, noise=0.08, seed=0),
    }[name]()
    return 0.85 * (X - (0.5, 0.25)) if name == "moons" else X, y.astype(float)


def _network(hidden: Sequence[int], activation: str, seed: int) -> models.Sequential:
    widths = [*hidden, 1]
    dense = [
        layers.Dense(
            width,
            activation="sigmoid" if k == len(hidden) else activation,
            kernel_initializer=initializers.GlorotUniform(seed=seed + k),
            name=f"dense_{k}",
        )
        for k, width in enumerate(widths)
    ]
    return models.Sequential([layers.Input((2,), name="input"), *dense], name="network")


@lru_cache(maxsize=24)
def learned(hidden: tuple[int, ...], data: str, activation: str, seed: int) -> list[list[Array]]:
    """Return the weights before training and after each full-batch step of Adam."""
    model = _network(hidden, activation, seed)
    model.compile(optimizers.Adam(_PACE), "binary_crossentropy")
    X, y = points(data)
    path = [model.get_weights()]
    for _ in range(_STEPS):
        model.train_on_batch(X, y)
        path.append(model.get_weights())
    return path


def forward(model: models.Sequential, X: Array, off: Sequence[Sequence[int]]) -> list[Array]:
    """Return the outputs of each layer; the next layer gets 0 from a neuron that is off."""
    outputs, h = [], X
    for k, layer in enumerate(model.layers):
        outputs.append(layer(h))
        h = outputs[-1].copy()
        h[:, [neuron for column, neuron in off if column == k]] = 0
    return outputs


def _checked(hidden: Sequence[int]) -> list[int]:
    widths = [int(width) for width in hidden]
    if not (1 <= len(widths) <= 2 and all(1 <= width <= _MOST for width in widths)):
        raise ValueError(
            f"Responses needs one or two hidden layers of 1 to {_MOST} neurons, but got {widths}"
        )
    return widths


@final
class Responses(StateExplorable):
    """A network with two inputs, where each neuron is a picture of its outputs over the plane.

    `step` is the number of training steps so far; `off` lists the neurons that are switched off,
    each as its hidden layer and its number there.
    """

    _esm = script(__file__)
    depends_on = _STATE

    hidden = traitlets.List(traitlets.Int()).tag(sync=True)
    data = traitlets.Enum(_DATA, "xor").tag(sync=True)
    activation = traitlets.Enum(_CHOICES, "tanh").tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)
    step = traitlets.Int(_STEPS, min=0, max=_STEPS).tag(sync=True)
    off = traitlets.List().tag(sync=True)

    def __init__(
        self,
        hidden: Sequence[int] = (3,),
        data: str = "xor",
        activation: str = "tanh",
        *,
        seed: int = 0,
        step: int = _STEPS,
    ) -> None:
        widths = _checked(hidden)
        super().__init__(hidden=widths, data=data, activation=activation, seed=seed, step=step)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        hidden = tuple(_checked(asked["hidden"]))
        model = _network(hidden, asked["activation"], asked["seed"])
        weights = learned(hidden, asked["data"], asked["activation"], asked["seed"])[asked["step"]]
        model.set_weights(weights)
        X, y = points(asked["data"])
        p = forward(model, X, asked["off"])[-1][:, 0]
        axis = np.linspace(-_EDGE, _EDGE, _CELLS)
        grid = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
        fields = np.concatenate(forward(model, grid, asked["off"]), axis=1).T
        answer = {
            **asked,
            "right": int(((p > 0.5) == (y > 0.5)).sum()),
            "of": len(y),
            "loss": float(losses.BinaryCrossentropy()(y, p)),
            "middle": float(activations.get(asked["activation"])(0.0)),
            "kernels": [kernel.round(4).tolist() for kernel in weights[::2]],
        }
        dots = np.column_stack([X, y, p > 0.5])
        return answer, [array.astype("<f4").tobytes() for array in (fields, dots)]

    def describe(self) -> str:
        sizes = " and ".join(map(str, self.hidden))
        return (
            f"{sizes} hidden {self.activation} neurons on '{self.data}' after {self.step} steps: "
            f"{self.seen['right']} of {self.seen['of']} right, loss {self.seen['loss']:.3g}"
        )
