"""A bar that grows while a network trains, in a terminal or in a notebook."""

from __future__ import annotations

import sys
import time
from typing import Any, Final

from chainrule.callbacks.callback import Callback

__all__ = ["ProgressBar"]

_WIDTH: Final = 20
_PAUSE: Final = 0.1


class ProgressBar(Callback):
    """Shows epoch, steps, time and losses: as a bar (verbose=1), or a line an epoch (verbose=2).

    It is drawn at most ten times a second. A notebook gets a real progress element, a terminal a
    line that is written over, and anything else, such as a file, one line at the end of each epoch.
    """

    def __init__(self, verbose: int = 1) -> None:
        super().__init__()
        self.verbose = verbose
        self._handle: Any = None
        self._shown = self._start = 0.0
        self._live = False

    def on_train_begin(self, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self._live = self.verbose == 1 and (_in_notebook() or sys.stdout.isatty())

    def on_epoch_begin(self, epoch: int, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self._handle, self._shown = None, 0.0
        self._start = time.perf_counter()
        _write(f"Epoch {epoch + 1}/{self.params['epochs']}\n")

    def on_train_batch_end(self, batch: int, logs: dict[str, Any] | None = None) -> None:
        now = time.perf_counter()
        if self._live and now - self._shown > _PAUSE and batch + 1 < self.params["steps"]:
            self._shown = now
            self._draw(batch + 1, logs or {}, last=False)

    def on_epoch_end(self, epoch: int, logs: dict[str, Any] | None = None) -> None:  # noqa: ARG002
        self._draw(self.params["steps"], logs or {}, last=True)

    def _draw(self, done: int, logs: dict[str, Any], *, last: bool) -> None:
        steps = self.params["steps"]
        elapsed = time.perf_counter() - self._start
        words = [f"{done}/{steps}", f"{elapsed:.0f}s {_duration(elapsed / done)}/step"]
        words += [f"{name}: {_number(value)}" for name, value in logs.items()]
        if self._live and _in_notebook():
            self._show(done, steps, " - ".join(words))
            return
        filled = _WIDTH * done // steps
        bar = "━" * filled + " " * (_WIDTH - filled)
        head = f"{words[0]} {bar} " if self.verbose == 1 else f"{words[0]} - "
        back = "\r\x1b[K" if self._live else ""
        _write(back + head + " - ".join(words[1:]) + ("\n" if last else ""))

    def _show(self, done: int, steps: int, text: str) -> None:
        from html import escape  # noqa: PLC0415  # slow to load, and notebooks have it anyway

        bar = f'<progress value="{done}" max="{steps}">{done} of {steps}</progress>'
        bundle = {"text/plain": text, "text/html": f"<div>{bar} <code>{escape(text)}</code></div>"}
        if self._handle is None:
            display = sys.modules["IPython"].display.display
            self._handle = display(bundle, raw=True, display_id=True)
        else:
            self._handle.update(bundle, raw=True)


def _in_notebook() -> bool:
    """Tell whether a notebook's kernel runs this, without importing what is not there."""
    python = sys.modules.get("IPython")
    shell = python.get_ipython() if python is not None else None
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
