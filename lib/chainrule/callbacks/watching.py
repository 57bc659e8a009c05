"""What callbacks share that watch one number and act when it stops getting better."""

from __future__ import annotations

import warnings
from typing import Any

from chainrule.callbacks.callback import Callback

__all__ = ["Watching"]


class Watching(Callback):
    """A callback with a `monitor`, the name of a loss or metric.

    `mode` says whether more ("max") or less ("min") is better; "auto" knows it for losses and
    metrics. A change counts as better if it is larger than `min_delta`.
    """

    def __init__(self, monitor: str, mode: str, min_delta: float) -> None:
        super().__init__()
        if mode not in {"auto", "min", "max"}:
            raise ValueError(f"mode is 'auto', 'min' or 'max', and not {mode!r}")
        self.monitor, self.mode, self.min_delta = monitor, mode, abs(min_delta)
        self.best: float | None = None

    def current(self, logs: dict[str, Any]) -> float | None:
        """Return what is watched; where it is missing, warn and return None."""
        if self.monitor not in logs:
            warnings.warn(
                f"{type(self).__name__} watches {self.monitor!r}, and there is only "
                f"{', '.join(logs) or 'nothing'}",
                stacklevel=3,
            )
            return None
        return float(logs[self.monitor])

    def improves(self, value: float, on: float | None) -> bool:
        """Tell whether a value is better than another, by more than `min_delta`."""
        if on is None:
            return True
        if self._direction() == "max":
            return value - self.min_delta > on
        return value + self.min_delta < on

    def _direction(self) -> str:
        if self.mode != "auto":
            return self.mode
        known = self.model.compiled.tally.better(self.monitor)
        if known is None:
            raise ValueError(
                f"{type(self).__name__} cannot tell whether more or less of {self.monitor!r} is "
                "better: say mode='min' or mode='max'"
            )
        return known
