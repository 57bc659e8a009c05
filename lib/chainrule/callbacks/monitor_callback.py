"""Define a callback that monitors one loss or metric."""

from __future__ import annotations

import warnings
from typing import Any

from chainrule.callbacks.callback import Callback

__all__ = ["MonitorCallback"]


class MonitorCallback(Callback):
    """Compare the value named `monitor` with the best one so far.

    `mode` says whether a larger ("max") or a smaller ("min") value is better; "auto" takes it from
    the loss or metric. An improvement must be larger than `min_delta`.
    """

    def __init__(self, monitor: str, mode: str, min_delta: float) -> None:
        super().__init__()
        if mode not in {"auto", "min", "max"}:
            raise ValueError(f"mode is 'auto', 'min' or 'max', and not {mode!r}")
        self.monitor, self.mode, self.min_delta = monitor, mode, abs(min_delta)
        self.best: float | None = None

    def current(self, logs: dict[str, Any]) -> float | None:
        """Return the monitored value; warn and return None if there is none."""
        if self.monitor not in logs:
            warnings.warn(
                f"{type(self).__name__} monitors {self.monitor!r}, and there is only "
                f"{', '.join(logs) or 'nothing'}",
                stacklevel=3,
            )
            return None
        return float(logs[self.monitor])

    def improves(self, value: float, reference: float | None) -> bool:
        """Return whether a value is better than `reference` by more than `min_delta`."""
        if reference is None:
            return True
        if self._direction() == "max":
            return value - self.min_delta > reference
        return value + self.min_delta < reference

    def _direction(self) -> str:
        if self.mode != "auto":
            return self.mode
        known: str | None = self.model.metric_direction(self.monitor)
        if known is None:
            raise ValueError(
                f"{type(self).__name__} does not know whether a larger or a smaller "
                f"{self.monitor!r} is better: set mode='min' or mode='max'"
            )
        return known
