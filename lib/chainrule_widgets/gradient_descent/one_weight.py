"""One weight, three pairs: each step is small enough to be done by hand."""

from collections.abc import Sequence
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule.losses import MeanSquaredError
from chainrule.optimizers import SGD
from numpy.typing import NDArray

from chainrule_widgets.explorable import StateExplorable, script

PAIRS: Final = ((2, 4), (1, 2), (3, 6))
_MSE: Final = MeanSquaredError()


def steps(pairs: Sequence[Any], w: float, rate: float) -> NDArray[Any]:
    """Return a row x, y, w before, error before, slope, w after, error after for each pair."""
    weight, rows = np.array([float(w)]), []
    optimizer = SGD(learning_rate=rate)
    for x, y in pairs:
        target = np.array([float(y)])
        before, error = float(weight[0]), float(_MSE(target, x * weight))
        slope = _MSE.gradient(target, x * weight) * x
        optimizer.apply_gradients([(slope, weight)])
        after = float(_MSE(target, x * weight))
        rows.append([x, y, before, error, float(slope[0]), float(weight[0]), after])
    return np.array(rows)


@final
class OneWeight(StateExplorable):
    """The net ŷ = x w, with the error E = (x w − y)², stepped from pair to pair."""

    _esm = script(__file__)
    depends_on = ("w", "learning_rate")

    pairs = traitlets.List().tag(sync=True)
    w = traitlets.Float(0.5, min=-3.0, max=5.0).tag(sync=True)
    learning_rate = traitlets.Float(0.1, min=0.0, max=0.5).tag(sync=True)
    step = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(
        self,
        pairs: Sequence[Any] = PAIRS,
        w: float = 0.5,
        *,
        learning_rate: float = 0.1,
        step: int = 0,
    ) -> None:
        given = np.asarray(pairs, float)
        if given.ndim != 2 or given.shape[1] != 2 or not 1 <= len(given) <= 6:
            raise ValueError(
                f"OneWeight needs one to six pairs (x, y), and was given an array of shape "
                f"{given.shape}"
            )
        super().__init__(pairs=given.tolist(), w=w, learning_rate=learning_rate, step=step)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        state = {name: float(asked[name]) for name in ("w", "learning_rate")}
        rows = steps(self.pairs, state["w"], state["learning_rate"])
        return state, [rows.astype("<f8").tobytes()]

    @property
    def path(self) -> list[float]:
        """The weight at the start and after each pair."""
        rows = steps(self.pairs, self.w, self.learning_rate)
        return [self.w, *rows[:, 5].tolist()]

    def describe(self) -> str:
        places = " → ".join(f"{w:.4g}" for w in self.path)
        pairs = ", ".join(f"({x:g}, {y:g})" for x, y in self.pairs)
        return f"One weight, learning rate {self.learning_rate:g}, the pairs {pairs}: w = {places}"
