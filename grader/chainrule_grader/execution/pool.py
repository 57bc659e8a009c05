"""Mark many notebooks in parallel, and return each result as soon as it is ready.

A task whose judge ends, fails or takes too long is tried a second time, alone, after all others.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import Final, Generic, TypeVar, final

from chainrule_grader.execution.grading import GradingJob, failed_record, mark
from chainrule_grader.execution.judge_process import (
    JudgeError,
    JudgeProcess,
    can_fork,
    pack,
    wait_for_results,
)
from chainrule_grader.execution.record import Record

Task = TypeVar("Task")
Result = TypeVar("Result")

QUEUED: Final = 256
"""The tasks that are queued in an executor, so that it never waits and memory stays small."""


def mark_all(
    notebooks: Iterable[GradingJob], jobs: int | None = None, executor: Executor | None = None
) -> Iterator[Record]:
    """Mark notebooks; records come in the order in which they are ready."""
    return run_parallel(mark, notebooks, failed_record, jobs, executor)


def run_parallel(
    work: Callable[[Task], Result],
    tasks: Iterable[Task],
    failed: Callable[[Task, Exception], Result],
    jobs: int | None = None,
    executor: Executor | None = None,
) -> Iterator[Result]:
    """Do tasks with a number of processes (default: one for each core) or with an executor.

    Results come in the order in which they are ready. A task that has failed twice has the result
    of `failed`, which is given the task and the error.
    """
    rest = iter(tasks)
    first = list(itertools.islice(rest, 2))
    tasks = itertools.chain(first, rest)
    jobs = min(jobs or cores(), len(first)) if len(first) < 2 else jobs or cores()
    if executor is not None:
        yield from _with_executor(executor, work, tasks, failed)
    elif jobs <= 1 and not can_fork():
        # A process that is not forked takes longer to start than most tasks take.
        yield from (_done_in_process(work, task, failed) for task in tasks)
    elif first:
        yield from _with_judges(work, tasks, failed, jobs)


def run_alone(
    work: Callable[[Task], Result], task: Task, failed: Callable[[Task, Exception], Result]
) -> Result:
    """Do one task in a process that does nothing else."""
    judge: JudgeProcess[Task, Result] = JudgeProcess(work)
    try:
        judge.give(task, pack(task))
        while not wait_for_results([judge]):
            judge.check_time()
        result = judge.take()
    except JudgeError as error:
        return failed(task, error)
    finally:
        judge.close()
    return result


def cores() -> int:
    """Return the number of cores that we may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _done_in_process(
    work: Callable[[Task], Result], task: Task, failed: Callable[[Task, Exception], Result]
) -> Result:
    """Do a task in this process; it has a second try."""
    try:
        return work(task)
    except Exception:  # noqa: BLE001  the other tasks must be done
        try:
            return work(task)
        except Exception as error:  # noqa: BLE001
            return failed(task, error)


def _with_judges(
    work: Callable[[Task], Result],
    tasks: Iterator[Task],
    failed: Callable[[Task, Exception], Result],
    jobs: int,
) -> Iterator[Result]:
    """Do tasks with processes of our own."""
    judges = _Judges(work, tasks, jobs)
    try:
        while judges.give_tasks():
            yield from judges.take_results()
    finally:
        judges.close()
    yield from (run_alone(work, task, failed) for task in judges.again)


@final
class _Judges(Generic[Task, Result]):
    """Processes that do tasks side by side; one that ends is replaced."""

    def __init__(self, work: Callable[[Task], Result], tasks: Iterator[Task], jobs: int) -> None:
        self.work = work
        self.tasks = tasks
        self.judges: list[JudgeProcess[Task, Result]] = [JudgeProcess(work) for _ in range(jobs)]
        self.unbegun: list[Task] = []
        """The tasks that waited for a process that has ended."""
        self.again: list[Task] = []
        """The tasks that have failed once."""
        self.packed: tuple[Task, bytes] | None = None
        """The next task, if no process has room for it."""

    def give_tasks(self) -> bool:
        """Give tasks to all processes that have room; return whether any has something to do."""
        while (following := self._following()) is not None:
            least = min(self.judges, key=lambda judge: len(judge.given))
            if not least.accepts(following[1]):
                break
            least.give(*following)
            self.packed = None
        return any(judge.given for judge in self.judges)

    def _following(self) -> tuple[Task, bytes] | None:
        if self.packed is None:
            rest = itertools.chain(self.unbegun, self.tasks)
            for task in itertools.islice(rest, 1):
                self.packed = (task, pack(task))
                del self.unbegun[:1]
        return self.packed

    def take_results(self) -> Iterator[Result]:
        """Wait a while, and yield the results that are ready."""
        busy = [judge for judge in self.judges if judge.given]
        ready = wait_for_results(busy)
        for judge in busy:
            try:
                if judge in ready:
                    yield judge.take()
                else:
                    judge.check_time()
            except JudgeError:
                self.again.append(judge.given.popleft())
                if judge.is_closed:
                    self.unbegun += judge.given
                    self.judges[self.judges.index(judge)] = JudgeProcess(self.work)

    def close(self) -> None:
        """End all processes."""
        for judge in self.judges:
            judge.close()


def _with_executor(
    executor: Executor,
    work: Callable[[Task], Result],
    tasks: Iterator[Task],
    failed: Callable[[Task, Exception], Result],
) -> Iterator[Result]:
    """Keep a number of tasks queued in an executor, and yield the results."""
    running: dict[Future[Result], Task] = {}
    again: list[Task] = []
    try:
        while True:
            for task in itertools.islice(tasks, QUEUED - len(running)):
                running[executor.submit(work, task)] = task
            if not running:
                break
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                task = running.pop(future)
                if future.exception() is None:
                    yield future.result()
                else:
                    again.append(task)
    finally:
        for future in running:
            future.cancel()
    for task in again:
        yield _second_result(executor, work, task, failed)


def _second_result(
    executor: Executor,
    work: Callable[[Task], Result],
    task: Task,
    failed: Callable[[Task, Exception], Result],
) -> Result:
    """Do a task that has failed once, while the executor does nothing else."""
    try:
        return executor.submit(work, task).result()
    except Exception as error:  # noqa: BLE001  whatever an executor raises
        return failed(task, error)
