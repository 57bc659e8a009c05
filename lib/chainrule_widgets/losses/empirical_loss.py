"""The loss of a data set is a mean: every example pays its share, and some pay nearly all."""

from collections.abc import Sequence
from typing import Any, Final, final

import numpy as np
import traitlets
from chainrule import losses

from chainrule_widgets.explorable import StateExplorable, script

_STATE: Final = ("predictions", "loss", "reduction")
_LOSSES: Final = {
    "binary cross-entropy": losses.BinaryCrossentropy,
    "mse": losses.MeanSquaredError,
    "mae": losses.MeanAbsoluteError,
}
_REDUCTIONS: Final = ("sum_over_batch_size", "sum", "none")


@final
class EmpiricalLoss(StateExplorable):
    """A row for each example: its prediction, to be dragged; its target, 0 or 1; its loss."""

    _esm = script(__file__)
    depends_on = _STATE

    predictions = traitlets.List(traitlets.Float(min=0.0, max=1.0)).tag(sync=True)
    targets = traitlets.List(traitlets.Int(min=0, max=1)).tag(sync=True)
    labels = traitlets.List(traitlets.Unicode()).tag(sync=True)
    loss = traitlets.Enum(tuple(_LOSSES), "binary cross-entropy").tag(sync=True)
    reduction = traitlets.Enum(_REDUCTIONS, "sum_over_batch_size").tag(sync=True)

    def __init__(
        self,
        predictions: Sequence[float] = (0.9, 0.2, 0.6, 0.05),
        targets: Sequence[int] = (1, 0, 1, 1),
        labels: Sequence[str] = (),
        loss: str = "binary cross-entropy",
        *,
        reduction: str = "sum_over_batch_size",
    ) -> None:
        names = list(labels) or [f"example {i + 1}" for i in range(len(targets))]
        if not len(predictions) == len(targets) == len(names) or not 1 <= len(names) <= 8:
            raise ValueError(
                "EmpiricalLoss needs 1 to 8 examples, each with a prediction, a target and a "
                f"label, and was given {len(predictions)}, {len(targets)} and {len(names)}"
            )
        super().__init__(
            predictions=[float(p) for p in predictions],
            targets=list(targets),
            labels=names,
            loss=loss,
            reduction=reduction,
        )

    def answer(self, asked: dict[str, Any]) -> tuple[dict[str, Any], list[bytes]]:
        p = np.array(asked["predictions"], dtype=float)[:, np.newaxis]
        y = np.array(self.targets, dtype=float)[:, np.newaxis]
        kind = _LOSSES[asked["loss"]]
        each = kind(reduction="none")(y, p)
        whole = kind(reduction=asked["reduction"])(y, p)
        answer = {
            "each": each.tolist(),
            "whole": np.atleast_1d(whole).tolist(),
            "mean": float(kind()(y, p)),
        }
        return {**asked, **answer}, []

    def describe(self) -> str:
        each = ", ".join(f"{value:.3g}" for value in self.seen["each"])
        return f"{self.loss} of {len(self.targets)} examples: {each}; J = {self.seen['mean']:.4g}"
