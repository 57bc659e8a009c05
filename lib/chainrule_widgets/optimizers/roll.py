"""Show gradient descent with momentum on a loss with one weight."""

from typing import Any, Final, final

import numpy as np
import traitlets

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.gradient_descent.hills import HILLS, hill
from chainrule_widgets.optimizers.rolling import FORMS, STEPS, judged, rolled
from chainrule_widgets.optimizers.rules import Array

_STATE: Final = ("loss", "form", "start", "learning_rate", "momentum")


@final
class Roll(StateExplorable):
    """Draw the path of one weight with momentum μ, its loss, and its change in each step."""

    _esm = script(__file__)
    depends_on = _STATE

    loss = traitlets.Enum(tuple(HILLS), "two valleys").tag(sync=True)
    form = traitlets.Enum(FORMS, FORMS[0]).tag(sync=True)
    start = traitlets.Float(2.2).tag(sync=True)
    learning_rate = traitlets.Float(0.03, min=0.001, max=3.0).tag(sync=True)
    momentum = traitlets.Float(0.0, min=0.0, max=1.0).tag(sync=True)
    step = traitlets.Int(0, min=0, max=STEPS).tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        loss: str = "two valleys",
        start: float = 2.2,
        *,
        momentum: float = 0.0,
        learning_rate: float = 0.03,
        form: str = FORMS[0],
    ) -> None:
        hill(loss)
        if form not in FORMS:
            raise ValueError(f"there is no form {form!r}; the forms are {', '.join(FORMS)}")
        super().__init__(
            loss=loss,
            start=start,
            momentum=momentum,
            learning_rate=learning_rate,
            form=form,
            tables={name: each.table() for name, each in HILLS.items()},
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        ground = hill(asked["loss"])
        rate, momentum = float(asked["learning_rate"]), float(asked["momentum"])
        path = rolled(ground, asked["form"], float(asked["start"]), rate, momentum)
        with np.errstate(over="ignore"):
            heights = ground.height(path)
        verdict, sentence = judged(ground, path, heights, momentum)
        if verdict == "gone" and asked["form"] == FORMS[2]:
            sentence += " The velocity adds up +η g, and the gradient g points uphill."
        moved = np.diff(path, prepend=path[0])
        answer = {**asked, "verdict": verdict, "says": sentence}
        return answer, [np.stack([path, heights, moved], axis=1).astype("<f8").tobytes()]

    @property
    def path(self) -> Array:
        """The weight at the start and after each step."""
        return np.frombuffer(self.arrays[0], "<f8").reshape(-1, 3)[:, 0]

    def describe(self) -> str:
        return (
            f"A ball on the {self.loss} from {self.start:g}, momentum {self.momentum:g} "
            f"({self.form}), learning rate {self.learning_rate:g}: {self.seen['says']}"
        )
