"""nbgrader's execution step, closed in: cells run in the sandbox, checks are judged outside it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from chainrule_worker.calls import Failure
from nbformat import from_dict
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from chainrule_grader import notebook
from chainrule_grader.answers import CellResult
from chainrule_grader.course import Course
from chainrule_grader.marking import Order, Record, mark_submission
from chainrule_grader.notebook import Cell, Submission
from chainrule_grader.render import as_html, as_text
from chainrule_grader.sandbox import SandboxError, why_not
from chainrule_grader.verdict import OUTPUT, Kind, Verdict

NOT_RUN: Final = Failure("NotRun", "this cell was not run")

PREPARED: Final[dict[str, Record]] = {}
"""Records of submissions that were marked beforehand, in parallel, by what was marked."""


def key(submission: Submission) -> str:
    """Return what stands for a submission: the same cells, the same key."""
    cells = [[cell.kind, cell.source, cell.grade_id] for cell in submission.cells]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()


class SandboxExecute(NbGraderPreprocessor):  # type: ignore[misc]
    """Marks a notebook and writes into it what its cells gave and what was found."""

    unsafe = Bool(
        default_value=False,
        help="Run submissions even where they cannot be closed in, with every right that you have.",
    ).tag(config=True)

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Fill in the outputs, and leave the verdicts for the step that saves them."""
        problem_set = resources["nbgrader"]["assignment"]
        record = self._record(nb, problem_set)
        resources["chainrule"] = {verdict.task: verdict for verdict in record.verdicts}
        for index, cell in enumerate(nb.cells):
            if cell.cell_type != "code":
                continue
            verdict = resources["chainrule"].get(_identity(cell, problem_set))
            if verdict is not None and _grade_id(cell).startswith("check-"):
                cell.outputs = from_dict(verdict_outputs(verdict, record.earned(verdict)))
            elif index in record.results:
                cell.outputs = from_dict(result_outputs(record.results[index]))
            elif cell.metadata.get("nbgrader", {}).get("grade"):
                # nbgrader gives all points for a test cell that shows no error.
                cell.outputs = from_dict(result_outputs(CellResult(failure=NOT_RUN)))
        return nb, resources

    def _record(self, nb: Any, problem_set: str) -> Record:
        """Return what marking gave: beforehand, now, or nothing where there is nothing to mark."""
        course = Course(Path(self.coursedir_root))
        points = course.points(problem_set)
        error = nb.metadata.get("chainrule", {}).get("error")
        if error:
            nothing = (
                Verdict(task, Kind.NOT_ATTEMPTED, f"Not marked: {error}.") for task in points
            )
            return Record("", problem_set, tuple(nothing), points, error=error)
        cells = [Cell(c.cell_type, c.source, _grade_id(c)) for c in nb.cells]
        submission = notebook.submission(cells)
        record = PREPARED.get(key(submission))
        if record is not None:
            return record
        reason = None if self.unsafe else why_not()
        if reason is not None:
            raise SandboxError(f"nothing is run, because it could not be closed in: {reason}")
        secrets = course.secrets
        order = Order("", course.seed(), points, secrets=secrets, unsafe=self.unsafe)
        return mark_submission(submission, order)

    @property
    def coursedir_root(self) -> str:
        """The folder of the course: the exporter's parent is nbgrader's converter, which knows."""
        root: str = self.parent.parent.coursedir.root
        return root


def _grade_id(cell: Any) -> str:
    grade_id: str = cell.metadata.get("nbgrader", {}).get("grade_id", "")
    return grade_id


def _identity(cell: Any, problem_set: str) -> str:
    """Return the task that a cell checks, as `<set>/<task>`."""
    return f"{problem_set}/{_grade_id(cell).removeprefix('check-')}"


def verdict_outputs(verdict: Verdict, earned: float) -> list[Any]:
    """Write a verdict as outputs: first the number, for nbgrader; then the page, for people."""
    number = {"text/plain": repr(earned)}
    page = {
        "text/html": as_html(verdict),
        "text/plain": as_text(verdict),
        OUTPUT: {
            "task": verdict.task,
            "verdict": str(verdict.kind),
            "misconception": verdict.misconception,
            "sentence": verdict.sentence,
            "earned": earned,
        },
    }
    return [_output("execute_result", number, execution_count=None), _output("display_data", page)]


def result_outputs(result: CellResult) -> list[Any]:
    """Write what a cell gave as outputs."""
    printed = [
        {"output_type": "stream", "name": name, "text": text}
        for name, text in result.printed
        if text
    ]
    shown = [
        _output(kind, data, **({"execution_count": None} if kind == "execute_result" else {}))
        for kind, data in result.shown
    ]
    return [*printed, *shown, *([_error(result.failure)] if result.failure else [])]


def _output(kind: str, data: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"output_type": kind, "data": data, "metadata": {}, **more}


def _error(failure: Failure) -> dict[str, Any]:
    lines = [
        f"{failure.kind}: {failure.message}",
        *([f"    {failure.line}"] if failure.line else []),
    ]
    return {
        "output_type": "error",
        "ename": failure.kind,
        "evalue": failure.message,
        "traceback": lines,
    }
