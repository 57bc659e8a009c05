"""Find the size of a network: make it larger until the validation loss stops improving."""

from collections.abc import Mapping, Sequence
from typing import Any, final

import numpy as np
import traitlets

from chainrule_widgets.explorable import Explorable, script


def right_size(losses: Sequence[float], gain: float) -> int:
    """Return the first index after which the loss falls by no more than `gain`."""
    for place in range(len(losses) - 1):
        if losses[place] - losses[place + 1] <= gain:
            return place
    return len(losses) - 1


@final
class Growth(Explorable):
    """Plot the losses of networks of growing size, and mark the size at which to stop.

    Args:
        histories: the `history` of `fit` for each number of units, with "loss" and "val_loss", the
            smallest number first.
        units: the size at first; by default the smallest.
        gain: the smallest improvement of the validation loss that justifies a larger size.
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
            raise ValueError(f"units={units}: there are histories only for {sizes}")
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
        return f"lowest validation loss by number of units: {rows}; stop at {stop} units"
