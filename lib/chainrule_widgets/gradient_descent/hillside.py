"""Descent on a map: with two weights the gradient is an arrow, square to the contour line."""

from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.optimizers import SGD
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.gradient_descent.numerals import written
from chainrule_widgets.gradient_descent.surfaces import SURFACES, surface
from chainrule_widgets.gradient_descent.walking import descend, first_climb

Array = NDArray[Any]
_STATE: Final = ("surface", "start", "learning_rate", "steps")


@final
class Hillside(StateExplorable):
    """Gradient descent on a loss with two weights, from wherever the map is clicked."""

    _esm = script(__file__)
    depends_on = _STATE

    surface = traitlets.Enum(tuple(SURFACES), "bowl").tag(sync=True)
    start = traitlets.List(traitlets.Float()).tag(sync=True)
    learning_rate = traitlets.Float(0.1, min=0.001, max=3.0).tag(sync=True)
    steps = traitlets.Int(40, min=1, max=100).tag(sync=True)
    fields = traitlets.Dict().tag(sync=True)
    facts = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        surface_name: str = "bowl",
        start: tuple[float, float] | None = None,
        *,
        learning_rate: float | None = None,
        steps: int = 40,
    ) -> None:
        chosen = surface(surface_name)
        super().__init__(
            surface=surface_name,
            start=place(chosen.start if start is None else start),
            learning_rate=chosen.rate if learning_rate is None else learning_rate,
            steps=steps,
            fields={name: each.field() for name, each in SURFACES.items()},
            facts={n: [each.edge, *each.start, each.rate] for n, each in SURFACES.items()},
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        ground = surface(asked["surface"])
        optimizer = SGD(float(asked["learning_rate"]))
        path = descend(optimizer, ground.slope, place(asked["start"]), int(asked["steps"]))
        path = path[np.isfinite(path).all(axis=1)]
        with np.errstate(over="ignore"):
            heights = ground.height(path)
        climb = first_climb(heights)
        gradient = ground.slope(path[0])
        sentence = _sentence(path, heights, ground.slope(path[-1]), climb)
        answer = {**asked, "gradient": gradient.tolist(), "climb": climb, "says": sentence}
        return answer, [np.column_stack([path, heights]).astype("<f8").tobytes()]

    @property
    def path(self) -> Array:
        """The two weights at the start and after each step."""
        return np.frombuffer(self.arrays[0], "<f8").reshape(-1, 3)[:, :2]

    def describe(self) -> str:
        a, b = self.start
        return (
            f"Gradient descent on the surface “{self.surface}” from ({a:g}, {b:g}), learning rate "
            f"{self.learning_rate:g}. {self.seen['says']}"
        )


def place(given: Any) -> list[float]:
    """Return a place on the map as two floats.

    Raises:
        ValueError: for anything but two numbers.
    """
    w = np.asarray(given, float)
    if w.shape != (2,) or not np.isfinite(w).all():
        raise ValueError(f"a start has two numbers (w0, w1), and was given {given!r}")
    return [float(v) for v in w]


def _sentence(path: Array, heights: Array, last_gradient: Array, climb: int | None) -> str:
    steps = len(path) - 1
    if climb is not None and (not heights[-1] <= heights[0]):
        return (
            f"Step {climb} is the first that increases the loss, and then the loss keeps growing: "
            "after "
            f"{steps} steps J = {written(heights[-1])}. The rate is too large for the steepest "
            "direction."
        )
    gone = np.abs(np.diff(path, axis=0)).sum(axis=0)
    net = np.abs(path[-1] - path[0])
    ended = f"J went from {written(heights[0])} to {written(heights[-1])} in {steps} steps."
    if np.hypot(*last_gradient) < 1e-3:
        return f"{ended} It has converged: the gradient is 0 to three digits."
    across = int(np.argmax(gone - net))
    if gone[across] > 2 * net[across] + 0.2:
        return (
            f"{ended} It oscillates: in w{'₀₁'[across]} the steps add up to "
            f"{written(gone[across], 2)} for a distance of "
            f"{written(net[across], 2)}."
        )
    return (
        f"{ended} It has not converged yet: the length of the gradient is "
        f"{written(np.hypot(*last_gradient), 2)}."
    )
