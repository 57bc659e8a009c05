"""Draw a network of dense layers with its shapes and its numbers of parameters."""

from collections.abc import Sequence
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import initializers, layers, models

from chainrule_widgets.explorable import StateExplorable, script

_STATE: Final = ("widths", "activation", "seed")
_CHOICES: Final = ("relu", "tanh", "sigmoid", "linear")
_DRAWN: Final = 10
_MOST: Final = 1000
_DEEPEST: Final = 7


def _checked(widths: Sequence[int]) -> list[int]:
    numbers = [int(width) for width in widths]
    if not 2 <= len(numbers) <= _DEEPEST:
        raise ValueError(
            f"Architecture needs 2 to {_DEEPEST} widths, the inputs first and the outputs last, "
            f"but got {len(numbers)}"
        )
    if not all(1 <= width <= _MOST for width in numbers):
        raise ValueError(f"each width must be from 1 to {_MOST}, but got {numbers}")
    return numbers


def _output_activation(outputs: int) -> str:
    """Return sigmoid for one output and softmax for several."""
    return "sigmoid" if outputs == 1 else "softmax"


def built(widths: Sequence[int], activation: str, seed: int) -> models.Sequential:
    """Return a `Sequential` of dense layers; the first width is the number of inputs."""
    last = len(widths) - 1
    dense = [
        layers.Dense(
            width,
            activation=_output_activation(width) if k == last else activation,
            kernel_initializer=initializers.GlorotUniform(seed=seed + k),
            name="output" if k == last else f"hidden_{k}",
        )
        for k, width in enumerate(widths)
        if k
    ]
    return models.Sequential([layers.Input((widths[0],), name="input"), *dense], name="network")


def _places(width: int) -> list[int]:
    """Return which neurons of a layer are drawn: all, or the first ones and the last."""
    return list(range(width)) if width <= _DRAWN else [*range(_DRAWN - 2), width - 1]


@final
class Architecture(StateExplorable):
    """Layers of neurons from the inputs to the outputs, with the weights as lines.

    `widths` has the number of inputs, of neurons in each hidden layer, and of outputs.
    `selected` is the neuron to describe: its layer and its number there.
    """

    _esm = script(__file__)
    depends_on = _STATE

    widths = traitlets.List(traitlets.Int()).tag(sync=True)
    activation = traitlets.Enum(_CHOICES, "relu").tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)
    selected = traitlets.List([1, 0]).tag(sync=True)

    def __init__(
        self, widths: Sequence[int] = (2, 3, 1), activation: str = "relu", *, seed: int = 0
    ) -> None:
        super().__init__(widths=_checked(widths), activation=activation, seed=seed)

    @property
    def model(self) -> models.Sequential:
        """The model that is drawn."""
        return built(self.widths, self.activation, self.seed)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        widths = _checked(asked["widths"])
        chosen = asked["activation"]
        model = built(widths, chosen, asked["seed"])
        places = [_places(width) for width in widths]
        kernels = [layer.get_weights()[0] for layer in model.layers]
        drawn = [
            kernel[np.ix_(before, after)].ravel()
            for kernel, before, after in zip(kernels, places, places[1:], strict=False)
        ]
        table = [
            {
                "activation": chosen if k < len(kernels) - 1 else _output_activation(widths[-1]),
                "shape": [None, *layer.output_shape],
                "kernel": list(kernel.shape),
                "params": layer.count_params(),
            }
            for k, (layer, kernel) in enumerate(zip(model.layers, kernels, strict=True))
        ]
        answer = {**asked, "places": places, "layers": table, "total": model.count_params()}
        return answer, [np.concatenate(drawn).astype("<f4").tobytes()]

    def describe(self) -> str:
        columns = " → ".join(map(str, self.widths))
        parts = " + ".join(str(layer["params"]) for layer in self.seen["layers"])
        return f"A network {columns} with {parts} = {self.seen['total']} parameters"
