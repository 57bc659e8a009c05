"""A notebook's cells run in IPython, in order, as they do in the student's own kernel."""

from __future__ import annotations

import builtins
import sys
from dataclasses import dataclass, field
from types import FunctionType
from typing import Any, Final

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from chainrule_worker.calls.failure import Failure, describe_error
from chainrule_worker.calls.no_input import no_input
from chainrule_worker.calls.time_limit import TimeLimitError, time_limit
from chainrule_worker.values import OUTPUT_LIMITS

CONFIG: Final = Config(
    HistoryManager={"enabled": False}, InteractiveShell={"xmode": "Minimal", "colors": "nocolor"}
)
"""No history, because it needs a file and a thread, and no colours in tracebacks."""


@dataclass
class Transcript:
    """What one cell printed and displayed, up to a limit."""

    printed: dict[str, str] = field(default_factory=dict)
    shown: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def write(self, stream: str, text: str) -> None:
        """Add printed text, up to the limit."""
        left = OUTPUT_LIMITS["text/plain"] - len(self.printed.setdefault(stream, ""))
        self.printed[stream] += text[: max(left, 0)]

    def show(self, kind: str, data: dict[str, Any]) -> None:
        """Add an output in the accepted MIME types."""
        accepted = {
            mime: data[mime]
            for mime, limit in OUTPUT_LIMITS.items()
            if isinstance(data.get(mime), str) and 0 < len(data[mime]) <= limit
        }
        if accepted and len(self.shown) < 50:
            self.shown.append((kind, accepted))


class _Stream:
    """Standard output or standard error; its text is added to the running cell's transcript."""

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
        """Do nothing: there is no buffer."""

    def isatty(self) -> bool:
        return False


class _DisplayHook(DisplayHook):  # type: ignore[misc]
    """Records the value of a cell's last expression."""

    def __call__(self, result: object = None) -> None:
        if result is not None and not self.quiet():
            data, _ = self.shell.display_formatter.format(result, include={*OUTPUT_LIMITS})
            self.shell.transcript.show("execute_result", data)
            self.update_user_ns(result)


class _DisplayPublisher(DisplayPublisher):  # type: ignore[misc]
    """Records what a cell displays."""

    def publish(self, data: dict[str, Any], **_options: Any) -> None:
        self.shell.transcript.show("display_data", data)


class Shell(InteractiveShell):  # type: ignore[misc]
    """An IPython shell without terminal, history or kernel."""

    displayhook_class = _DisplayHook
    display_pub_class = _DisplayPublisher
    transcript = Transcript()

    def showtraceback(self, *_what: Any, **_options: Any) -> None:
        """Print nothing: the response to the judge contains the failure."""

    def showsyntaxerror(self, *_what: Any, **_options: Any) -> None:
        """Print nothing, as above."""

    def enable_gui(self, gui: str | None = None) -> None:
        """Do nothing: there is no GUI, so figures are always drawn inline."""


class CellRunner:
    """Runs the cells of one notebook."""

    def __init__(self) -> None:
        self.shell = Shell.instance(config=CONFIG)
        self.streams = [_Stream("stdout"), _Stream("stderr")]
        sys.stdout, sys.stderr = self.streams
        self.initial_names = dict(self.namespace)
        self.functions: dict[str, FunctionType] = {}

    @property
    def namespace(self) -> dict[str, Any]:
        """The notebook's global names."""
        namespace: dict[str, Any] = self.shell.user_ns
        return namespace

    def run(self, source: str, seconds: float) -> tuple[Transcript, Failure | None]:
        """Run one cell; return its transcript, and its failure if it failed."""
        transcript = self.shell.transcript = Transcript()
        for stream in self.streams:
            stream.transcript = transcript
        try:
            with time_limit(seconds), no_input():
                result = self.shell.run_cell(source, store_history=True)
        except TimeLimitError as error:
            return transcript, describe_error(error)
        self._store_functions()
        raised = result.error_before_exec or result.error_in_exec
        return transcript, None if raised is None else describe_error(raised)

    def overwritten_names(self, modules: dict[str, str]) -> dict[str, Any]:
        """Return the names that a cell gave another value, each with its original value.

        These are the names of modules, Python's built-in functions, and the notebook's own
        functions whose names stand for something else now.
        """
        originals = {name: sys.modules.get(module) for name, module in modules.items()}
        public = {name for name in self.namespace if not name.startswith("_")}
        originals |= {name: vars(builtins)[name] for name in public & vars(builtins).keys()}
        return {
            name: original
            for name, original in originals.items()
            if original is not None and self._is_overwritten(name, original)
        } | {
            name: function
            for name, function in self.functions.items()
            if name in self.namespace and not callable(self.namespace[name])
        }

    def _is_overwritten(self, name: str, original: object) -> bool:
        """Return whether a name has neither its original value nor the one that IPython gave it."""
        value = self.namespace.get(name)
        return value is not original and value is not self.initial_names.get(name, original)

    def _store_functions(self) -> None:
        """Remember the functions that the cells so far have defined, by their names."""
        for name, value in self.namespace.items():
            if type(value) is FunctionType and value.__name__ == name:
                self.functions[name] = value

    def reset(self) -> None:
        """Return to the state in which no cell has been run."""
        self.functions.clear()
        self.shell.reset(new_session=True)
        for name, value in self.initial_names.items():
            self.namespace.setdefault(name, value)  # IPython removes some of its own names
        history = self.shell.history_manager
        history._i = history._ii = history._iii = history._i00 = ""  # noqa: SLF001  `reset` leaves these
