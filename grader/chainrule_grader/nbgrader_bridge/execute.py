"""nbgrader's execution step, closed in: cells run in the sandbox, checks are judged outside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat import from_dict
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from chainrule_grader.booking.canonical import as_submission
from chainrule_grader.booking.outputs import outputs
from chainrule_grader.booking.sheet import unmarked
from chainrule_grader.course import Course
from chainrule_grader.marking import Order, Record, mark_submission
from chainrule_grader.sandbox import SandboxError, why_not


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

    def _record(self, nb: Any, problem_set: str) -> Record:
        """Return what marking gave, or nothing where there is nothing to mark."""
        course = Course(Path(self.coursedir_root))
        points, secrets = course.points(problem_set), course.secrets
        order = Order("", course.seed(), points, secrets=secrets, unsafe=self.unsafe)
        error = nb.metadata.get("chainrule", {}).get("error")
        if error:
            return unmarked(problem_set, order, error)
        reason = None if self.unsafe else why_not()
        if reason is not None:
            raise SandboxError(f"nothing is run, because it could not be closed in: {reason}")
        return mark_submission(as_submission(nb), order)

    @property
    def coursedir_root(self) -> str:
        """The folder of the course: the exporter's parent is nbgrader's converter, which knows."""
        root: str = self.parent.parent.coursedir.root
        return root
