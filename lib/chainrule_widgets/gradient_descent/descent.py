"""Descent along a curve: the slope says which way, and the learning rate how far."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.optimizers import SGD
from numpy.typing import NDArray

from chainrule_widgets.explorable import Answering, script
from chainrule_widgets.gradient_descent.hills import HILLS, Hill, hill
from chainrule_widgets.gradient_descent.numerals import written
from chainrule_widgets.gradient_descent.walking import first_climb, walk

Array = NDArray[Any]
_STATE: Final = ("curve", "start", "learning_rate", "steps")
_FLAT: Final = 0.01
"""A slope below this counts as level ground."""


@final
class Descent(Answering):
    """Gradient descent on a loss with one weight; start, learning rate and steps can be moved."""

    _esm = script(__file__, "field", "terrain")

    curve = traitlets.Enum(tuple(HILLS), "parabola").tag(sync=True)
    start = traitlets.Float(-2.0).tag(sync=True)
    learning_rate = traitlets.Float(0.3, min=0.001, max=3.0).tag(sync=True)
    steps = traitlets.Int(20, min=1, max=60).tag(sync=True)
    tables = traitlets.Dict().tag(sync=True)
    seen = traitlets.Dict().tag(sync=True)
    walked = traitlets.Bytes().tag(sync=True)

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
        self._look()
        self.observe(self._look, names=_STATE)

    def _look(self, _change: object = None) -> None:
        with self.hold_sync():
            self.seen, (self.walked,) = self.answer({n: getattr(self, n) for n in _STATE})

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
        return np.frombuffer(self.walked, "<f8").reshape(-1, 3)[:, 0]

    def in_words(self) -> str:
        return (
            f"Descent on the {self.curve} from {self.start:g}, learning rate "
            f"{self.learning_rate:g}: {self.seen['verdict']}. {self.seen['says']}"
        )


def judged(
    ground: Hill, path: Array, heights: Array, slopes: Array, climb: int | None
) -> tuple[str, str]:
    """Return what became of a walk: a verdict, and a sentence that says why."""
    if len(path) == 2:
        return "one step", _first_step(path, slopes)
    if climb is not None and (heights[-1] > heights[0] or abs(path[-1]) > 100):
        before, after = map(written, heights[climb - 1 : climb + 1])
        return "too large", (
            f"Step {climb} is the first that ends higher than it began, at {after} instead "
            f"of {before}. Where it lands the slope is steeper still, so the next step is even "
            "longer."
        )
    level = np.flatnonzero(np.abs(slopes) < _FLAT)
    nearest = min(ground.minima, key=lambda w: abs(w - path[-1]))
    if level.size and abs(nearest - path[-1]) < 0.1:
        return _arrival(ground, slopes, int(level[0]), nearest, climb)
    if level.size == len(path):
        return "stuck", (
            f"The slope is {written(slopes[0], 1)} here, so each step is that small too. The "
            "ground is level, and the valley far away."
        )
    if np.any(slopes[1:] * slopes[:-1] < 0):
        return "swings", (
            "Steps keep jumping over the floor of a valley. "
            + ("Not one of them climbs." if climb is None else f"Step {climb} even climbs.")
        )
    return "too small", (
        f"After {len(path) - 1} steps the weight is still {written(abs(nearest - path[-1]), 2)} "
        "away from the floor of its valley. Every step points the right way and is short."
    )


def _first_step(path: Array, slopes: Array) -> str:
    if abs(slopes[0]) < 1e-12:
        return "The slope is 0: no direction is downhill, and the weight stays."
    sign, way = ("negative", "right") if slopes[0] < 0 else ("positive", "left")
    return (
        f"The slope at w = {written(path[0])} is {written(slopes[0])}: {sign}, so the step goes "
        f"{way}, to {written(path[1])}."
    )


def _arrival(
    ground: Hill, slopes: Array, step: int, floor: float, climb: int | None
) -> tuple[str, str]:
    if floor != ground.minima[0]:
        return "local minimum", (
            f"At rest after {step} steps, in the higher of the two valleys: every way out leads "
            "up, so descent will not leave it."
        )
    jumped = bool(np.any(slopes[: step + 1][1:] * slopes[: step + 1][:-1] < 0))
    how = "jumping from side to side" if jumped else "from one side"
    over = f" Step {climb} went uphill on the way." if climb else ""
    return "stable", f"At rest at the lowest point after {step} steps, {how}.{over}"
