"""The slope of a batch is the slope of all, and noise: the cloud shrinks as the batch grows."""

from functools import cache
from typing import Any, Final, final

import numpy as np
import traitlets

from chainrule_widgets.batches.straight_line import COUNT, Array, gradient_of_each, lowest
from chainrule_widgets.explorable import StateExplorable, script

DRAWS: Final = 300
PLACES: Final = {
    "far from the minimum": np.array([-1.5, -1.0]),
    "near the minimum": lowest() + np.array([-0.15, 0.1]),
    "at the minimum": lowest(),
}
_STATE: Final = ("batch_size", "place", "seed")


@cache
def orders(seed: int) -> Array:
    """Return so many shuffles of the examples; a batch is the beginning of one."""
    rng = np.random.default_rng(seed)
    return rng.random((DRAWS, COUNT)).argsort(axis=1)


@cache
def means(place: str, seed: int) -> Array:
    """Return the gradients of the batches of every size: (DRAWS, COUNT, 2)."""
    every = gradient_of_each(PLACES[place])[orders(seed)]
    return every.cumsum(axis=1) / np.arange(1, COUNT + 1)[:, np.newaxis]


def spread(gradients: Array, full: Array) -> Array:
    """Return the root of the mean squared distance from the full gradient."""
    return np.asarray(np.sqrt(((gradients - full) ** 2).sum(axis=-1).mean(axis=0)))


@final
class GradientCloud(StateExplorable):
    """300 mini-batches at one place of the surface, and the gradient of each as a dot.

    Beside it the spread of the cloud over the batch size, measured, and the line 1/√B.
    """

    _esm = script(__file__)
    depends_on = _STATE

    batch_size = traitlets.Int(8, min=1, max=COUNT).tag(sync=True)
    place = traitlets.Enum(tuple(PLACES), "far from the minimum").tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        size = min(max(int(asked["batch_size"]), 1), COUNT)
        every = gradient_of_each(PLACES[asked["place"]])
        full, sampled = every.mean(axis=0), means(asked["place"], int(asked["seed"]))
        dots = sampled[:, size - 1]
        answer = {
            **asked,
            "batch_size": size,
            "full": full.tolist(),
            "reach": 1.05 * float(np.abs(every - full).max()),
            "one": float(spread(every, full)),
            "measured": spread(sampled, full).tolist(),
            "downhill": int((dots @ full > 0).sum()),
            "of": DRAWS,
            "count": COUNT,
        }
        return answer, [dots.astype("<f4").tobytes()]

    def describe(self) -> str:
        seen = self.seen
        return (
            f"{self.place}, {DRAWS} batches of {self.batch_size}: the typical distance of their "
            "gradients "
            f"from the full gradient is {seen['measured'][self.batch_size - 1]:.3g}, "
            f"and by 1/√B it would be {seen['one'] / self.batch_size**0.5:.3g}; "
            f"{seen['downhill']} of {DRAWS} steps reduce the loss"
        )
