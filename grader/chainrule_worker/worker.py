"""The worker runs cells and calls functions when the judge requests it.

The student's code shares the worker's process and can send anything in the worker's name.
Therefore the judge treats every response as an unverified claim.
"""

from __future__ import annotations

import contextlib
import dataclasses
import socket
import time
from collections.abc import Callable
from typing import Any, Final

import numpy as np

from chainrule_worker import encoding, wire
from chainrule_worker.calls.call import call
from chainrule_worker.calls.failure import Failure
from chainrule_worker.calls.replaced_names import replaced_names
from chainrule_worker.calls.time_limit import TimeLimitError, defer_time_limit
from chainrule_worker.handles import FunctionHandle, ObjectHandle, Seed, resolve_handles
from chainrule_worker.shell import CellRunner
from chainrule_worker.values import to_plain, type_name

HOLD_SECONDS: Final = 0.005
"""The longest time that a response is held back."""


class Worker:
    """The process of one notebook: its cells, and the objects that have handles."""

    def __init__(self, connection: socket.socket, cells: CellRunner) -> None:
        self.connection = connection
        self.reader = wire.MessageReader(connection)
        self.cells = cells
        self.objects: list[object] = []
        self.timed_out_batch: object = None
        self.held = b""
        self.flushed = 0.0

    def serve(self) -> None:
        """Respond to requests until the judge closes the connection."""
        with contextlib.suppress(wire.ClosedError):
            wire.send(self.connection, {"op": "ready"})
            while True:
                request = self.reader.receive()
                self.respond(self.handle(request), hold=bool(request.get("hold")))

    def handle(self, request: dict[str, Any]) -> dict[str, Any]:
        """Do what a request asks for and return the response."""
        operations = {
            "cell": self.run_cell,
            "call": self.call_function,
            "overwritten": self.list_overwritten,
        }
        return operations[request["op"]](request)

    def respond(self, response: dict[str, Any], *, hold: bool = False) -> None:
        """Send a response, or a failure if the response is too large.

        A response that may be held back is sent together with the next one, if the next request
        has been received already and no response has been held for long. Waking the judge for
        each response takes more time than most calls.
        """
        try:
            frame = encoding.encode(response)
        except encoding.TooLargeError as error:
            frame = encoding.encode({"failure": _fields(Failure("TooLargeError", str(error)))})
        self.held += frame
        now = time.monotonic()
        if hold and now - self.flushed < HOLD_SECONDS and self.reader.has_more():
            return
        frames, self.held, self.flushed = self.held, b"", now
        wire.send_frames(self.connection, frames)

    def run_cell(self, request: dict[str, Any]) -> dict[str, Any]:
        """Run a cell: `{source, seconds}` → `{printed, shown, failure}`."""
        transcript, failure = self.cells.run(request["source"], request["seconds"])
        return {
            "printed": transcript.printed,
            "shown": [list(output) for output in transcript.shown],
            "failure": _fields(failure),
        }

    def list_overwritten(self, request: dict[str, Any]) -> dict[str, Any]:
        """List the names that cells gave another value: `{modules}` → `{names}`."""
        return {"names": sorted(self.cells.overwritten_names(request["modules"]))[:50]}

    def call_function(self, request: dict[str, Any]) -> dict[str, Any]:
        """Call a function: `{function, args, seconds, batch, …}` → `{value, failure, …}`.

        During the call the functions in `replacements` replace the student's functions of the same
        names. With `modules`, overwritten names have their original values during the call. After
        one call of a batch has timed out, the other calls of the batch fail at once.
        """
        target, batch = request["function"], request.get("batch")
        if batch is not None and batch == self.timed_out_batch:
            return {"failure": _fields(Failure(TimeLimitError.__name__, "not called any more"))}
        handles = request.get("replacements", {})
        replacements = {name: self.resolve(handle) for name, handle in handles.items()}
        modules = request.get("modules")
        originals = {} if modules is None else self.cells.overwritten_names(modules)
        with replaced_names(self.cells.namespace, originals | replacements):
            if isinstance(target, str) and target not in self.cells.namespace:
                return {"failure": _fields(Failure("Undefined", f"{target} is not defined"))}
            by_name = isinstance(target, str)
            function = self.cells.namespace[target] if by_name else self.resolve(target)
            outcome = call(function, request["args"], request["seconds"], self.store, self.resolve)
        if outcome.failure is not None and outcome.failure.kind == TimeLimitError.__name__:
            self.timed_out_batch = batch
        return {
            "value": outcome.value,
            "failure": _fields(outcome.failure),
            "warnings": list(outcome.warnings),
            "changed": list(outcome.changed),
            "after": list(outcome.after),
        }

    def store(self, value: object) -> ObjectHandle:
        """Store an object and return its handle."""
        self.objects.append(value)
        return ObjectHandle(len(self.objects) - 1, type_name(value))

    def resolve(self, value: Any) -> Any:
        """Replace the handles in a value by their objects."""
        return resolve_handles(value, self._resolve_handle)

    def _resolve_handle(self, handle: Any) -> Any:
        match handle:
            case ObjectHandle(number, _):
                return self.objects[number]
            case Seed(seed):
                return np.random.default_rng(seed)
            case FunctionHandle(number):
                return self._callback(number)
        raise TypeError("not a handle")

    def _callback(self, number: int) -> Callable[..., Any]:
        """Return a function that requests its values from the judge."""

        def function(*args: Any, **options: Any) -> Any:
            request = {
                "op": "callback",
                "function": number,
                "args": tuple(map(self._to_plain, args)),
                "options": {name: self._to_plain(value) for name, value in options.items()},
            }
            with defer_time_limit():
                wire.send(self.connection, request)
                response = self.reader.receive()
            if response.get("error"):
                raise ValueError(response["error"])
            return response["value"]

        return function

    def _to_plain(self, value: Any) -> Any:
        """Convert an argument of a callback; a random generator is sent as a seed that it draws."""
        if isinstance(value, np.random.Generator):
            return Seed(int(value.integers(2**63)))
        return to_plain(value, self.store)


def _fields(failure: Failure | None) -> dict[str, Any] | None:
    return None if failure is None else dataclasses.asdict(failure)
