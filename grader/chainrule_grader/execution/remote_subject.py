"""A function of a session's notebook, called over the socket."""

from __future__ import annotations

import itertools
import operator
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, final

from chainrule_worker.calls.call import Outcome
from chainrule_worker.calls.failure import Failure
from chainrule_worker.handles import FunctionHandle, ObjectHandle
from chainrule_worker.values import to_plain

from chainrule_grader.execution import responses
from chainrule_grader.execution.callbacks import reject_object
from chainrule_grader.execution.request import Request, Result
from chainrule_grader.execution.result_limits import ResultBudget
from chainrule_grader.execution.session import Session
from chainrule_grader.judging.subject import Subject


@final
class RemoteSubject(Subject):
    """A function of a session's notebook."""

    def __init__(
        self,
        session: Session,
        name: str,
        function: ObjectHandle | str | None = None,
        modules: Mapping[str, str] | None = None,
        budget: ResultBudget | None = None,
    ) -> None:
        super().__init__(name)
        self.session = session
        self.budget = budget or ResultBudget()
        self.function = function or name
        self.modules = modules
        """The names of modules; if they are given, overwritten names have their original values."""
        self.replacements: Mapping[str, Callable[..., Any]] = {}
        self.prefetched: deque[tuple[tuple[Any, ...], Request]] = deque()

    def prefetch(self, calls: list[tuple[Any, ...]]) -> None:
        # A call that takes or needs functions of ours must be made alone, to answer its callbacks.
        if not self.replacements:
            plain_calls = itertools.takewhile(lambda args: not any(map(callable, args)), calls)
            self.prefetched = deque((args, self._request(args)) for args in plain_calls)
            self.session.submit_calls([request for _, request in self.prefetched])

    def call(self, *args: Any) -> Outcome:
        if self.prefetched:
            expected_args, request = self.prefetched.popleft()
            if len(args) == len(expected_args) and all(map(operator.is_, args, expected_args)):
                return self._outcome(self.session.result(request), args)
            self.prefetched.clear()
        passed = [arg for arg in args if callable(arg)]
        functions = [*passed, *self.replacements.values()]
        request = self._request(args, passed)
        names = enumerate(self.replacements, len(passed))
        handles = {name: FunctionHandle(number) for number, name in names}
        message = request.message | {"replacements": handles}
        return self._outcome(self.session.request(message, request.seconds, functions), args)

    def _request(self, args: tuple[Any, ...], functions: list[Any] | None = None) -> Request:
        """Return the request for a call; its `functions` are sent as handles."""
        known = functions or []
        sent = tuple(
            FunctionHandle(known.index(arg)) if callable(arg) else to_plain(arg, reject_object)
            for arg in args
        )
        seconds = self.session.limits.call_seconds * self.time_factor
        message: dict[str, Any] = {
            "op": "call",
            "function": self.function,
            "args": sent,
            "seconds": seconds,
        }
        if self.modules is not None:
            message["modules"] = dict(self.modules)
        return Request(message, seconds)

    def _returned_function(self, handle: ObjectHandle, name: str) -> RemoteSubject:
        return self._related(name, handle)

    def other_function(self, name: str) -> RemoteSubject:
        return self._related(name)

    def _related(self, name: str, function: ObjectHandle | None = None) -> RemoteSubject:
        subject = RemoteSubject(self.session, name, function, self.modules, self.budget)
        subject.replacements, subject.time_factor = self.replacements, self.time_factor
        return subject

    def with_replacements(self, functions: Mapping[str, Callable[..., Any]]) -> RemoteSubject:
        subject = RemoteSubject(self.session, self.name, self.function, self.modules)
        subject.replacements = functions
        return subject

    def _outcome(self, result: Result, args: tuple[Any, ...]) -> Outcome:
        if isinstance(result, Failure):
            return Outcome(failure=result)
        return responses.read_outcome(result, args, self.budget)
