"""A worker's response is a claim of the student's process, so it is read field by field.

A field of the expected type is accepted up to a maximal size; every other field is ignored.
"""

from __future__ import annotations

import itertools
import re
from typing import Any, Final

from chainrule_worker.calls.call import Outcome
from chainrule_worker.calls.failure import Failure
from chainrule_worker.values import OUTPUT_LIMITS

from chainrule_grader.execution.result_limits import TOO_LARGE, ResultBudget
from chainrule_grader.submissions.cell import CellResult

BASE64: Final = re.compile(r"[A-Za-z0-9+/=\s]*")
OUTPUT_TYPES: Final = frozenset({"execute_result", "display_data"})
WORKER_GONE: Final = Failure("WorkerGone", "the process ended")
TIMED_OUT: Final = Failure("TimeLimitError", "took too long")


def read_cell_result(response: dict[str, Any]) -> CellResult:
    """Read the response to a cell."""
    printed, shown = response.get("printed"), response.get("shown")
    texts = printed if isinstance(printed, dict) else {}
    outputs = shown if isinstance(shown, list) else []
    return CellResult(
        tuple((name, _text(texts[name], 20_000)) for name in ("stdout", "stderr") if name in texts),
        tuple(output for item in outputs[:50] for output in _output(item)),
        _failure(response.get("failure")),
    )


def read_outcome(response: dict[str, Any], args: tuple[Any, ...], budget: ResultBudget) -> Outcome:
    """Read the response to a call with these arguments; its value counts against a budget."""
    if not budget.accept(response.get("value")):
        return Outcome(failure=TOO_LARGE)
    warnings, changed = response.get("warnings"), response.get("changed")
    messages = warnings[:5] if isinstance(warnings, list) else []
    return Outcome(
        response.get("value"),
        _failure(response.get("failure")),
        tuple(_text(message, 200) for message in messages),
        *_changes(changed, response.get("after"), args),
    )


def _changes(
    changed: Any, after: Any, args: tuple[Any, ...]
) -> tuple[tuple[int, ...], tuple[Any, ...], tuple[Any, ...]]:
    """Return the positions of the changed arguments, their values before, and those after."""
    positions = changed if isinstance(changed, list) else []
    values = after if isinstance(after, list) else []
    known = {
        position: value
        for position, value in itertools.zip_longest(positions[:20], values[: len(positions)][:20])
        if type(position) is int and 0 <= position < len(args)
    }
    return tuple(known), tuple(args[position] for position in known), tuple(known.values())


def _text(value: Any, limit: int) -> str:
    """Return at most `limit` characters, without control characters."""
    text = value[:limit] if isinstance(value, str) else ""
    if text.isprintable():
        return text
    return "".join(c for c in text if c.isprintable() or c in "\n\t")


def _failure(value: Any) -> Failure | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        return WORKER_GONE
    kind = "".join(c for c in _text(value.get("kind"), 60) if c.isalnum() or c in "_.")
    return Failure(kind or "Error", _text(value.get("message"), 300), _text(value.get("line"), 120))


def _output(item: Any) -> list[tuple[str, dict[str, str]]]:
    """Read one output, in the MIME types that no browser executes."""
    match item:
        case [str(kind), dict(data)] if kind in OUTPUT_TYPES:
            accepted = {
                mime: _text(data[mime], limit)
                for mime, limit in OUTPUT_LIMITS.items()
                if mime in data
            }
            if not BASE64.fullmatch(accepted.get("image/png", "")):
                del accepted["image/png"]
            return [(kind, accepted)] if accepted else []
    return []
