"""Many notebooks are marked side by side, and each result comes as soon as it is ready."""

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

from chainrule_grader.execution.grading import GradingJob, Record, mark

Task = TypeVar("Task")
Result = TypeVar("Result")

AHEAD = 4
"""How many tasks lie ready for each process, so that none waits and few lie in memory."""


def mark_all(
    orders: Iterable[GradingJob], jobs: int | None = None, executor: Executor | None = None
) -> Iterator[Record]:
    """Mark notebooks; records come in the order in which they are ready."""
    return side_by_side(mark, orders, jobs, executor)


def side_by_side(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    jobs: int | None = None,
    executor: Executor | None = None,
) -> Iterator[Result]:
    """Do tasks with so many processes, one for each core if nothing is said, or an executor.

    Results come in the order in which they are ready.
    """
    rest = iter(tasks)
    first = list(itertools.islice(rest, 2))
    tasks = itertools.chain(first, rest)
    jobs = jobs or cores()
    if executor is not None:
        yield from _with(executor, work, tasks, AHEAD * 64)
    elif min(jobs, len(first)) <= 1:
        yield from map(work, tasks)
    else:
        with processes(jobs) as ours:
            yield from _with(ours, work, tasks, AHEAD * jobs)


def processes(count: int) -> Executor:
    """Start so many processes, which end with this one."""
    return ProcessPoolExecutor(count, mp_context=_context(), initializer=_end_with_parent)


def cores() -> int:
    """Return how many cores there are for us."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _with(
    executor: Executor, work: Callable[[Task], Result], tasks: Iterable[Task], ahead: int
) -> Iterator[Result]:
    """Keep an executor in work, and no more of it in memory than it takes."""
    tasks = iter(tasks)
    running: set[Future[Result]] = set()
    try:
        while True:
            for task in itertools.islice(tasks, ahead - len(running)):
                running.add(executor.submit(work, task))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)
    finally:
        for future in running:
            future.cancel()


def can_fork() -> bool:
    """Tell whether forking is safe; it is quick, and what was imported is there and shared."""
    return sys.platform == "linux" and threading.active_count() == 1


def _context() -> Any:
    return multiprocessing.get_context("fork" if can_fork() else "spawn")


def _end_with_parent() -> None:
    """Let no process go on where the one that wanted its work was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)
