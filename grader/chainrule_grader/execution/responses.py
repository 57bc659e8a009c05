"""What a worker answers is a claim of the student's process: it is read piece by piece.

Each piece is taken if it is of the kind that it should be, cut to size, and left out otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from chainrule_worker.calls import Failure, Outcome
from chainrule_worker.values import KEPT

BASE64: Final = re.compile(r"[A-Za-z0-9+/=\s]*")
KINDS: Final = frozenset({"execute_result", "display_data"})
GONE: Final = Failure("WorkerGone", "the process ended")
LATE: Final = Failure("TimeLimitError", "took too long")


@dataclass(frozen=True)
class CellResult:
    """What running one cell gave: printed text, outputs, and how it failed, if it did."""

    printed: tuple[tuple[str, str], ...] = ()
    shown: tuple[tuple[str, dict[str, str]], ...] = ()
    failure: Failure | None = None


def cell_result(answer: dict[str, Any]) -> CellResult:
    """Read the answer to a cell."""
    printed, shown = answer.get("printed"), answer.get("shown")
    texts = printed if isinstance(printed, dict) else {}
    outputs = shown if isinstance(shown, list) else []
    return CellResult(
        tuple((name, _text(texts[name], 20_000)) for name in ("stdout", "stderr") if name in texts),
        tuple(output for item in outputs[:50] for output in _output(item)),
        _failure(answer.get("failure")),
    )


def outcome(answer: dict[str, Any]) -> Outcome:
    """Read the answer to a call."""
    warnings, changed = answer.get("warnings"), answer.get("changed")
    noted = warnings[:5] if isinstance(warnings, list) else []
    indices = changed[:20] if isinstance(changed, list) else []
    return Outcome(
        answer.get("value"),
        _failure(answer.get("failure")),
        tuple(_text(warning, 200) for warning in noted),
        tuple(index for index in indices if type(index) is int),
    )


def _text(value: Any, limit: int) -> str:
    """Take text that can be shown: cut to size, without the control characters of terminals."""
    text = value[:limit] if isinstance(value, str) else ""
    if text.isprintable():
        return text
    return "".join(c for c in text if c.isprintable() or c in "\n\t")


def _failure(value: Any) -> Failure | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        return GONE
    kind = "".join(c for c in _text(value.get("kind"), 60) if c.isalnum() or c in "_.")
    return Failure(kind or "Error", _text(value.get("message"), 300), _text(value.get("line"), 120))


def _output(item: Any) -> list[tuple[str, dict[str, str]]]:
    """Take one output, in the forms that no browser would execute."""
    match item:
        case [str(kind), dict(data)] if kind in KINDS:
            kept = {mime: _text(data[mime], limit) for mime, limit in KEPT.items() if mime in data}
            if not BASE64.fullmatch(kept.get("image/png", "")):
                del kept["image/png"]
            return [(kind, kept)] if kept else []
    return []
