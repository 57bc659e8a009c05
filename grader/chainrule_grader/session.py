"""A session runs one notebook in a worker, and starts another where the first one dies.

A cell or a call that kills the worker costs what it was, and no more: the cells that ran before it
run again in a new worker, the deadly one is left out, and the rest of the notebook goes on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self, final

import numpy as np
from chainrule_worker import wire
from chainrule_worker.calls import WALL_FACTOR, Failure, Outcome
from chainrule_worker.values import Function, Opaque, Seed, plain, redeemed

from chainrule_grader import answers
from chainrule_grader.sandbox import Limits, WorkerProcess
from chainrule_grader.subject import Subject

GRACE = 2.0
"""Seconds that a worker has to notice by itself that the time is up."""


class Session:
    """A notebook's cells and functions, in a process of their own."""

    def __init__(
        self,
        limits: Limits,
        secrets: list[Path],
        *,
        modules: tuple[str, ...] = (),
        unsafe: bool = False,
    ) -> None:
        self.limits = limits
        self.secrets = secrets
        self.modules = modules
        self.unsafe = unsafe
        self.history: list[str] = []
        self.restarts = -1
        self.deadline = time.monotonic() + limits.notebook_seconds
        self.worker: WorkerProcess | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._end()

    def run(self, source: str) -> answers.CellResult:
        """Run a cell, and remember it for a worker that may have to take over."""
        result = self._run(source)
        if result.failure not in {answers.GONE, answers.LATE}:
            self.history.append(source)
        return result

    def _run(self, source: str) -> answers.CellResult:
        message = {"op": "cell", "source": source, "seconds": self.limits.cell_seconds}
        answer = self.ask(message, self.limits.cell_seconds, [])
        if isinstance(answer, Failure):
            return answers.CellResult(failure=answer)
        return answers.cell_result(answer)

    def ask(
        self, message: dict[str, Any], seconds: float, functions: list[Callable[..., Any]]
    ) -> dict[str, Any] | Failure:
        """Ask the worker; where it gives no answer, end it and say how it failed."""
        try:
            worker = self._alive()
            until = min(self.deadline, time.monotonic() + WALL_FACTOR * seconds + GRACE)
            answer = worker.ask(message, until - time.monotonic())
            while answer.get("op") == "callback":
                reply = _called_back(answer, functions)
                answer = worker.ask(reply, until - time.monotonic())
        except TimeoutError:
            self._end()
            return answers.LATE
        except wire.WireError:
            self._end()
            return answers.GONE
        return answer

    def _alive(self) -> WorkerProcess:
        """Return a worker in which all cells so far have run.

        Raises:
            TimeoutError: where the notebook has used up its time, or its workers.
        """
        if self.worker is None:
            self.restarts += 1
            if self.restarts > self.limits.restarts or time.monotonic() > self.deadline:
                raise TimeoutError
            options: dict[str, Any] = {"modules": self.modules, "unsafe": self.unsafe}
            self.worker = WorkerProcess(self.limits, self.secrets, **options)
            again, self.history = self.history, []
            for source in again:
                self.run(source)
            return self._alive()
        return self.worker

    def _end(self) -> None:
        if self.worker is not None:
            self.worker.stop()
            self.worker = None


@final
class RemoteSubject(Subject):
    """A function of a session's notebook, called over the socket."""

    def __init__(self, session: Session, name: str, function: Opaque | None = None) -> None:
        super().__init__(name)
        self.session = session
        self.function = function or name
        self.right: Mapping[str, Callable[..., Any]] = {}

    def look(self, *args: Any) -> Outcome:
        given = [arg for arg in args if callable(arg)]
        functions = [*given, *self.right.values()]
        tickets = {name: Function(len(given) + i) for i, name in enumerate(self.right)}
        sent = tuple(Function(given.index(a)) if callable(a) else plain(a, _keep) for a in args)
        seconds = self.session.limits.call_seconds * self.patience
        message = {"op": "call", "function": self.function, "args": sent, "seconds": seconds}
        answer = self.session.ask(message | {"right": tickets}, seconds, functions)
        if isinstance(answer, Failure):
            return Outcome(failure=answer)
        return answers.outcome(answer)

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
