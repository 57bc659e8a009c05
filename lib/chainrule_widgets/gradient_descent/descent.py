"""Descent along a curve: the slope says which way, and the learning rate how far."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.optimizers import SGD
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.gradient_descent.hills import HILLS, hill
from chainrule_widgets.gradient_descent.verdicts import judged
from chainrule_widgets.gradient_descent.walking import first_climb, walk

Array = NDArray[Any]
_STATE: Final = ("curve", "start", "learning_rate", "steps")


@final
class Descent(StateExplorable):
    """Gradient descent on a loss with one weight; start, learning rate and steps can be moved."""

    _esm = script(__file__)
    depends_on = _STATE

    curve = traitlets.Enum(tuple(HILLS), "parabola").tag(sync=True)
    start = traitlets.Float(-2.0).tag(sync=True)
    learning_rate = traitlets.Float(0.3, min=0.001, max=3.0).tag(sync=True)
    steps = traitlets.Int(20, min=1, max=60).tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        curve: str = "parabola",
        start: float = -2.0,
        *,
        learning_rate: float = 0.3,
        steps: int = 20,
    ) -> None:
        hill(curve)
        super().__init__(
            curve=curve,
            start=start,
            learning_rate=learning_rate,
            steps=steps,
            tables={name: each.table() for name, each in HILLS.items()},
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        ground, rate = hill(asked["curve"]), float(asked["learning_rate"])
        path = walk(SGD(rate), ground.slope, float(asked["start"]), int(asked["steps"]))
        path = path[np.isfinite(path)]
        with np.errstate(over="ignore"):
            heights, slopes = ground.height(path), ground.slope(path)
        climb = first_climb(heights)
        verdict, says = judged(ground, path, heights, slopes, climb)
        said = {**asked, "verdict": verdict, "says": says, "climb": climb}
        return said, [np.stack([path, heights, slopes], axis=1).astype("<f8").tobytes()]

    @property
    def path(self) -> Array:
        """The weight at the start and after each step."""
        return np.frombuffer(self.arrays[0], "<f8").reshape(-1, 3)[:, 0]

    def describe(self) -> str:
        return (
            f"Descent on the {self.curve} from {self.start:g}, learning rate "
            f"{self.learning_rate:g}: {self.seen['verdict']}. {self.seen['says']}"
        )
