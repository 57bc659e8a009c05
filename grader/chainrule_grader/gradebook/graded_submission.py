"""Grade a submission in any process: a job goes in, and what is to be written comes out."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from chainrule_grader.execution.grading import GradingJob, failed_record, mark
from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook.feedback import Marks, page
from chainrule_grader.gradebook.notebook import to_notebook
from chainrule_grader.gradebook.scores import Findings, findings


@dataclass(frozen=True)
class GradedSubmission:
    """What is written of a graded submission."""

    record: Record
    """The summary of the record."""
    notebook: str = ""
    """The graded notebook, in JSON; empty where the grader itself has failed."""
    page: str = ""
    """The feedback, if no person has changed a score or a comment."""
    findings: Findings = field(default_factory=Findings)


def grade_submission(job: GradingJob) -> GradedSubmission:
    """Grade a submission for the release in its job; an error is in the record."""
    try:
        return _graded(mark(job), job)
    except Exception as error:  # noqa: BLE001  no notebook may keep the others from being marked
        return failed_submission(job, error)


def failed_submission(job: GradingJob, error: Exception) -> GradedSubmission:
    """Return a submission on which the grader itself failed."""
    return GradedSubmission(failed_record(job, error))


def _graded(record: Record, job: GradingJob) -> GradedSubmission:
    if not record.cells or job.release is None:
        return GradedSubmission(record)
    notebook, found = to_notebook(record, job.release), findings(record)
    marks = Marks({score.grade_id: score.automatic for score in found.scores}, found.comments)
    html = page(notebook, job.release.problem_set, marks)
    text = json.dumps(notebook, separators=(",", ":")) + "\n"
    return GradedSubmission(record.summary(), text, html, found)
