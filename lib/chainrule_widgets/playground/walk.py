"""One example on its way through the network and back: every sum, every answer, every slope."""

from typing import Any, TypeAlias

import numpy as np
from chainrule.layers import Dropout
from numpy.typing import NDArray

from chainrule_widgets.playground.frame import finite
from chainrule_widgets.playground.run import Run

Array: TypeAlias = NDArray[Any]


def walk(run: Run, example: int) -> dict[str, Any]:
    """Return the inputs, and of each layer z, a, ∂J/∂a and ∂J/∂z, for one training example.

    J is the loss of this example alone, at inference: nothing is dropped. z is the sum of the dense
    layer, after batch normalisation where there is one.
    """
    example %= run.data.train
    x, y = run.inputs[example : example + 1], run.targets[example : example + 1]
    layers = [layer for layer in run.net.model.layers if not isinstance(layer, Dropout)]
    ends = [layers.index(bend) for bend in run.net.activations]
    with np.errstate(all="ignore"):
        values, memories = [x], []
        for layer in layers:
            out, memory = layer.forward(values[-1], False)
            values.append(out)
            memories.append(memory)
        loss = run.net.model.objective.losses[0]
        assert loss is not None  # compile() was given one
        price = float(loss(y, values[-1]))
        slopes: list[Array] = [loss.gradient(y, values[-1])]
        for layer, memory in zip(reversed(layers), reversed(memories), strict=True):
            slopes.append(layer.backward(slopes[-1].copy(), memory, True))
    slopes.reverse()
    return {
        "example": example,
        "inputs": _row(x),
        "target": _row(y),
        "loss": finite(price),
        "stages": [
            {
                "z": _row(values[i]),
                "a": _row(values[i + 1]),
                "da": _row(slopes[i + 1]),
                "dz": _row(slopes[i]),
            }
            for i in ends
        ],
    }


def _row(array: Array) -> list[float | None]:
    return [finite(float(value)) for value in array[0]]
