"""Four batch sizes walk down the same loss surface, side by side."""

from typing import Any, Final, final

import numpy as np
import traitlets

from chainrule_widgets.batches.straight_line import COUNT, Array, descent, loss_at, lowest
from chainrule_widgets.explorable import StateExplorable, script

SIZES: Final = (1, 8, 32, COUNT)
EXAMPLES: Final = 3 * COUNT
STEPS: Final = 24
_START: Final = np.array([-1.5, -1.0])
_LOW, _HIGH = np.array([-2.5, -2.0]), np.array([3.5, 4.0])
_CELLS: Final = 33
_STATE: Final = ("learning_rate", "seed")


def steps_of(size: int) -> int:
    """Return how far a path is computed: 192 examples or 24 steps, whichever is more."""
    return max(EXAMPLES // size, STEPS)


def field() -> Array:
    """Return the loss on a grid, w₀ to the right and w₁ upwards, lowest row first."""
    w0, w1 = (np.linspace(low, high, _CELLS) for low, high in zip(_LOW, _HIGH, strict=True))
    grid = np.stack(np.meshgrid(w0, w1), axis=-1).reshape(-1, 2)
    return loss_at(grid)


@final
class BatchSizes(StateExplorable):
    """Batches of 1, 8, 32 and all 64 examples, with the same start and the same learning rate.

    `budget` counts either examples that were looked at or steps that were taken; `spent` is the
    share of the budget that is shown.
    """

    _esm = script(__file__)
    depends_on = _STATE

    learning_rate = traitlets.Float(0.1, min=0.02, max=1.0).tag(sync=True)
    seed = traitlets.Int(0, min=0).tag(sync=True)
    budget = traitlets.Enum(("examples", "steps"), "examples").tag(sync=True)
    spent = traitlets.Int(100, min=0, max=100).tag(sync=True)
    surface = traitlets.Dict().tag(sync=True)

    def __init__(self, **traits: Any) -> None:
        best = lowest()
        surface = {
            "field": field().astype("<f4").tobytes(),
            "low": _LOW.tolist(),
            "high": _HIGH.tolist(),
            "lowest": best.tolist(),
            "least": float(loss_at(best[np.newaxis])[0]),
            "sizes": list(SIZES),
            "examples": EXAMPLES,
            "steps": STEPS,
        }
        super().__init__(surface=surface, **traits)

    def path(self, size: int) -> Array:
        """Return the path of one batch size, as far as it is computed."""
        return descent(size, self.learning_rate, steps_of(size), self.seed, _START)

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        rate = min(max(float(asked["learning_rate"]), 0.0), 1.0)
        parts = []
        for size in SIZES:
            path = descent(size, rate, steps_of(size), int(asked["seed"]), _START)
            parts.append(np.column_stack([path, loss_at(path)]))
        answer = {**asked, "lengths": [len(part) for part in parts]}
        return answer, [np.concatenate(parts).astype("<f4").tobytes()]

    def describe(self) -> str:
        ends = []
        for size in SIZES:
            steps = EXAMPLES // size if self.budget == "examples" else STEPS
            shown = self.path(size)[: steps * self.spent // 100 + 1]
            ends.append(f"batches of {size}: {len(shown) - 1} steps, loss {loss_at(shown)[-1]:.4g}")
        return f"Learning rate {self.learning_rate:g}. " + "; ".join(ends)
