"""A judge process does tasks for this process, one after another, with limits on memory and time.

A student's function decides what a judge has to compare, so a judge may use too much memory, take
too long or end. That must cost nobody but this student. The process is given its next task while it
works on one, if the task fits into the pipe, so that it never waits while results are written here.
"""

from __future__ import annotations

import contextlib
import ctypes
import multiprocessing
import pickle
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Collection
from multiprocessing.connection import Connection, wait
from typing import Any, Final, Generic, TypeVar, final

from chainrule_grader.execution.memory_limit import limit_memory

Task = TypeVar("Task")
Result = TypeVar("Result")

SECONDS: Final = 240.0
"""The most seconds on the clock for one task: a notebook's own limit is 60, and it may be tried
twice."""
MEMORY: Final = 2**30
"""The most bytes that a judge may use beside what it has at its start."""
PIPE_SIZE: Final = 2**20
"""The bytes that a pipe should hold, so that neither side waits for the other."""
FRAME: Final = 8
"""Bytes that a connection writes in addition to each message, at most."""
SLICE: Final = 1.0
"""The longest time of one wait, in seconds; see `tick`."""


class JudgeError(Exception):
    """A judge gave no result for a task; the message says what happened."""


@final
class JudgeProcess(Generic[Task, Result]):
    """A process that does tasks; it must be closed."""

    def __init__(self, work: Callable[[Task], Result]) -> None:
        self.used = 0.0
        """Seconds on the clock since the process began its first unfinished task."""
        self.given: deque[Task] = deque()
        """The tasks without a result: the first is being done, and a second one waits."""
        context: Any = multiprocessing.get_context("fork" if can_fork() else "spawn")
        task_reader, self.tasks = context.Pipe(duplex=False)
        self.results, result_writer = context.Pipe(duplex=False)
        self.capacity = _widen(self.tasks)
        _widen(self.results)
        process_args = (work, task_reader, result_writer)
        self.process = context.Process(target=_serve, args=process_args, daemon=True)
        self.process.start()
        task_reader.close()
        result_writer.close()

    def accepts(self, frame: Collection[int]) -> bool:
        """Return whether a packed task can be given without waiting for the process."""
        return not self.given or (len(self.given) < 2 and len(frame) + FRAME <= self.capacity)

    def give(self, task: Task, frame: bytes) -> None:
        """Give a task to the process, with the same task packed; there must be room."""
        if not self.given:
            self.used = 0.0
        self.given.append(task)
        # If the process has ended, `take` reports that.
        with contextlib.suppress(OSError):
            self.tasks.send_bytes(frame)

    def take(self) -> Result:
        """Wait for the result of the first task that was given.

        Raises:
            JudgeError: if there is none. The task is still the first of `given`, and the process
                is closed if it has ended.
        """
        try:
            succeeded, result = pickle.loads(self.results.recv_bytes())  # noqa: S301  our judge's
        except (OSError, EOFError):
            self.close()
            raise JudgeError(_ending(self.process.exitcode)) from None
        self.used = 0.0
        if not succeeded:
            raise JudgeError(result)
        self.given.popleft()
        received: Result = result
        return received

    def check_time(self) -> None:
        """End the process if it takes too long.

        Raises:
            JudgeError: if it did.
        """
        if self.given and self.used > SECONDS:
            self.close()
            raise JudgeError(f"it took longer than {SECONDS:g} seconds")

    def close(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.tasks.close()
        self.results.close()

    @property
    def is_closed(self) -> bool:
        """Whether the process was ended."""
        return bool(self.results.closed)


def pack(task: object) -> bytes:
    """Pack a task as it is sent to a process."""
    return pickle.dumps(task, pickle.HIGHEST_PROTOCOL)


def wait_for_results(judges: Collection[JudgeProcess[Any, Any]]) -> list[JudgeProcess[Any, Any]]:
    """Wait a while for some that have a result or have ended, and count the time of the others.

    While the whole system is stopped no time is counted, because no wait counts for more than a
    little more than its slice.
    """
    before = time.monotonic()
    ready = wait([judge.results for judge in judges], SLICE)
    elapsed = min(time.monotonic() - before, 1.5 * SLICE)
    for judge in judges:
        judge.used += elapsed
    return [judge for judge in judges if judge.results in ready]


def can_fork() -> bool:
    """Tell whether forking is safe; a forked process has all imports and shares their memory."""
    return sys.platform == "linux" and threading.active_count() == 1


def _serve(work: Callable[[Any], Any], tasks: Connection, results: Connection) -> None:
    """Do tasks until the other process ends."""
    _end_with_parent()
    limit_memory(MEMORY)
    while True:
        try:
            frame = tasks.recv_bytes()
        except (OSError, EOFError):
            return
        try:
            answer = (True, work(pickle.loads(frame)))  # noqa: S301  our own process packed it
        except Exception as error:  # noqa: BLE001  the other tasks must be done
            answer = (False, f"{type(error).__name__}: {error}"[:300])
        results.send_bytes(pack(answer))


def _end_with_parent() -> None:
    """End this process when its parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)


def _ending(status: int | None) -> str:
    """Say how a process ended."""
    if status is not None and status < 0:
        return f"its judge was ended by {signal.Signals(-status).name}"
    return f"its judge ended with status {status}"


def _widen(connection: Any) -> int:
    """Let a pipe hold many bytes, and return how many it holds; 0 if that is unknown."""
    if sys.platform != "linux":
        return 0
    import fcntl  # noqa: PLC0415  Windows has none

    with contextlib.suppress(OSError):  # a user's pipes may hold so many bytes, and no more
        fcntl.fcntl(connection.fileno(), fcntl.F_SETPIPE_SZ, PIPE_SIZE)
    return fcntl.fcntl(connection.fileno(), fcntl.F_GETPIPE_SZ)
