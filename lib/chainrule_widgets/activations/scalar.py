"""Tables of activation functions and their derivatives, which the page draws as curves."""

from typing import Final

import numpy as np
from chainrule import activations
from chainrule.activations import Activation

REACH: Final = 10.0
STEP: Final = 0.01
"""Linear interpolation between two entries is then right to 1e-5."""

SCALAR_ACTIVATIONS: Final = ("linear", "relu", "leaky_relu", "tanh", "sigmoid", "step")
"""Softmax is missing because it is a function of several scores, so it has no single curve."""


def scalar_activation(name: str | Activation | None) -> Activation:
    """Return the activation of this name, if it is a function of one number.

    Raises:
        ValueError: for softmax and for an unknown name.
    """
    activation = activations.get(name)
    if activation.name not in SCALAR_ACTIVATIONS:
        known = ", ".join(SCALAR_ACTIVATIONS)
        raise ValueError(f"{activation.name} is no function of one number; choose one of {known}")
    return activation


def table(activation: Activation) -> bytes:
    """Return f(z) and then f′(z) for z from −10 to 10, as bytes of 32-bit floats."""
    z = np.arange(round(-REACH / STEP), round(REACH / STEP) + 1) * STEP
    return np.stack([activation(z), activation.derivative(z)]).astype("<f4").tobytes()


def tables() -> dict[str, bytes]:
    """Return the table of each activation that is a function of one number."""
    return {name: table(activations.get(name)) for name in SCALAR_ACTIVATIONS}
