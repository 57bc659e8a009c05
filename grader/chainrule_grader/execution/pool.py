"""Mark many notebooks in parallel, and return each result as soon as it is ready."""

from __future__ import annotations

import ctypes
import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from typing import Any, TypeVar

from chainrule_grader.execution.grading import GradingJob, mark
from chainrule_grader.execution.record import Record

Task = TypeVar("Task")
Result = TypeVar("Result")

QUEUED = 4
"""The tasks that are queued for each process, so that none waits and memory stays small."""


def mark_all(
    notebooks: Iterable[GradingJob], jobs: int | None = None, executor: Executor | None = None
) -> Iterator[Record]:
    """Mark notebooks; records come in the order in which they are ready."""
    return run_parallel(mark, notebooks, jobs, executor)


def run_parallel(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    jobs: int | None = None,
    executor: Executor | None = None,
) -> Iterator[Result]:
    """Do tasks with a number of processes (default: one for each core) or with an executor.

    Results come in the order in which they are ready.
    """
    rest = iter(tasks)
    first = list(itertools.islice(rest, 2))
    tasks = itertools.chain(first, rest)
    jobs = jobs or cores()
    if executor is not None:
        yield from _run_with(executor, work, tasks, QUEUED * 64)
    elif min(jobs, len(first)) <= 1:
        yield from map(work, tasks)
    else:
        with processes(jobs) as ours:
            yield from _run_with(ours, work, tasks, QUEUED * jobs)


def processes(count: int) -> Executor:
    """Start processes, which end with this one."""
    return ProcessPoolExecutor(count, mp_context=_context(), initializer=_end_with_parent)


def cores() -> int:
    """Return the number of cores that we may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _run_with(
    executor: Executor, work: Callable[[Task], Result], tasks: Iterable[Task], queued: int
) -> Iterator[Result]:
    """Keep a number of tasks queued in an executor, and yield the results."""
    tasks = iter(tasks)
    running: set[Future[Result]] = set()
    try:
        while True:
            for task in itertools.islice(tasks, queued - len(running)):
                running.add(executor.submit(work, task))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    finally:
        for future in running:
            future.cancel()


def can_fork() -> bool:
    """Tell whether forking is safe; a forked process has all imports and shares their memory."""
    return sys.platform == "linux" and threading.active_count() == 1


def _context() -> Any:
    return multiprocessing.get_context("fork" if can_fork() else "spawn")


def _end_with_parent() -> None:
    """End this process when its parent is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)
