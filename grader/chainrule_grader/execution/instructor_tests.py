"""Score an instructor's own test cells as nbgrader does, but only for a valid result.

nbgrader gives all points for a result below 0 or not a number, and raises above the maximum. The
tests run in the student's process, which can make them pass.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from chainrule_grader.judging.diagnosis.failures import KIND_OF_FAILURE, failure_sentence
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions.cell import Cell, CellResult
from chainrule_grader.submissions.expected import checked_task


def is_test(cell: Cell, problem_set: str) -> bool:
    """Return whether a cell is an instructor's own test, which is graded by running it."""
    released = cell.released
    if released is None or released.kind != "code" or not released.has_flag("grade"):
        return False
    return not released.has_flag("solution") and not checked_task(cell, problem_set)


def stock_score(result: CellResult | None, points: float) -> float:
    """Return the points of a test cell; a cell that was not run has none."""
    if result is None or result.failure or dict(result.printed).get("stderr"):
        return 0.0
    results = (data for kind, data in result.shown if kind == "execute_result")
    shown = next((data.get("text/plain", "") for data in results), "")
    try:
        number = float(shown)
    except ValueError:
        return points
    return 0.0 if math.isnan(number) else min(max(number, 0.0), points)


def test_verdicts(cells: Iterable[Cell], problem_set: str) -> Iterator[Verdict]:
    """Yield a verdict for each of an instructor's own test cells."""
    for cell in cells:
        if cell.released is not None and is_test(cell, problem_set):
            points = cell.released.points or 1.0
            fraction = stock_score(cell.result, points) / points
            yield _verdict(f"{problem_set}/{cell.grade_id}", cell, fraction)


def _verdict(name: str, cell: Cell, fraction: float) -> Verdict:
    failure = cell.result.failure if cell.result else None
    if failure is not None:
        kind = KIND_OF_FAILURE.get(failure.kind, Kind.CRASHED)
        if failure.kind == "AssertionError":
            kind = Kind.WRONG
        return Verdict(name, kind, failure_sentence(f"The test {cell.grade_id}", failure))
    if fraction == 1:
        return Verdict(name, Kind.CORRECT, f"The test {cell.grade_id} passed.", 1.0)
    if cell.result is None:
        return Verdict(name, Kind.NOT_ATTEMPTED, f"The test {cell.grade_id} was not run.")
    if dict(cell.result.printed).get("stderr"):
        words = f"The test {cell.grade_id} printed a warning or an error, so it earns no points."
        return Verdict(name, Kind.WRONG, words)
    return Verdict(name, Kind.WRONG, f"The test {cell.grade_id} gave part of its points.", fraction)
