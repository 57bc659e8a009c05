"""A paper goes out to be marked, anywhere, and comes back as a sheet: plain things both."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, field
from typing import Any

from chainrule_grader.execution.grading import GradingJob, Record, mark_submission
from chainrule_grader.gradebook.feedback import Marks, page
from chainrule_grader.gradebook.outputs import outputs
from chainrule_grader.gradebook.scores import Findings, findings
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions import merge
from chainrule_grader.submissions.merge import Notebook
from chainrule_grader.submissions.notebook import UnreadableError


@dataclass(frozen=True)
class SubmissionJob:
    """What one student handed in, and all that is needed to mark it; no file is read any more."""

    student: str
    problem_set: str
    order: GradingJob
    release: str
    """The problem set as it was handed out, in JSON."""
    content: bytes = b""
    error: str | None = None
    """Why there is no content, where there is none."""


@dataclass(frozen=True)
class GradedSubmission:
    """What marking a paper gave, as it goes into the books."""

    paper: SubmissionJob
    record: Record
    notebook: str = ""
    """The marked notebook, in JSON; nothing where the grader itself has failed."""
    page: str = ""
    """The feedback, as long as no person has said anything."""
    found: Findings = field(default_factory=Findings)


def mark_paper(paper: SubmissionJob) -> GradedSubmission:
    """Mark a paper; whatever is wrong with it is in the sheet, and nothing is raised."""
    try:
        return _marked(paper)
    except Exception as error:  # noqa: BLE001  no notebook may keep the others from being marked
        words = f"the grader failed: {type(error).__name__}: {error}"[:300]
        return GradedSubmission(paper, Record(paper.order.path, error=words))


def _marked(paper: SubmissionJob) -> GradedSubmission:
    release = _release(paper.release)
    try:
        notebook = merge.read(_content(paper), release, paper.problem_set)
    except UnreadableError as error:
        notebook = merge.unreadable(release, str(error))
        record = unmarked(paper.problem_set, paper.order, str(error))
    else:
        record = mark_submission(merge.as_submission(notebook), paper.order)
    fill_in(notebook, record)
    found = findings(notebook, record, release)
    marks = Marks({one.grade_id: one.automatic for one in found.scores}, found.comments)
    text = json.dumps(notebook, separators=(",", ":")) + "\n"
    return GradedSubmission(paper, record, text, page(notebook, paper.problem_set, marks), found)


def _content(paper: SubmissionJob) -> bytes:
    if paper.error:
        raise UnreadableError(paper.error)
    return paper.content


@functools.lru_cache(maxsize=8)
def _release(text: str) -> Notebook:
    release: Notebook = json.loads(text)
    return release


def unmarked(problem_set: str, order: GradingJob, error: str) -> Record:
    """Return the record of a submission that cannot be read: nothing, for one reason."""
    kind, words = Kind.NOT_ATTEMPTED, f"Not marked: {error}."
    nothing = tuple(Verdict(task, kind, words) for task in order.points)
    return Record(order.path, problem_set, nothing, order.points, error=error)


def fill_in(notebook: Notebook, record: Record) -> None:
    """Write what marking gave into a notebook."""
    for index, cell in enumerate(notebook["cells"]):
        if cell["cell_type"] == "code":
            shown: list[Any] | None = outputs(cell, index, record)
            if shown is not None:
                cell["outputs"] = shown
