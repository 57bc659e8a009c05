"""A worker process runs one notebook's code in a sandbox, connected by a socket."""

from __future__ import annotations

import socket
import time
from pathlib import Path
from typing import Any, Final, final

from chainrule_worker import wire
from chainrule_worker.encoding import WireError

from chainrule_grader.execution.sandbox import bubblewrap
from chainrule_grader.execution.sandbox.bubblewrap import BubblewrapProcess
from chainrule_grader.execution.sandbox.errors import NotStartedError, RefusedError, SandboxError
from chainrule_grader.execution.sandbox.forked import ForkedProcess
from chainrule_grader.execution.sandbox.limits import Limits
from chainrule_grader.execution.sandbox.memory_watch import MemoryWatch
from chainrule_grader.execution.sandbox.process import Process
from chainrule_grader.execution.sandbox.unsandboxed import UnsandboxedProcess
from chainrule_grader.execution.sandbox.zygote import zygote

refusals: Final[list[str]] = []
"""Why the system does not allow a zygote, once it has refused; then bubblewrap is used instead."""


@final
class WorkerProcess:
    """A worker that has started; it must be stopped, whatever happens."""

    def __init__(
        self,
        limits: Limits,
        secrets: list[Path],
        *,
        profile: str = "",
        unsafe: bool = False,
    ) -> None:
        """Start a worker.

        Args:
            limits: The worker's limits.
            secrets: Folders that the worker must not see.
            profile: What the notebook needs that is slow the first time, such as "drawing".
            unsafe: Start it without a sandbox.

        Raises:
            SandboxError: if the worker does not start.
        """
        self.connection, worker_end = socket.socketpair()
        self.reader = wire.MessageReader(self.connection)
        try:
            with worker_end:
                self.process: Process = (
                    UnsandboxedProcess(worker_end.fileno())
                    if unsafe
                    else _start_sandboxed(worker_end.fileno(), limits, secrets, profile)
                )
        except BaseException:
            self.connection.close()
            raise
        self.memory = MemoryWatch(self.process.number, limits.memory)
        try:
            self._await_ready(limits.start_seconds)
        except BaseException:
            self.stop()
            raise

    def _await_ready(self, seconds: float) -> None:
        """Wait for the worker's first message."""
        try:
            self.reader.receive(time.monotonic() + seconds)
        except TimeoutError:
            raise SandboxError(f"the worker did not start in {seconds:g} seconds") from None
        except WireError:
            raise NotStartedError(self.process.last_line()) from None

    def request(self, message: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Send a message and wait for the response.

        Raises:
            TimeoutError: if none was received in so many seconds on the clock.
            WireError: if the worker has ended, sent something that is not a message, or uses more
                memory than it may.
        """
        deadline = time.monotonic() + seconds
        wire.send(self.connection, message, deadline)
        return self.receive(deadline - time.monotonic())

    def send(self, frames: bytes, seconds: float) -> None:
        """Send encoded messages without waiting for a response.

        Raises:
            TimeoutError: if the worker does not read them in so many seconds on the clock.
            WireError: if the worker has ended.
        """
        wire.send_frames(self.connection, frames, time.monotonic() + seconds)

    def receive(self, seconds: float) -> dict[str, Any]:
        """Wait for one message from the worker; it raises the errors of `request`."""
        message = self._receive(time.monotonic() + seconds)
        if not isinstance(message, dict):
            raise WireError("a response that is not a dictionary")
        return message

    def _receive(self, deadline: float) -> Any:
        """Wait for one message, and look meanwhile how much memory the submission uses."""
        while True:
            self.memory.look()
            try:
                return self.reader.receive(min(deadline, self.memory.next_look))
            except TimeoutError:
                if time.monotonic() >= deadline:
                    raise

    def stop(self) -> bool:
        """Kill the worker and all that it started, and wait until they have ended.

        Returns whether what started it still runs; if not, that may be why the worker has ended.
        """
        self.connection.close()
        return self.process.stop()


def _start_sandboxed(worker_end: int, limits: Limits, secrets: list[Path], profile: str) -> Process:
    """Fork a worker from the zygote; if the system refuses that, start one with bubblewrap."""
    if not refusals:
        try:
            return _fork(worker_end, limits, secrets, profile)
        except RefusedError as error:
            reason = bubblewrap.unavailable_reason()
            if reason is not None:
                raise RefusedError(f"{error.reason}{reason}") from error
            refusals.append(error.reason)
    return BubblewrapProcess(worker_end, limits, secrets, refusals[-1])


def _fork(worker_end: int, limits: Limits, secrets: list[Path], profile: str) -> Process:
    """Fork a worker from the zygote, or from a new zygote if that one has ended meanwhile."""
    try:
        return ForkedProcess(worker_end, limits, zygote(secrets, limits), profile)
    except RefusedError:
        raise
    except NotStartedError:
        return ForkedProcess(worker_end, limits, zygote(secrets, limits), profile)
