"""One weight's loss is a curve, and a curve has a slope at every place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


@dataclass(frozen=True)
class Hill:
    """A loss over one weight, its slope, and how far to look."""

    name: str
    height: Callable[[Array], Array]
    slope: Callable[[Array], Array]
    low: float
    high: float
    minima: tuple[float, ...]
    """Where the valleys' floors are, the lowest first."""

    def table(self, places: int = 241) -> bytes:
        """Return w, height and slope along the curve, as float64."""
        w = np.linspace(self.low, self.high, places)
        return np.stack([w, self.height(w), self.slope(w)]).astype("<f8").tobytes()


HILLS: Final = {
    hill.name: hill
    for hill in (
        # One valley of curvature 1: with it, everything about the learning rate can be computed.
        Hill("parabola", lambda w: (w - 1) ** 2 / 2, lambda w: w - 1, -3, 5, (1.0,)),
        Hill(
            "two valleys",
            lambda w: w**4 / 4 - w**2 + 0.25 * w + 1.4,
            lambda w: w**3 - 2 * w + 0.25,
            -2.3,
            2.3,
            (-1.4729976, 1.3469974),
        ),
        Hill(
            "plateau",
            lambda w: 1 - np.exp(-((w - 1) ** 2) / 2),
            lambda w: (w - 1) * np.exp(-((w - 1) ** 2) / 2),
            -4,
            6,
            (1.0,),
        ),
    )
}


def hill(name: str) -> Hill:
    """Return the curve of that name.

    Raises:
        ValueError: for a name that no curve has.
    """
    if name not in HILLS:
        raise ValueError(f"there is no curve {name!r}; there are {', '.join(HILLS)}")
    return HILLS[name]
