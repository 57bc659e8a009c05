"""A squared error is a square and an absolute error a bar: drag the line, and drag an outlier."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import losses
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

Array = NDArray[Any]
_STATE: Final = ("y", "ends")
_SIDE: Final = 10.0
_LOSSES: Final = {"mse": losses.MeanSquaredError, "mae": losses.MeanAbsoluteError}
_X: Final = (1.0, 2.0, 3.0, 4.5, 6.0, 7.0, 8.0, 9.0)
_Y: Final = (2.5, 3.5, 3.0, 4.0, 5.5, 5.0, 6.5, 6.0)


def line(ends: Sequence[float], x: Array) -> Array:
    """Return the heights at x of the line through (0, ends[0]) and (10, ends[1])."""
    return ends[0] + (ends[1] - ends[0]) * x / _SIDE


def best_line(x: Array, y: Array, loss: str) -> list[float]:
    """Return the ends of the line with the least loss.

    For squares the normal equations give it. For absolute errors some best line runs through two of
    the points, so it is enough to try every pair.
    """
    if loss == "mse":
        A = np.column_stack([1 - x / _SIDE, x / _SIDE])
        ends = np.linalg.lstsq(A, y)[0]
    else:
        i, j = np.array([*combinations(range(len(x)), 2)]).T
        slope = (y[j] - y[i]) / (x[j] - x[i])
        left = y[i] - slope * x[i]
        heights = left[:, np.newaxis] + np.outer(slope, x)
        found = losses.mean_absolute_error(np.broadcast_to(y, heights.shape), heights).argmin()
        ends = np.array([left[found], left[found] + _SIDE * slope[found]])
    return [float(end) for end in ends]


@final
class ErrorAreas(StateExplorable):
    """Points and a line, with the errors drawn in the points' own units.

    `ends` are the line's heights at x = 0 and x = 10; `best` shows the lines of least MSE and MAE.
    """

    _esm = script(__file__)
    depends_on = _STATE

    x = traitlets.List(traitlets.Float()).tag(sync=True)
    y = traitlets.List(traitlets.Float()).tag(sync=True)
    ends = traitlets.List(traitlets.Float(), minlen=2, maxlen=2).tag(sync=True)
    loss = traitlets.Enum(tuple(_LOSSES), "mse").tag(sync=True)
    best = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        loss: str = "mse",
        *,
        x: Sequence[float] = _X,
        y: Sequence[float] = _Y,
        ends: Sequence[float] = (4.0, 5.0),
        best: bool = False,
    ) -> None:
        if len(x) != len(y) or not 3 <= len(set(x)) == len(x) <= 12:
            raise ValueError(
                "ErrorAreas needs 3 to 12 points, each with a different x and a y, "
                f"and was given {len(x)} x and {len(y)} y"
            )
        numbers = {"x": x, "y": y, "ends": ends}
        lists = {name: [float(value) for value in given] for name, given in numbers.items()}
        super().__init__(**lists, loss=loss, best=best)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        x, y = np.array(self.x), np.array(asked["y"], dtype=float)
        fitted = {name: best_line(x, y, name) for name in _LOSSES}
        heights = line(asked["ends"], x)
        answer = {
            **asked,
            "heights": heights.tolist(),
            "losses": {name: float(kind()(y, heights)) for name, kind in _LOSSES.items()},
            "fitted": fitted,
            "least": {
                name: float(kind()(y, line(fitted[name], x))) for name, kind in _LOSSES.items()
            },
        }
        for name, kind in _LOSSES.items():
            each = kind(reduction="none")(y[:, np.newaxis], heights[:, np.newaxis])
            answer[f"{name}_each"] = each.tolist()
        return answer, []

    def describe(self) -> str:
        mse, mae = self.seen["losses"]["mse"], self.seen["losses"]["mae"]
        return (
            f"{len(self.x)} points and a line from {self.ends[0]:g} to {self.ends[1]:g}: "
            f"the MSE is {mse:.4g}, the MAE is {mae:.4g}"
        )
