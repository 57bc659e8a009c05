"""The worker does what the judge asks: run a cell, call a function, and nothing of its own.

It believes itself to be watched by nobody: the student's code shares its process and may send
whatever it likes in its name. So the judge takes every message for what it is, a claim in numbers.
"""

from __future__ import annotations

import contextlib
import dataclasses
import socket
import time
from collections.abc import Callable
from typing import Any, Final

import numpy as np

from . import wire
from .calls import Failure, TimeLimitError, call, replaced, uninterrupted
from .shell import Cells
from .values import Function, Opaque, Seed, plain, redeemed, type_name

HOLD: Final = 0.005
"""Seconds after which an answer waits no longer for the next."""


class Worker:
    """One notebook's process: its cells, and the objects that judge and student refer to."""

    def __init__(self, connection: socket.socket, cells: Cells) -> None:
        self.connection = connection
        self.reader = wire.Reader(connection)
        self.cells = cells
        self.objects: list[object] = []
        self.overdue: object = None
        self.held = b""
        self.flushed = 0.0

    def serve(self) -> None:
        """Answer the judge until it hangs up."""
        with contextlib.suppress(wire.ClosedError):
            wire.send(self.connection, {"op": "ready"})
            while True:
                message = self.reader.receive()
                answer = {"cell": self.cell, "call": self.call}[message["op"]]
                self.answer(answer(message), hold=bool(message.get("hold")))

    def answer(self, answer: dict[str, Any], *, hold: bool = False) -> None:
        """Send an answer, or say that it is too large.

        An answer that may be held back goes with the next one, if that is asked for already and
        this one has not waited long: waking the judge costs more than many a call.
        """
        try:
            frame = wire.encode(answer)
        except wire.TooLargeError as error:
            frame = wire.encode({"failure": _fields(Failure("TooLargeError", str(error)))})
        self.held += frame
        now = time.monotonic()
        if hold and now - self.flushed < HOLD and self.reader.has_more():
            return
        held, self.held, self.flushed = self.held, b"", now
        try:
            self.connection.sendall(held)
        except OSError as error:
            raise wire.ClosedError("the other side is gone") from error

    def cell(self, message: dict[str, Any]) -> dict[str, Any]:
        """Run a cell: `{source, seconds}` → `{printed, shown, failure}`."""
        transcript, failure = self.cells.run(message["source"], message["seconds"])
        return {
            "printed": transcript.printed,
            "shown": [list(output) for output in transcript.shown],
            "failure": _fields(failure),
        }

    def call(self, message: dict[str, Any]) -> dict[str, Any]:
        """Call a function: `{function, args, seconds, right, run}` → `{value, failure, …}`.

        The functions in `right` stand for the student's own of those names meanwhile. After one
        call of a run has used up its time, the others fail at once.
        """
        target, run = message["function"], message.get("run")
        if run is not None and run == self.overdue:
            return {"failure": _fields(Failure(TimeLimitError.__name__, "not called any more"))}
        right = {name: self.redeem(ticket) for name, ticket in message.get("right", {}).items()}
        with replaced(self.cells.names, right):
            if isinstance(target, str) and target not in self.cells.names:
                return {"failure": _fields(Failure("Undefined", f"{target} is not defined"))}
            function = self.cells.names[target] if isinstance(target, str) else self.redeem(target)
            outcome = call(function, message["args"], message["seconds"], self.keep, self.redeem)
        if outcome.failure is not None and outcome.failure.kind == TimeLimitError.__name__:
            self.overdue = run
        return {
            "value": outcome.value,
            "failure": _fields(outcome.failure),
            "warnings": list(outcome.warnings),
            "changed": list(outcome.changed),
        }

    def keep(self, value: object) -> Opaque:
        """Keep an object and give a ticket for it."""
        self.objects.append(value)
        return Opaque(len(self.objects) - 1, type_name(value))

    def redeem(self, value: Any) -> Any:
        """Return a value with what its tickets stand for."""
        return redeemed(value, self.stands_for)

    def stands_for(self, ticket: Any) -> Any:
        """Return what a ticket stands for."""
        match ticket:
            case Opaque(number, _):
                return self.objects[number]
            case Seed(seed):
                return np.random.default_rng(seed)
            case Function(number):
                return self.judges_function(number)
        raise TypeError("no ticket")

    def crossing(self, value: Any) -> Any:
        """Make an argument plain; a random generator goes as a seed that it draws."""
        if isinstance(value, np.random.Generator):
            return Seed(int(value.integers(2**63)))
        return plain(value, self.keep)

    def judges_function(self, number: int) -> Callable[..., Any]:
        """Make a function that asks the judge for its values."""

        def function(*args: Any, **options: Any) -> Any:
            asked = {
                "op": "callback",
                "function": number,
                "args": tuple(map(self.crossing, args)),
                "options": {name: self.crossing(value) for name, value in options.items()},
            }
            with uninterrupted():
                wire.send(self.connection, asked)
                answer = self.reader.receive()
            if answer.get("error"):
                raise ValueError(answer["error"])
            return answer["value"]

        return function


def _fields(failure: Failure | None) -> dict[str, Any] | None:
    return None if failure is None else dataclasses.asdict(failure)
