"""Write results and verdicts as the outputs of notebook cells, for nbgrader and for people."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final

from chainrule_worker.calls.failure import Failure

from chainrule_grader.judging.rendering import as_html, as_text
from chainrule_grader.judging.verdict import OUTPUT, Verdict
from chainrule_grader.submissions.cell import Cell, CellResult

NOT_RUN: Final = CellResult(failure=Failure("NotRun", "this cell was not run"))
"""The result of a graded cell without one; nbgrader gives all points to a cell without an error."""


def outputs(cell: Cell, earned: float) -> list[Any]:
    """Return the outputs of a code cell whose verdict, if it has one, has earned these points."""
    if cell.verdict is not None:
        return verdict_outputs(cell.verdict, earned)
    is_graded = cell.released is not None and cell.released.has_flag("grade")
    result = cell.result or (NOT_RUN if is_graded else CellResult())
    return result_outputs(result)


def verdict_outputs(verdict: Verdict, earned: float) -> list[Any]:
    """Write a verdict as outputs: first the number for nbgrader, then the text for people."""
    number = {"text/plain": repr(earned)}
    page = {
        "text/html": as_html(verdict),
        "text/plain": as_text(verdict),
        OUTPUT: {
            "task": verdict.task,
            "verdict": str(verdict.kind),
            "misconception": verdict.misconception,
            "misconceptions": list(verdict.misconceptions),
            "sentence": verdict.sentence,
            "earned": earned,
            "case": asdict(verdict.case) if verdict.case else None,
        },
    }
    return [_output("execute_result", number, execution_count=None), _output("display_data", page)]


def result_outputs(result: CellResult) -> list[Any]:
    """Write the result of running a cell as outputs."""
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
