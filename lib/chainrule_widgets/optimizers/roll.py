"""A ball with momentum rolls on through a hollow in which plain descent would lie down."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.optimizers import SGD

from chainrule_widgets.explorable import Answering, script
from chainrule_widgets.gradient_descent.hills import HILLS, Hill, hill
from chainrule_widgets.gradient_descent.numerals import written
from chainrule_widgets.gradient_descent.walking import FAR, walk
from chainrule_widgets.optimizers.rules import Array

_STATE: Final = ("curve", "form", "start", "learning_rate", "momentum")
STEPS: Final = 120
FORMS: Final = ("accumulator", "velocity (Nesterov)", "as the slide has it")


def slide(ground: Hill, start: float, rate: float, momentum: float) -> Array:
    """Return the path of deck D4's code as it is printed, with its sign."""
    path, w, past_velocity = np.full(STEPS + 1, np.nan), start, 0.0
    path[0] = w
    for step in range(1, STEPS + 1):
        gradient = float(ground.slope(np.array(w)))
        velocity = past_velocity * momentum + rate * gradient
        w = w + momentum * velocity - rate * gradient
        past_velocity = velocity
        path[step] = w
        if not abs(w) < FAR:
            break
    return path


def rolled(ground: Hill, form: str, start: float, rate: float, momentum: float) -> Array:
    """Return the weight at the start and after each step, until it has left for good."""
    if form == FORMS[2]:
        path = slide(ground, start, rate, momentum)
    else:
        optimizer = SGD(rate, momentum=momentum, nesterov=form == FORMS[1])
        path = walk(optimizer, ground.slope, start, STEPS)
    return path[np.isfinite(path)]


@final
class Roll(Answering):
    """One weight on a curve, moved with momentum μ; every step's length is drawn as well."""

    _esm = script(__file__, "field", "terrain")

    curve = traitlets.Enum(tuple(HILLS), "two valleys").tag(sync=True)
    form = traitlets.Enum(FORMS, FORMS[0]).tag(sync=True)
    start = traitlets.Float(2.2).tag(sync=True)
    learning_rate = traitlets.Float(0.03, min=0.001, max=3.0).tag(sync=True)
    momentum = traitlets.Float(0.0, min=0.0, max=1.0).tag(sync=True)
    step = traitlets.Int(STEPS, min=0, max=STEPS).tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)
    seen = traitlets.Dict().tag(sync=True)
    walked = traitlets.Bytes().tag(sync=True)

    def __init__(
        self,
        curve: str = "two valleys",
        start: float = 2.2,
        *,
        momentum: float = 0.0,
        learning_rate: float = 0.03,
        form: str = FORMS[0],
    ) -> None:
        hill(curve)
        if form not in FORMS:
            raise ValueError(f"there is no form {form!r}; there are {', '.join(FORMS)}")
        super().__init__(
            curve=curve,
            start=start,
            momentum=momentum,
            learning_rate=learning_rate,
            form=form,
            tables={name: each.table() for name, each in HILLS.items()},
        )
        self._look()
        self.observe(self._look, names=_STATE)

    def _look(self, _change: object = None) -> None:
        with self.hold_sync():
            self.seen, (self.walked,) = self.answer({n: getattr(self, n) for n in _STATE})

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        ground = hill(asked["curve"])
        rate, momentum = float(asked["learning_rate"]), float(asked["momentum"])
        path = rolled(ground, asked["form"], float(asked["start"]), rate, momentum)
        with np.errstate(over="ignore"):
            heights = ground.height(path)
        verdict, says = judged(ground, path, heights, momentum)
        if verdict == "gone" and asked["form"] == FORMS[2]:
            says += " The velocity gathers +η g, and g points uphill."
        moved = np.diff(path, prepend=path[0])
        said = {**asked, "verdict": verdict, "says": says}
        return said, [np.stack([path, heights, moved], axis=1).astype("<f8").tobytes()]

    @property
    def path(self) -> Array:
        """The weight at the start and after each step."""
        return np.frombuffer(self.walked, "<f8").reshape(-1, 3)[:, 0]

    def in_words(self) -> str:
        return (
            f"A ball on the {self.curve} from {self.start:g}, momentum {self.momentum:g} "
            f"({self.form}), learning rate {self.learning_rate:g}: {self.seen['says']}"
        )


def judged(ground: Hill, path: Array, heights: Array, momentum: float) -> tuple[str, str]:
    """Return what became of the ball: a verdict, and a sentence that says why."""
    steps = len(path) - 1
    if not ground.low - 1 <= path[-1] <= ground.high + 1:
        return "gone", (
            f"After {steps} steps w = {written(float(path[-1]))} and J = "
            f"{written(float(heights[-1]))}: it has climbed out of the picture."
        )
    floor = min(ground.minima, key=lambda w: abs(w - path[-1]))
    late = path[-20:]
    turns = np.diff(np.sign(np.diff(late))) != 0
    if np.ptp(late) > 0.05 and turns.any():
        return "rolling", (
            f"After {steps} steps it still swings between {written(float(late.min()))} and "
            f"{written(float(late.max()))}. The less friction, the longer."
        )
    if abs(path[-1] - floor) > 0.2:
        moved = written(float(abs(path[-1] - path[-2])), 2)
        return "on its way", (
            f"After {steps} steps it is still {written(float(abs(path[-1] - floor)), 2)} away from "
            f"the floor of its valley, and the last step was {moved} long."
        )
    there = int(np.flatnonzero(np.abs(path - floor) > 0.1)[-1]) + 1 if steps else 0
    where = f"w = {written(floor)}, for good after step {there}"
    if floor == ground.minima[0]:
        turned = int((np.diff(np.sign(np.diff(path))) != 0).sum())
        return "lowest", f"At the lowest point, {where}; it turned round {turned} times."
    return "local", (
        f"At the local minimum, {where}. Momentum {momentum:g} is not enough to get over the hill."
    )
