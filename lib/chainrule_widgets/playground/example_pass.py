"""One example in the forward and backward pass: every sum, every output, every gradient."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from chainrule_widgets.playground.frame import finite
from chainrule_widgets.playground.network import loss
from chainrule_widgets.playground.run import Run

Array: TypeAlias = NDArray[Any]


def example_pass(run: Run, example: int) -> dict[str, Any]:
    """Return the inputs, and of each layer z, a, ∂J/∂a and ∂J/∂z, for one training example.

    J is the loss of this example alone, at inference: nothing is dropped. z is the sum of the dense
    layer, after batch normalisation where there is one.
    """
    example %= run.data.train
    x, y = run.inputs[example : example + 1], run.targets[example : example + 1]
    model = run.net.model
    names = [layer.name for layer in model.layers]
    activations = [layer.name for layer in run.net.activations]
    with np.errstate(all="ignore"):
        values, gradients = model.layer_outputs(x), model.layer_gradients(x, y)
        height = float(loss(run.state, run.data)(y, values[activations[-1]]))
    steps = [(names[names.index(name) - 1], name) for name in activations]
    return {
        "example": example,
        "inputs": _row(x),
        "target": _row(y),
        "loss": finite(height),
        "stages": [
            {
                "z": _row(values[z]),
                "a": _row(values[a]),
                "da": _row(gradients[a]),
                "dz": _row(gradients[z]),
            }
            for z, a in steps
        ],
    }


def _row(array: Array) -> list[float | None]:
    return [finite(float(value)) for value in array[0]]
