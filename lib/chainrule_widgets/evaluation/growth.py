"""How large should it be? Start small, and grow until the validation loss stops improving."""

from collections.abc import Mapping, Sequence
from typing import Any, final

import numpy as np
import traitlets

from chainrule_widgets.explorable import Explorable, script


def right_size(losses: Sequence[float], gain: float) -> int:
    """Return the place in `losses`, one a size, after which the next gains no more than `gain`."""
    for place in range(len(losses) - 1):
        if losses[place] - losses[place + 1] <= gain:
            return place
    return len(losses) - 1


@final
class Growth(Explorable):
    """Networks of growing size, the curves of their training, and where to stop growing.

    Args:
        histories: from each number of units to the `history` of its `fit`, with "loss" and
            "val_loss"; in growing order.
        units: the size that is shown first; the smallest by default.
        gain: by how much the best validation loss must fall for a larger size to be worth it.
    """

    _esm = script(__file__)

    sizes = traitlets.List(traitlets.Int()).tag(sync=True)
    losses = traitlets.Bytes().tag(sync=True)
    size = traitlets.Int(0, min=0).tag(sync=True)
    gain = traitlets.Float(0.005, min=0.0, max=0.05).tag(sync=True)

    def __init__(
        self,
        histories: Mapping[int, Mapping[str, Sequence[float]]],
        *,
        units: int | None = None,
        gain: float = 0.005,
    ) -> None:
        sizes = list(histories)
        if len(sizes) < 2 or sizes != sorted(sizes):
            raise ValueError("Growth needs the histories of two sizes or more, smallest first")
        if units is not None and units not in sizes:
            raise ValueError(f"there is no history for {units} units; there are {sizes}")
        table = [[h["loss"], h["val_loss"]] for h in histories.values()]
        if len({len(row) for pair in table for row in pair}) > 1:
            raise ValueError("Growth needs histories of the same number of epochs")
        self._losses = np.array(table, dtype=float)
        super().__init__(
            sizes=sizes,
            losses=self._losses.astype("<f4").tobytes(),
            size=0 if units is None else sizes.index(units),
            gain=gain,
        )

    @property
    def best(self) -> Any:
        """The lowest validation loss of each size."""
        return self._losses[:, 1].min(axis=1)

    def describe(self) -> str:
        stop = self.sizes[right_size(self.best.tolist(), self.gain)]
        rows = ", ".join(f"{n}: {v:.3f}" for n, v in zip(self.sizes, self.best, strict=True))
        return f"lowest validation loss by units {rows}; growing stops being worth it at {stop}"
