"""The running account of an epoch: mean losses, and whatever metrics were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from chainrule import metrics
from chainrule.models.objective import by_output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.models.examples import Batch
    from chainrule.models.objective import Objective

__all__ = ["Tally"]


class _Watched(NamedTuple):
    label: str
    output: int
    metric: metrics.Metric
    weighted: bool


class Tally:
    """Means over all batches so far, each batch counted by its number of examples."""

    def __init__(
        self, objective: Objective, widths: Sequence[int], plain: Any, weighted: Any
    ) -> None:
        self.names = objective.names
        self.watched = [
            watched
            for given, weigh in ((plain, False), (weighted, True))
            for watched in _watched(objective, widths, given, weigh)
        ]
        self.reset()

    def reset(self) -> None:
        """Begin a new epoch."""
        self.count = 0
        self._total: Any = 0.0
        self._parts: list[Any] = [0.0] * len(self.names)
        for watched in self.watched:
            watched.metric.reset_state()

    def add(self, batch: Batch, outputs: Sequence[Array], total: Any, parts: Sequence[Any]) -> None:
        """Take the losses and predictions of one batch into account."""
        size = len(batch.x[0])
        self.count += size
        self._total += total * size
        if len(parts) > 1:
            self._parts = [a + b * size for a, b in zip(self._parts, parts, strict=True)]
        for _, i, metric, weighted in self.watched:
            metric.update_state(batch.y[i], outputs[i], batch.weights[i] if weighted else None)

    def logs(self) -> dict[str, Any]:
        """Return everything by name: loss, each output's loss where there are several, metrics."""
        count = self.count or 1
        logs: dict[str, Any] = {"loss": float(self._total / count)}
        if len(self.names) > 1:
            for name, part in zip(self.names, self._parts, strict=True):
                logs[f"{name}_loss"] = float(part / count)
        return logs | {watched.label: watched.metric.result() for watched in self.watched}

    def better(self, label: str) -> str | None:
        """Return "max" or "min" for the name of a loss or a metric; None for any other name."""
        name = label.removeprefix("val_")
        if name == "loss" or name in {f"{output}_loss" for output in self.names}:
            return "min"
        return next((w.metric.better for w in self.watched if w.label == name), None)


def _watched(
    objective: Objective, widths: Sequence[int], given: Any, weigh: bool
) -> list[_Watched]:
    names = objective.names
    several = len(names) > 1
    if given is None:
        return []
    nested = several and isinstance(given, list | tuple)
    lists = by_output(given, names, "metrics") if nested or isinstance(given, dict) else [given]
    found = []
    for i, wanted in enumerate(lists):
        for spelling in wanted if isinstance(wanted, list | tuple) else [wanted]:
            if spelling is None:
                continue
            metric = metrics.get(spelling, objective.losses[i], widths[i])
            label = f"{names[i]}_{metric.name}" if several else metric.name
            found.append(_Watched(label, i, metric, weigh))
    return found
