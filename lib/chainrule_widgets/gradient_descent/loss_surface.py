"""The loss surface: every place on the map is a neuron, and its height is how wrong that one is."""

from typing import Any, Final, final

import numpy as np
import traitlets
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script
from chainrule_widgets.gradient_descent.hillside import place
from chainrule_widgets.gradient_descent.regressions import regressions

_STATE: Final = ("data", "start", "learning_rate", "steps")
_PLACES: Final = 81


@final
class LossSurface(StateExplorable):
    """A neuron with two weights beside its loss surface J(w₀, w₁), and the path of its training."""

    _esm = script(__file__)
    depends_on = _STATE

    data = traitlets.Unicode().tag(sync=True)
    start = traitlets.List(traitlets.Float()).tag(sync=True)
    learning_rate = traitlets.Float(0.2, min=0.001, max=10.0).tag(sync=True)
    steps = traitlets.Int(0, min=0, max=60).tag(sync=True)
    grounds = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        data: str = "a line through points",
        start: tuple[float, float] | None = None,
        *,
        learning_rate: float | None = None,
        steps: int = 0,
    ) -> None:
        known = regressions()
        if data not in known:
            raise ValueError(f"there are no data {data!r}; there are {', '.join(known)}")
        chosen = known[data]
        super().__init__(
            data=data,
            start=place(chosen.start if start is None else start),
            learning_rate=chosen.rate if learning_rate is None else learning_rate,
            steps=steps,
            grounds={
                name: {
                    "field": each.field(),
                    "centre": each.centre,
                    "reach": each.reach,
                    "start": each.start,
                    "rate": each.rate,
                    "points": np.column_stack([each.X, each.y]).astype("<f4").tobytes(),
                }
                for name, each in known.items()
            },
        )

    @property
    def path(self) -> NDArray[Any]:
        """A row (w₀, w₁, J) for each place of the descent, the start first."""
        return np.frombuffer(self.arrays[0], "<f8").reshape(-1, 3)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        ground, start = regressions()[asked["data"]], place(asked["start"])
        path = ground.descend(start, float(asked["learning_rate"]), int(asked["steps"]))
        path = path[np.isfinite(path).all(axis=1)]
        x = np.linspace(ground.X.min() - 0.1, ground.X.max() + 0.1, _PLACES)
        ends = np.stack([x, *(ground.predictions(w, x) for w in path[[0, -1], :2])])
        answer = {**asked, "losses": [float(path[0, 2]), float(path[-1, 2])]}
        return answer, [path.astype("<f8").tobytes(), ends.astype("<f4").tobytes()]

    def describe(self) -> str:
        (a, b), (before, after) = self.start, self.seen["losses"]
        trained = f"; after {self.steps} steps J = {after:.3g}" if self.steps else ""
        place = f"at w0 = {a:g}, w1 = {b:g} J = {before:.3g}"
        return f"The loss surface of '{self.data}': {place}{trained}"
