"""The landscape around a trained network, and what the networks near it would do."""

from typing import Any, Final, final

import numpy as np
import traitlets

from chainrule_widgets.explorable import State, StateExplorable, script
from chainrule_widgets.gradient_descent.hillside import place
from chainrule_widgets.gradient_descent.slices import DEPTHS, REACH, cut, hollows, points

_STATE: Final = ("depth", "seed", "at")
_SEEN_CELLS: Final = 40
_EDGES: Final = (0.5, 0.25, 1.9)
"""The centre and the reach of the moons: every network's answer is drawn on this square."""


@final
class Landscape(StateExplorable):
    """The loss of real networks on a plane through their weights; each place is a whole network."""

    _esm = script(__file__)
    depends_on = _STATE

    depth = traitlets.Enum(DEPTHS, 1).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)
    at = traitlets.List(traitlets.Float()).tag(sync=True)
    dots = traitlets.Bytes().tag(sync=True)

    def __init__(
        self, depth: int = 1, *, seed: int = 0, at: tuple[float, float] = (0.0, 0.0)
    ) -> None:
        if depth not in DEPTHS:
            known = ", ".join(map(str, DEPTHS))
            raise ValueError(
                f"depth, the number of hidden layers, must be one of {known}, and was {depth!r}"
            )
        X, y = points()
        super().__init__(
            depth=depth,
            seed=seed,
            at=place(at),
            dots=np.column_stack([X, y]).astype("<f4").tobytes(),
        )

    def _asked(self) -> State:
        return {**super()._asked(), "field": True}

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        plane, heights = cut(int(asked["depth"]), int(asked["seed"]))
        at = [float(np.clip(v, -REACH, REACH)) for v in place(asked["at"])]
        net = plane.move(*at)
        loss, accuracy = net.evaluate(*points())
        x, y, reach = _EDGES
        axis = np.linspace(-reach, reach, _SEEN_CELLS)
        grid = np.stack(np.meshgrid(x + axis, y + axis), axis=-1).reshape(-1, 2)
        score = 2 * net.predict(grid)[:, 0] - 1
        answer = {name: asked[name] for name in ("depth", "seed")}
        answer |= {"at": at, "loss": loss, "accuracy": accuracy, "hollows": hollows(heights)}
        answer |= {"weights": net.count_params(), "highest": float(heights.max())}
        answer["centre"] = float(heights[len(heights) // 2, len(heights) // 2])
        # The map goes along only when it is another one.
        fields = [heights.astype("<f4").tobytes()] if asked.get("field") else []
        return answer, [score.astype("<f4").tobytes(), *fields]

    def describe(self) -> str:
        seen = self.seen
        return (
            f"A plane through the {seen['weights']} weights of a network with {self.depth} hidden "
            f"layer{'s' * (self.depth > 1)}: {seen['hollows']} local minima; at "
            f"({seen['at'][0]:g}, {seen['at'][1]:g}) J = {seen['loss']:.3g} and "
            f"the accuracy is {seen['accuracy']:.0%}"
        )
