"""Grade the next submission while nbgrader is busy with its gradebook."""

from __future__ import annotations

import contextlib
from typing import final

from chainrule_grader.execution.grading import GradingJob
from chainrule_grader.execution.judge_process import (
    JudgeError,
    JudgeProcess,
    can_fork,
    pack,
    wait_for_results,
)
from chainrule_grader.execution.pool import run_alone
from chainrule_grader.gradebook.graded_submission import (
    GradedSubmission,
    failed_submission,
    grade_submission,
)


@final
class Prefetch:
    """Grades one submission after another in a process of its own."""

    def __init__(self) -> None:
        self.process: JudgeProcess[GradingJob, GradedSubmission] | None = None

    def begin(self, job: GradingJob) -> None:
        """Begin to grade a submission, and do not wait for the result."""
        # A process that is not forked takes longer to start than grading takes.
        if self.process is None and can_fork():
            self.process = JudgeProcess(grade_submission)
        if self.process is not None and not self.process.given:
            self.process.give(job, pack(job))

    def graded(self, job: GradingJob) -> GradedSubmission:
        """Return a graded submission, whether it was begun or not.

        If the process that had begun it has ended, it is graded a second time in another one.
        """
        with contextlib.suppress(JudgeError):
            if (begun := self._begun(job)) is not None:
                return begun
        if can_fork():
            return run_alone(grade_submission, job, failed_submission)
        return grade_submission(job)

    def _begun(self, job: GradingJob) -> GradedSubmission | None:
        """Wait for what was begun, and return it if it is this submission.

        Raises:
            JudgeError: if there is no result.
        """
        process = self.process
        if process is None or not process.given:
            return None
        path = process.given[0].path
        try:
            while not wait_for_results([process]):
                process.check_time()
            graded = process.take()
        except JudgeError:
            process.close()
            self.process = None
            raise
        return graded if path == job.path else None
