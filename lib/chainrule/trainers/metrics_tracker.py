"""Average losses and metrics over the batches of an epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chainrule import metrics
from chainrule.trainers.output_values import output_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chainrule.arrays import Array
    from chainrule.trainers.examples import Batch
    from chainrule.trainers.objective import Objective

__all__ = ["MetricsTracker"]


class _TrackedMetric:
    """Hold a metric, its name in the logs, its output, and whether sample weights apply."""

    __slots__ = ("label", "metric", "output", "uses_weights")

    def __init__(self, label: str, output: int, metric: metrics.Metric, uses_weights: bool) -> None:
        self.label, self.output = label, output
        self.metric, self.uses_weights = metric, uses_weights


class MetricsTracker:
    """Average over all batches so far, each batch weighted by its number of examples."""

    def __init__(
        self,
        objective: Objective,
        widths: Sequence[int],
        metrics_given: Any,
        weighted_metrics: Any,
    ) -> None:
        self.names = objective.names
        self.tracked = [
            tracked
            for given, uses_weights in ((metrics_given, False), (weighted_metrics, True))
            for tracked in _tracked_metrics(objective, widths, given, uses_weights)
        ]
        self.reset()

    def reset(self) -> None:
        """Forget all batches."""
        self.count = 0
        self._total: Any = 0.0
        self._parts: list[Any] = [0.0] * len(self.names)
        for tracked in self.tracked:
            tracked.metric.reset_state()

    def update(
        self, batch: Batch, outputs: Sequence[Array], total: Any, parts: Sequence[Any]
    ) -> None:
        """Add the losses and predictions of one batch."""
        size = len(batch.x[0])
        self.count += size
        self._total += total * size
        if len(parts) > 1:
            self._parts = [a + b * size for a, b in zip(self._parts, parts, strict=True)]
        for tracked in self.tracked:
            i = tracked.output
            weights = batch.weights[i] if tracked.uses_weights else None
            tracked.metric.update_state(batch.y[i], outputs[i], weights)

    def logs(self) -> dict[str, Any]:
        """Return by name: the loss, the loss of each output if there are several, the metrics."""
        count = self.count or 1
        logs: dict[str, Any] = {"loss": float(self._total / count)}
        if len(self.names) > 1:
            for name, part in zip(self.names, self._parts, strict=True):
                logs[f"{name}_loss"] = float(part / count)
        return logs | {tracked.label: tracked.metric.result() for tracked in self.tracked}

    def direction(self, label: str) -> metrics.Direction | None:
        """Return "max" or "min" for the name of a loss or a metric; None for any other name."""
        name = label.removeprefix("val_")
        if name == "loss" or name in {f"{output}_loss" for output in self.names}:
            return "min"
        return next((t.metric.direction for t in self.tracked if t.label == name), None)


def _tracked_metrics(
    objective: Objective, widths: Sequence[int], given: Any, uses_weights: bool
) -> list[_TrackedMetric]:
    names = objective.names
    several = len(names) > 1
    if given is None:
        return []
    nested = several and isinstance(given, list | tuple)
    lists = output_values(given, names, "metrics") if nested or isinstance(given, dict) else [given]
    found = []
    for i, chosen in enumerate(lists):
        for metric_like in chosen if isinstance(chosen, list | tuple) else [chosen]:
            if metric_like is None:
                continue
            metric = metrics.get(metric_like, objective.losses[i], widths[i])
            label = f"{names[i]}_{metric.name}" if several else metric.name
            found.append(_TrackedMetric(label, i, metric, uses_weights))
    return found
