"""Notebooks are marked while nbgrader is busy with its books, before it asks for their records.

nbgrader reads each submission twice and writes much between the two, and before the next. Marking
needs none of that, so it has begun by then, in a process of its own.
"""

from __future__ import annotations

import contextlib
from collections import deque
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from typing import Final, final

from chainrule_grader.execution.grading import GradingJob, Record, mark_submission
from chainrule_grader.execution.pool import can_fork, processes
from chainrule_grader.submissions.notebook import Submission


@final
class Ahead:
    """Marks notebooks in the order in which somebody will ask for their records."""

    def __init__(self) -> None:
        self.process: Executor | None = None
        self.begun: deque[tuple[Submission, GradingJob, Future[Record]]] = deque()

    def begin(self, submission: Submission, order: GradingJob) -> None:
        """Have a notebook marked if it is not yet, and do not wait for it."""
        if any(begun[:2] == (submission, order) for begun in self.begun):
            return
        if self.process is None:
            # Another way to start a process takes longer than marking does.
            if not can_fork():
                return
            self.process = processes(1)
        try:
            future = self.process.submit(mark_submission, submission, order)
        except BrokenProcessPool:
            self.process = None
        else:
            self.begun.append((submission, order, future))

    def record(self, submission: Submission, order: GradingJob) -> Record:
        """Return the record of a notebook, marked here and now where it was not begun."""
        while self.begun:
            *begun, future = self.begun.popleft()
            if begun == [submission, order]:
                with contextlib.suppress(BrokenProcessPool):
                    return future.result()
            future.cancel()
        return mark_submission(submission, order)


ahead: Final = Ahead()
"""The one of this process: nbgrader takes one notebook after another."""
