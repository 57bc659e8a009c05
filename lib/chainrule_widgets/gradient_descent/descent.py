"""Descent along a curve: the slope says which way, and the learning rate how far."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.optimizers import SGD
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.gradient_descent.hills import HILLS, hill
from chainrule_widgets.gradient_descent.verdicts import judged
from chainrule_widgets.gradient_descent.walking import descend, first_climb

Array = NDArray[Any]
_STATE: Final = ("loss", "start", "learning_rate", "steps")


@final
class Descent(StateExplorable):
    """Gradient descent on a loss with one weight; start, learning rate and steps can be moved."""

    _esm = script(__file__)
    depends_on = _STATE

    loss = traitlets.Enum(tuple(HILLS), "parabola").tag(sync=True)
    start = traitlets.Float(-2.0).tag(sync=True)
    learning_rate = traitlets.Float(0.3, min=0.001, max=3.0).tag(sync=True)
    steps = traitlets.Int(20, min=1, max=60).tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        loss: str = "parabola",
        start: float = -2.0,
        *,
        learning_rate: float = 0.3,
        steps: int = 20,
    ) -> None:
        hill(loss)
        super().__init__(
            loss=loss,
            start=start,
            learning_rate=learning_rate,
            steps=steps,
            tables={name: each.table() for name, each in HILLS.items()},
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        ground, rate = hill(asked["loss"]), float(asked["learning_rate"])
        path = descend(SGD(rate), ground.slope, float(asked["start"]), int(asked["steps"]))
        path = path[np.isfinite(path)]
        with np.errstate(over="ignore"):
            heights, derivatives = ground.height(path), ground.slope(path)
        climb = first_climb(heights)
        verdict, sentence = judged(ground, path, heights, derivatives, climb)
        answer = {**asked, "verdict": verdict, "says": sentence, "climb": climb}
        return answer, [np.stack([path, heights, derivatives], axis=1).astype("<f8").tobytes()]

    @property
    def path(self) -> Array:
        """The weight at the start and after each step."""
        return np.frombuffer(self.arrays[0], "<f8").reshape(-1, 3)[:, 0]

    def describe(self) -> str:
        return (
            f"Gradient descent on the loss “{self.loss}” from {self.start:g}, learning rate "
            f"{self.learning_rate:g}: {self.seen['verdict']}. {self.seen['says']}"
        )
