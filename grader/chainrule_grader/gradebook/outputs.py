"""What marking gave is written into a notebook as outputs, for nbgrader and for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from chainrule_worker.calls.failure import Failure

from chainrule_grader.execution.grading import Record
from chainrule_grader.execution.responses import CellResult
from chainrule_grader.judging.rendering import as_html, as_text
from chainrule_grader.judging.verdict import OUTPUT, Verdict
from chainrule_grader.submissions.merge import grade_id

NOT_RUN: Final = Failure("NotRun", "this cell was not run")


def outputs(cell: dict[str, Any], index: int, record: Record) -> list[Any] | None:
    """Return what a code cell shows, or nothing where it is to stay as it is."""
    verdict = verdict_of(cell, record)
    if verdict is not None:
        return verdict_outputs(verdict, record.earned(verdict))
    if index in record.results:
        return result_outputs(record.results[index])
    if cell["metadata"].get("nbgrader", {}).get("grade"):
        # nbgrader gives all points for a test cell that shows no error.
        return result_outputs(CellResult(failure=NOT_RUN))
    return None


def verdict_of(cell: dict[str, Any], record: Record) -> Verdict | None:
    """Return the verdict that a check cell stands for."""
    name = grade_id(cell)
    if not name.startswith("check-"):
        return None
    identity = f"{record.problem_set}/{name.removeprefix('check-')}"
    return next((one for one in record.verdicts if one.task == identity), None)


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
            "case": asdict(verdict.case) if verdict.case else None,
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
