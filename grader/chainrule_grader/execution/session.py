"""A session runs one notebook in a worker, and starts a new worker when one ends.

A cell or a call that ends the worker fails, and nothing else does: the cells before it run again in
a new worker, the failed one is left out, and the rest of the notebook continues.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, final

from chainrule_worker.calls.failure import Failure
from chainrule_worker.calls.time_limit import WALL_CLOCK_FACTOR
from chainrule_worker.encoding import WireError

from chainrule_grader.execution import responses
from chainrule_grader.execution.callbacks import answer_callback
from chainrule_grader.execution.request import Request, Result, cell_request
from chainrule_grader.execution.request_queue import RequestQueue
from chainrule_grader.execution.sandbox import (
    Limits,
    MemoryLimitError,
    SandboxError,
    WorkerProcess,
)
from chainrule_grader.submissions.cell import CellResult

GRACE_SECONDS: Final = 2.0
"""How long a worker may take to report that its time limit is exceeded."""


@final
class Session:
    """A notebook's cells and functions, in a worker."""

    def __init__(
        self,
        limits: Limits,
        secrets: list[Path],
        *,
        profile: str = "",
        unsafe: bool = False,
    ) -> None:
        self.limits = limits
        self.secrets = secrets
        self.profile = profile
        self.unsafe = unsafe
        self.history: list[str] = []
        self.restarts = -1
        self.deadline = time.monotonic() + limits.notebook_seconds
        self.worker: WorkerProcess | None = None
        self.lost: SandboxError | None = None
        """Why the notebook must be run again, if what starts the workers has ended."""
        self.queue = RequestQueue()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with contextlib.suppress(SandboxError):
            self._stop_worker()

    def raise_lost(self) -> None:
        """Raise the error of a worker that was lost by no fault of the notebook's.

        Raises:
            SandboxError: if there is one.
        """
        if self.lost is not None:
            raise self.lost

    def run(self, source: str) -> CellResult:
        """Run a cell and return its result."""
        return self.cell_result(self.submit_cell(source))

    def submit_cell(self, source: str) -> Request:
        """Submit a cell, which runs before everything that is requested later."""
        request = cell_request(source, self.limits.cell_seconds)
        self.queue.submit(request)
        return request

    def submit_calls(self, requests: list[Request]) -> None:
        """Submit calls as one batch, whose calls are made one after another."""
        self.queue.submit_batch(requests)

    def cell_result(self, request: Request) -> CellResult:
        """Wait for the result of a submitted cell."""
        result = self.result(request)
        if isinstance(result, Failure):
            return CellResult(failure=result)
        return responses.read_cell_result(result)

    def result(self, request: Request) -> Result:
        """Wait for the result of a submitted request."""
        while request.result is None:
            self._receive_next()
        return request.result

    def request(
        self, message: dict[str, Any], seconds: float, functions: list[Callable[..., Any]]
    ) -> Result:
        """Send a message after all submitted requests, and wait for the result.

        Meanwhile the worker may call `functions`. If it gives no response, it is stopped.
        """
        while self.queue.first is not None:
            self._receive_next()
        return self._request(message, seconds, functions)

    def _request(
        self, message: dict[str, Any], seconds: float, functions: list[Callable[..., Any]]
    ) -> Result:
        try:
            worker = self._running_worker()
            deadline = self._deadline(seconds)
            response = worker.request(message, deadline - time.monotonic())
            while response.get("op") == "callback":
                answer = answer_callback(response, functions)
                response = worker.request(answer, deadline - time.monotonic())
        except (TimeoutError, WireError) as error:
            self._stop_worker()
            return _failure(error)
        return response

    def _deadline(self, seconds: float) -> float:
        """Return the time on the clock at which so much work must be done."""
        return min(self.deadline, time.monotonic() + WALL_CLOCK_FACTOR * seconds + GRACE_SECONDS)

    def _receive_next(self) -> None:
        """Wait for the result of the first request in the queue; a failed one is not repeated."""
        first = self.queue.first
        assert first is not None
        try:
            worker = self._running_worker()
            deadline = self._deadline(first.seconds)
            self.queue.flush(worker, deadline - time.monotonic())
            response = worker.receive(deadline - time.monotonic())
        except (TimeoutError, WireError) as error:
            self._stop_worker()
            if self.queue.release_held() and time.monotonic() < self.deadline:
                # Responses were held back: request them one by one, to find the call that failed.
                self.restarts -= 1
            else:
                self.queue.fail_first(_failure(error))
            return
        self.queue.complete_first(response)
        if first.message["op"] == "cell":
            self.history.append(first.message["source"])

    def _running_worker(self) -> WorkerProcess:
        """Return a worker in which all cells so far have run.

        Raises:
            TimeoutError: if the notebook has used up its time or its workers.
        """
        if self.worker is None:
            self.restarts += 1
            if self.restarts > self.limits.restarts or time.monotonic() > self.deadline:
                raise TimeoutError
            try:
                self.worker = WorkerProcess(
                    self.limits, self.secrets, profile=self.profile, unsafe=self.unsafe
                )
            except SandboxError as error:
                self.lost = error
                raise
            self._run_history()
            return self._running_worker()
        return self.worker

    def _run_history(self) -> None:
        """Run the cells that ran before, in a new worker."""
        history, self.history = self.history, []
        for source in history:
            request = cell_request(source, self.limits.cell_seconds)
            if not isinstance(self._request(request.message, request.seconds, []), Failure):
                self.history.append(source)

    def _stop_worker(self) -> None:
        """Stop the worker.

        Raises:
            SandboxError: if what started it has ended, which ended it as well.
        """
        worker, self.worker = self.worker, None
        self.queue.mark_unsent()
        if worker is not None and not worker.stop():
            self.lost = SandboxError("the process that starts workers has ended")
            raise self.lost


def _failure(error: TimeoutError | WireError) -> Failure:
    if isinstance(error, MemoryLimitError):
        return Failure(MemoryError.__name__, str(error))
    timed_out = isinstance(error, TimeoutError)
    return responses.TIMED_OUT if timed_out else responses.WORKER_GONE
