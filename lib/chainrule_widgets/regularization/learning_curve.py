"""Plot training and validation loss over the number of training examples."""

from collections.abc import Mapping, Sequence
from typing import Any, final

import numpy as np
import traitlets

from chainrule_widgets.explorable import Explorable, script


@final
class LearningCurve(Explorable):
    """Plot training and validation loss over the number of examples, for one to three networks.

    Args:
        sizes: the numbers of training examples, in increasing order.
        losses: for each network, by name, a pair (training loss, validation loss) for each size.
        place: the index in `sizes` at first.
    """

    _esm = script(__file__)

    sizes = traitlets.List(traitlets.Int()).tag(sync=True)
    names = traitlets.List(traitlets.Unicode()).tag(sync=True)
    losses = traitlets.List().tag(sync=True)
    place = traitlets.Int(0, min=0).tag(sync=True)

    def __init__(
        self,
        sizes: Sequence[int],
        losses: Mapping[str, Sequence[tuple[float, float]]],
        *,
        place: int = 0,
    ) -> None:
        table = [np.asarray(pairs, float) for pairs in losses.values()]
        if list(sizes) != sorted(sizes) or len(sizes) < 2:
            raise ValueError("LearningCurve needs at least two increasing numbers of examples")
        if not 1 <= len(table) <= 3 or any(pairs.shape != (len(sizes), 2) for pairs in table):
            raise ValueError(
                f"LearningCurve needs, for one to three networks, {len(sizes)} pairs of losses"
            )
        if not 0 <= place < len(sizes):
            raise ValueError(f"place={place}: there are only {len(sizes)} sizes")
        lists: list[Any] = [pairs.tolist() for pairs in table]
        super().__init__(sizes=list(sizes), names=list(losses), losses=lists, place=place)

    def describe(self) -> str:
        parts = ", ".join(
            f"{name} {pairs[self.place][0]:.3f} and {pairs[self.place][1]:.3f}"
            for name, pairs in zip(self.names, self.losses, strict=True)
        )
        return f"{self.sizes[self.place]} examples, training and validation loss: {parts}"
