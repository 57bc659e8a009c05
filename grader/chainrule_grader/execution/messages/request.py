"""A request is a message to the worker, and its result once that has been received."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from chainrule_worker.calls.failure import Failure

Result: TypeAlias = dict[str, Any] | Failure
"""The worker's response, or how the worker failed to give one."""


@dataclass(eq=False)  # two requests with equal messages are different requests
class Request:
    """A message to the worker that expects a response."""

    message: dict[str, Any]
    seconds: float
    """The time limit of the work."""
    frame: bytes = b""
    """The encoded message, once it is needed."""
    result: Result | None = None


def cell_request(source: str, seconds: float) -> Request:
    """Return a request to run a cell."""
    return Request({"op": "cell", "source": source, "seconds": seconds}, seconds)
