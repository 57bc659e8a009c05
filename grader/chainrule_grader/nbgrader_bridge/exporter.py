"""`nbgrader autograde` reads a submission through this exporter and gets it graded.

nbgrader converts a notebook twice. Its first pass would clean the submission, and here it gets the
graded notebook; its second pass would run the cells, and has only the marks to save. nbgrader
itself works on notebook nodes, so the graded notebook is parsed once more for it.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from traitlets import Bool

from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.grading import GradingJob
from chainrule_grader.execution.sandbox import SandboxError, unavailable_reason, warm_up
from chainrule_grader.gradebook.folders import is_graded
from chainrule_grader.gradebook.graded_submission import GradedSubmission
from chainrule_grader.nbgrader_bridge.prefetch import Prefetch


class SubmissionExporter(NotebookExporter):  # type: ignore[misc]
    """Grades each submission, and keeps the findings for the step that saves them."""

    unsafe = Bool(
        default_value=False,
        help="Run submissions even where there is no sandbox, with all of your rights.",
    ).tag(config=True)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.course = Course(Path(self.parent.coursedir.root))
        self.common: GradingJob | None = None
        self.graded: GradedSubmission | None = None
        self.prefetch = Prefetch()
        folders = sorted(self.parent.assignments.items())
        paths = [path for _, notebooks in folders for path in sorted(notebooks)]
        self.following = dict(itertools.pairwise(paths))
        if not self.unsafe:
            warm_up(self.course.secrets)  # it starts while nbgrader opens its gradebook

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> Any:
        """Convert a file: a submission in nbgrader's first pass, our notebook in its second."""
        # nbgrader does not tell the exporter which pass it is in, but keeps it in this attribute.
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **options)
        reason = None if self.unsafe else unavailable_reason()
        if reason is not None:
            raise SandboxError(f"nothing was run, because there is no sandbox: {reason}")
        problem_set = ProblemSet(self.course, resources["nbgrader"]["assignment"])
        if self.common is None:  # nbgrader grades one problem set in a run
            self.common = GradingJob.of(problem_set, unsafe=self.unsafe)
        student = resources["nbgrader"]["student"]
        job = self.common.with_submission(student, Path(filename))
        self._begin_following(filename, problem_set, self.common)
        self.graded = graded = self.prefetch.graded(job)
        if not graded.notebook:
            raise SandboxError(graded.record.error)
        notebook = nbformat.reads(graded.notebook, as_version=4)
        return self.from_notebook_node(notebook, resources, **options)

    def _begin_following(self, filename: str, problem_set: ProblemSet, common: GradingJob) -> None:
        """Begin to grade the submission that nbgrader will ask for next."""
        path = self.following.get(filename)
        if path:
            about = self.parent.init_single_notebook_resources(path)["nbgrader"]
            if not is_graded(problem_set, about["student"]):
                self.prefetch.begin(common.with_submission(about["student"], Path(path)))
