"""A curve goes to the page as a table of heights, so that the page draws the library's own."""

from typing import Final

import numpy as np
from chainrule import activations
from chainrule.activations import Activation

REACH: Final = 10.0
STEP: Final = 0.01
"""Fine enough that a straight line between two entries is right to 1e-5."""

SCALAR_ACTIVATIONS: Final = ("linear", "relu", "leaky_relu", "tanh", "sigmoid", "step")
"""Softmax is not here: it turns many scores into many, and has no single curve."""


def scalar_activation(name: str | Activation | None) -> Activation:
    """Return the activation of that name, if it can be drawn as one curve.

    Raises:
        ValueError: for softmax, and for a name that no activation has.
    """
    activation = activations.get(name)
    if activation.name not in SCALAR_ACTIVATIONS:
        known = ", ".join(SCALAR_ACTIVATIONS)
        raise ValueError(f"{activation.name} has no single curve of z; choose one of {known}")
    return activation


def table(activation: Activation) -> bytes:
    """Return f(z) and then f′(z) on the page's grid from −10 to 10, as 32-bit floats."""
    z = np.arange(round(-REACH / STEP), round(REACH / STEP) + 1) * STEP
    return np.stack([activation(z), activation.derivative(z)]).astype("<f4").tobytes()


def tables() -> dict[str, bytes]:
    """Return the table of every activation that is a curve."""
    return {name: table(activations.get(name)) for name in SCALAR_ACTIVATIONS}
