"""nbgrader's execution step, closed in: cells run in the sandbox, checks are judged outside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import from_dict
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from chainrule_grader.course.course import Course
from chainrule_grader.execution.grading import GradingJob, Record
from chainrule_grader.execution.sandbox import SandboxError, unavailable_reason
from chainrule_grader.gradebook.graded_submission import unmarked
from chainrule_grader.gradebook.outputs import outputs
from chainrule_grader.nbgrader_bridge.read_ahead import ahead
from chainrule_grader.submissions.merge import Notebook, as_submission


class SandboxExecute(NbGraderPreprocessor):  # type: ignore[misc]
    """Marks a notebook and writes into it what its cells gave and what was found."""

    unsafe = Bool(
        default_value=False,
        help="Run submissions even where they cannot be closed in, with every right that you have.",
    ).tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Fill in the outputs, and leave the record for the step that saves it."""
        record = self._record(nb, resources["nbgrader"]["assignment"])
        resources["chainrule"] = record
        for index, cell in enumerate(nb.cells):
            shown = outputs(cell, index, record) if cell.cell_type == "code" else None
            if shown is not None:
                cell.outputs = from_dict(shown)
        return nb, resources

    def begin(self, nb: Notebook, problem_set: str) -> None:
        """Have a notebook marked that will come to `preprocess` in a while."""
        if not _error(nb) and (self.unsafe or unavailable_reason() is None):
            ahead.begin(as_submission(nb), self._order(problem_set))

    def _record(self, nb: Any, problem_set: str) -> Record:
        """Return what marking gave, or nothing where there is nothing to mark."""
        order = self._order(problem_set)
        error = _error(nb)
        if error:
            return unmarked(problem_set, order, error)
        reason = None if self.unsafe else unavailable_reason()
        if reason is not None:
            raise SandboxError(f"nothing is run, because it could not be closed in: {reason}")
        return ahead.record(as_submission(nb), order)

    def _order(self, problem_set: str) -> GradingJob:
        # The exporter's parent is nbgrader's converter, which knows the course.
        course = Course(Path(self.parent.parent.coursedir.root))
        points, secrets = course.points(problem_set), course.secrets
        return GradingJob("", course.seed(), points, secrets=secrets, unsafe=self.unsafe)


def _error(nb: Notebook) -> str | None:
    """Return why a notebook could not be read, if it could not."""
    error: str | None = nb["metadata"].get("chainrule", {}).get("error")
    return error
