"""A table of the library's sigmoid for the page."""

from typing import Final

import numpy as np
from chainrule.activations import sigmoid

REACH: Final = 40.0
STEP: Final = 0.02
"""Linear interpolation between two entries is then right to four digits."""


def table() -> bytes:
    """Return σ(z) for z from −40 to 40 as bytes of 32-bit floats."""
    count = round(REACH / STEP)
    return sigmoid(np.arange(-count, count + 1) * STEP).astype("<f4").tobytes()
