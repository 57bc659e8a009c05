"""A notebook's cells run one after another in IPython, as they do in the student's own kernel."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import Any, Final

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from .calls import Failure, TimeLimitError, describe, time_limit
from .values import KEPT

QUIET: Final = Config(
    HistoryManager={"enabled": False}, InteractiveShell={"xmode": "Minimal", "colors": "nocolor"}
)
"""No history, which would want a file and a thread, and no painted tracebacks nobody reads."""


@dataclass
class Transcript:
    """What one cell printed, drew and evaluated to, cut off where it floods."""

    printed: dict[str, str] = field(default_factory=dict)
    shown: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def write(self, stream: str, text: str) -> None:
        """Add printed text, up to the limit."""
        room = KEPT["text/plain"] - len(self.printed.setdefault(stream, ""))
        self.printed[stream] += text[: max(room, 0)]

    def show(self, kind: str, data: dict[str, Any]) -> None:
        """Add an output, in those forms that may be handed on."""
        kept = {
            mime: data[mime]
            for mime, limit in KEPT.items()
            if isinstance(data.get(mime), str) and 0 < len(data[mime]) <= limit
        }
        if kept and len(self.shown) < 50:
            self.shown.append((kind, kept))


class _Stream:
    """Standard output or error, written to the transcript of the cell that is running."""

    encoding = "utf-8"

    def __init__(self, name: str) -> None:
        self.name = name
        self.transcript = Transcript()

    def write(self, text: str) -> int:
        self.transcript.write(self.name, text)
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Do nothing: text is kept as it comes."""

    def isatty(self) -> bool:
        return False


class _Hook(DisplayHook):  # type: ignore[misc]
    """Keeps the value of a cell's last line."""

    def __call__(self, result: object = None) -> None:
        if result is not None and not self.quiet():
            data, _ = self.shell.display_formatter.format(result, include={*KEPT})
            self.shell.transcript.show("execute_result", data)
            self.update_user_ns(result)


class _Publisher(DisplayPublisher):  # type: ignore[misc]
    """Keeps what a cell displays."""

    def publish(self, data: dict[str, Any], **_options: Any) -> None:
        self.shell.transcript.show("display_data", data)


class Shell(InteractiveShell):  # type: ignore[misc]
    """An IPython without terminal, history or kernel."""

    displayhook_class = _Hook
    display_pub_class = _Publisher
    transcript = Transcript()

    def showtraceback(self, *_what: Any, **_options: Any) -> None:
        """Say nothing: the failure is described in the answer to the judge."""

    def showsyntaxerror(self, *_what: Any, **_options: Any) -> None:
        """Say nothing, as above."""

    def enable_gui(self, gui: str | None = None) -> None:
        """Do nothing: figures are drawn in the page, whatever `%matplotlib` asks for."""


class Cells:
    """Runs cells, and answers each with its transcript and how it failed, if it did."""

    def __init__(self) -> None:
        self.shell = Shell.instance(config=QUIET)
        self.streams = [_Stream("stdout"), _Stream("stderr")]
        sys.stdout, sys.stderr = self.streams
        self.at_first = dict(self.names)

    @property
    def names(self) -> dict[str, Any]:
        """The notebook's global names."""
        names: dict[str, Any] = self.shell.user_ns
        return names

    def run(self, source: str, seconds: float) -> tuple[Transcript, Failure | None]:
        """Run one cell."""
        transcript = self.shell.transcript = Transcript()
        for stream in self.streams:
            stream.transcript = transcript
        try:
            with time_limit(seconds):
                result = self.shell.run_cell(source, store_history=True)
        except TimeLimitError as error:
            return transcript, describe(error)
        raised = result.error_before_exec or result.error_in_exec
        return transcript, None if raised is None else describe(raised)

    def forget(self) -> None:
        """Be as if nothing had been run."""
        self.shell.reset(new_session=True)
        for name, value in self.at_first.items():
            self.names.setdefault(name, value)  # IPython drops some of its own
        history = self.shell.history_manager
        history._i = history._ii = history._iii = history._i00 = ""  # noqa: SLF001  it keeps these
