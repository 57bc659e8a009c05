"""Show the progress of a training in a terminal or a notebook."""

from __future__ import annotations

import sys
import time
from typing import Any, Final

from chainrule.callbacks.callback import Callback

__all__ = ["ProgressBar"]

_WIDTH: Final = 20
_INTERVAL: Final = 0.1


class ProgressBar(Callback):
    """Show epoch, steps, time and losses: as a bar (verbose=1), or as a line an epoch (verbose=2).

    The bar is updated at most ten times a second. In a notebook it is an HTML progress element, in
    a terminal a line that is overwritten; elsewhere, as in a file, each epoch writes one line.
    """

    def __init__(self, verbose: int = 1) -> None:
        super().__init__()
        self.verbose = verbose
        self._display: Any = None
        self._updated = self._start = 0.0
        self._live = False

    def on_train_begin(self, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self._live = self.verbose == 1 and (_in_notebook() or sys.stdout.isatty())

    def on_epoch_begin(self, epoch: int, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self._display, self._updated = None, 0.0
        self._start = time.perf_counter()
        _write(f"Epoch {epoch + 1}/{self.params['epochs']}\n")

    def on_train_batch_end(self, batch: int, logs: dict[str, Any] | None = None) -> None:
        now = time.perf_counter()
        if self._live and now - self._updated > _INTERVAL and batch + 1 < self.params["steps"]:
            self._updated = now
            self._draw(batch + 1, logs or {}, last=False)

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self._draw(self.params["steps"], logs or {}, last=True)

    def _draw(self, steps_done: int, logs: dict[str, Any], *, last: bool) -> None:
        steps = self.params["steps"]
        elapsed = time.perf_counter() - self._start
        count = f"{steps_done}/{steps}"
        fields = [f"{elapsed:.0f}s {_duration(elapsed / steps_done)}/step"]
        fields += [f"{name}: {_number(value)}" for name, value in logs.items()]
        if self._live and _in_notebook():
            self._update_html(steps_done, steps, " - ".join([count, *fields]))
            return
        filled = _WIDTH * steps_done // steps
        bar = "━" * filled + " " * (_WIDTH - filled)
        start = f"{count} {bar} " if self.verbose == 1 else f"{count} - "
        erase = "\r\x1b[K" if self._live else ""
        _write(erase + start + " - ".join(fields) + ("\n" if last else ""))

    def _update_html(self, steps_done: int, steps: int, text: str) -> None:
        from html import escape  # noqa: PLC0415  # slow to load, and notebooks have it anyway

        bar = f'<progress value="{steps_done}" max="{steps}">{steps_done} of {steps}</progress>'
        bundle = {"text/plain": text, "text/html": f"<div>{bar} <code>{escape(text)}</code></div>"}
        if self._display is None:
            display = sys.modules["IPython"].display.display
            self._display = display(bundle, raw=True, display_id=True)
        else:
            self._display.update(bundle, raw=True)


def _in_notebook() -> bool:
    """Return whether a notebook's kernel runs this process, without importing IPython."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return shell is not None and hasattr(shell, "kernel")


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _duration(seconds: float) -> str:
    for unit, scale in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * scale >= 1 or unit == "µs":
            return f"{seconds * scale:.0f}{unit}"
    return ""


def _number(value: Any) -> str:
    if getattr(value, "ndim", 0):  # a metric with one value for each class
        return str(value)
    return f"{value:.4f}" if abs(value) > 1e-3 else f"{value:.4e}"
