"""Grade the next submission while nbgrader is busy with its gradebook."""

from __future__ import annotations

import contextlib
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from typing import final

from chainrule_grader.execution.grading import GradingJob
from chainrule_grader.execution.pool import can_fork, processes
from chainrule_grader.gradebook.graded_submission import GradedSubmission, grade_submission


@final
class Prefetch:
    """Grades one submission after another in a process of its own."""

    def __init__(self) -> None:
        self.process: Executor | None = None
        self.begun: dict[str, Future[GradedSubmission]] = {}

    def begin(self, job: GradingJob) -> None:
        """Begin to grade a submission, and do not wait for the result."""
        # A process that is not forked takes longer to start than grading takes.
        if self.process is None and can_fork():
            self.process = processes(1)
        if self.process is not None:
            with contextlib.suppress(BrokenProcessPool):
                self.begun[job.path] = self.process.submit(grade_submission, job)

    def graded(self, job: GradingJob) -> GradedSubmission:
        """Return a graded submission; it is graded in this process if it was not begun."""
        future = self.begun.pop(job.path, None)
        if future is not None:
            with contextlib.suppress(BrokenProcessPool):
                return future.result()
        return grade_submission(job)
