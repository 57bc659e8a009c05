"""A session runs one notebook in a worker, and starts another where the first one dies.

A cell or a call that kills the worker costs what it was, and no more: the cells that ran before it
run again in a new worker, the deadly one is left out, and the rest of the notebook goes on.
"""

from __future__ import annotations

import itertools
import operator
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, final

import numpy as np
from chainrule_worker import wire
from chainrule_worker.calls import WALL_FACTOR, Failure, Outcome
from chainrule_worker.values import Function, Opaque, Seed, plain, redeemed

from chainrule_grader.execution import responses
from chainrule_grader.execution.sandbox import Limits, WorkerProcess
from chainrule_grader.judging.subject import Subject

GRACE = 2.0
"""Seconds that a worker has to notice by itself that the time is up."""


MOST_UNDER_WAY = 64 * 2**10
"""Bytes that are sent ahead; a socket holds several times as many."""


@dataclass(eq=False)  # each is itself, whatever it carries
class Request:
    """A message that is to be answered, and its answer as soon as it is there."""

    message: dict[str, Any]
    seconds: float
    frame: bytes = b""
    answer: dict[str, Any] | Failure | None = None


class Session:
    """A notebook's cells and functions, in a process of their own."""

    def __init__(
        self,
        limits: Limits,
        secrets: list[Path],
        *,
        wish: str = "",
        unsafe: bool = False,
    ) -> None:
        self.limits = limits
        self.secrets = secrets
        self.wish = wish
        self.unsafe = unsafe
        self.history: list[str] = []
        self.restarts = -1
        self.deadline = time.monotonic() + limits.notebook_seconds
        self.worker: WorkerProcess | None = None
        self.flights: deque[Request] = deque()
        self.sent = 0
        self.runs = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._end()

    def run(self, source: str) -> responses.CellResult:
        """Run a cell, and remember it for a worker that may have to take over."""
        return self.landed_cell(self.post(source))

    def post(self, source: str) -> Request:
        """Have a cell run before whatever is asked for next, without waiting for it."""
        seconds = self.limits.cell_seconds
        flight = Request({"op": "cell", "source": source, "seconds": seconds}, seconds)
        self.flights.append(flight)
        return flight

    def landed_cell(self, flight: Request) -> responses.CellResult:
        """Wait for what a cell gave."""
        answer = self.landed(flight)
        if isinstance(answer, Failure):
            return responses.CellResult(failure=answer)
        return responses.cell_result(answer)

    def expect(self, flights: list[Request]) -> None:
        """Have calls made one after another, all under way before the first has come back.

        They are one run: after one of them has used up its time, the others are not made.
        """
        self.runs += 1
        for flight in flights:
            flight.message["run"] = self.runs
        for flight in flights[1:-1]:
            flight.message["hold"] = True
        self.flights.extend(flights)

    def landed(self, flight: Request) -> dict[str, Any] | Failure:
        """Wait for the answer to something that was posted or expected."""
        while flight.answer is None:
            self._land()
        return flight.answer

    def ask(
        self, message: dict[str, Any], seconds: float, functions: list[Callable[..., Any]]
    ) -> dict[str, Any] | Failure:
        """Ask the worker; where it gives no answer, end it and say how it failed."""
        while self.flights:
            self._land()
        return self._ask(message, seconds, functions)

    def _ask(
        self, message: dict[str, Any], seconds: float, functions: list[Callable[..., Any]]
    ) -> dict[str, Any] | Failure:
        try:
            worker = self._alive()
            until = self._until(seconds)
            answer = worker.ask(message, until - time.monotonic())
            while answer.get("op") == "callback":
                reply = _called_back(answer, functions)
                answer = worker.ask(reply, until - time.monotonic())
        except (TimeoutError, wire.WireError) as error:
            self._end()
            return responses.LATE if isinstance(error, TimeoutError) else responses.GONE
        return answer

    def _until(self, seconds: float) -> float:
        """Return the time on the clock at which so much work must be done."""
        return min(self.deadline, time.monotonic() + WALL_FACTOR * seconds + GRACE)

    def _land(self) -> None:
        """Wait for the answer to the first flight; what failed is not tried again."""
        first = self.flights[0]
        try:
            worker = self._alive()
            until = self._until(first.seconds)
            self._take_off(worker, until)
            answer = worker.hear(until - time.monotonic())
        except (TimeoutError, wire.WireError) as error:
            self._end()
            if self._set_apart(first):
                return
            first.answer = responses.LATE if isinstance(error, TimeoutError) else responses.GONE
            run = first.message.get("run", 0)
            rest = [one for one in self.flights if one is not first]
            self.flights = deque(one for one in rest if one.message.get("run") != run)
            return
        self.flights.popleft()
        self.sent -= 1
        first.answer = answer
        if first.message["op"] == "cell":
            self.history.append(first.message["source"])

    def _set_apart(self, first: Request) -> bool:
        """Have answers that were held back come one by one, to see which call it was that failed.

        Returns whether there were any; if so, nobody is to blame yet.
        """
        together = [one for one in self.flights if one.message.pop("hold", False)]
        for one in together:
            one.frame = b""
        unclear = first in together and time.monotonic() < self.deadline
        if unclear:
            self.restarts -= 1
        return unclear

    def _take_off(self, worker: WorkerProcess, until: float) -> None:
        """Send what waits, as much as the socket will surely take while nobody reads."""
        flying = sum(len(one.frame) for one in itertools.islice(self.flights, self.sent))
        frames = []
        for flight in itertools.islice(self.flights, self.sent, None):
            flight.frame = flight.frame or wire.encode(flight.message)
            if flying + len(flight.frame) > MOST_UNDER_WAY and flying:
                break
            flying += len(flight.frame)
            frames.append(flight.frame)
        self.sent += len(frames)
        if frames:
            worker.send(b"".join(frames), until - time.monotonic())

    def _alive(self) -> WorkerProcess:
        """Return a worker in which all cells so far have run.

        Raises:
            TimeoutError: where the notebook has used up its time, or its workers.
        """
        if self.worker is None:
            self.restarts += 1
            if self.restarts > self.limits.restarts or time.monotonic() > self.deadline:
                raise TimeoutError
            options: dict[str, Any] = {"wish": self.wish, "unsafe": self.unsafe}
            self.worker = WorkerProcess(self.limits, self.secrets, **options)
            self._run_again()
            return self._alive()
        return self.worker

    def _run_again(self) -> None:
        """Run the cells that ran before, in a new worker."""
        again, self.history = self.history, []
        seconds = self.limits.cell_seconds
        for source in again:
            message = {"op": "cell", "source": source, "seconds": seconds}
            if not isinstance(self._ask(message, seconds, []), Failure):
                self.history.append(source)

    def _end(self) -> None:
        if self.worker is not None:
            self.worker.stop()
            self.worker = None
        self.sent = 0


@final
class RemoteSubject(Subject):
    """A function of a session's notebook, called over the socket."""

    def __init__(self, session: Session, name: str, function: Opaque | None = None) -> None:
        super().__init__(name)
        self.session = session
        self.function = function or name
        self.right: Mapping[str, Callable[..., Any]] = {}
        self.expected: deque[tuple[tuple[Any, ...], Request]] = deque()

    def expect(self, calls: list[tuple[Any, ...]]) -> None:
        plain_ones = itertools.takewhile(lambda args: not any(map(callable, args)), calls)
        if not self.right:
            self.expected = deque((args, self._flight(args)) for args in plain_ones)
            self.session.expect([flight for _, flight in self.expected])

    def look(self, *args: Any) -> Outcome:
        if self.expected:
            awaited, flight = self.expected.popleft()
            if len(args) == len(awaited) and all(map(operator.is_, args, awaited)):
                return _outcome(self.session.landed(flight))
            self.expected.clear()
        given = [arg for arg in args if callable(arg)]
        functions = [*given, *self.right.values()]
        flight = self._flight(args, given)
        tickets = {name: Function(len(given) + i) for i, name in enumerate(self.right)}
        message = flight.message | {"right": tickets}
        return _outcome(self.session.ask(message, flight.seconds, functions))

    def _flight(self, args: tuple[Any, ...], given: list[Any] | None = None) -> Request:
        """Write a call; the functions that were given to it go as tickets."""
        known = given or []
        sent = tuple(Function(known.index(a)) if callable(a) else plain(a, _keep) for a in args)
        seconds = self.session.limits.call_seconds * self.patience
        message = {"op": "call", "function": self.function, "args": sent, "seconds": seconds}
        return Request(message, seconds)

    def _returned(self, ticket: Opaque, name: str) -> RemoteSubject:
        return self._beside(name, ticket)

    def other(self, name: str) -> RemoteSubject:
        return self._beside(name)

    def _beside(self, name: str, function: Opaque | None = None) -> RemoteSubject:
        subject = RemoteSubject(self.session, name, function)
        subject.right, subject.patience = self.right, self.patience
        return subject

    def with_right(self, functions: Mapping[str, Callable[..., Any]]) -> RemoteSubject:
        subject = RemoteSubject(self.session, self.name)
        subject.right = functions
        return subject


def _outcome(answer: dict[str, Any] | Failure) -> Outcome:
    return Outcome(failure=answer) if isinstance(answer, Failure) else responses.outcome(answer)


def _keep(value: object) -> Opaque:
    raise TypeError(f"a task passes a {type(value).__name__}, which cannot cross to the worker")


def _stands_for(ticket: Any) -> Any:
    """Return the generator that a seed stands for; other tickets are the student's own."""
    return np.random.default_rng(ticket.seed) if isinstance(ticket, Seed) else ticket


def _called_back(message: dict[str, Any], functions: list[Callable[..., Any]]) -> dict[str, Any]:
    """Answer a student's call of a function of ours; what they pass to it may be anything."""
    match message:
        case {"function": int(number), "args": tuple(args), "options": dict(options)} if (
            0 <= number < len(functions)
        ):
            try:
                args, options = redeemed(args, _stands_for), redeemed(options, _stands_for)
                return {"value": plain(functions[number](*args, **options), _keep)}
            except Exception as error:  # noqa: BLE001  the arguments are the student's
                return {"error": f"{type(error).__name__}: {error}"[:200]}
    raise wire.WireError("a call of no function")
