"""An instructor's own test cells earn what nbgrader gives, and nothing without a valid result."""

import pytest
from chainrule_grader.execution.instructor_tests import is_test, stock_score, test_verdicts
from chainrule_grader.judging.verdict import Kind
from chainrule_grader.submissions.cell import Cell, CellResult, ReleasedCell
from chainrule_worker.calls.failure import Failure

test_verdicts.__test__ = False


@pytest.mark.parametrize(
    ("text", "score"),
    [("nan", 0), ("-1", 0), ("1e9", 2), ("0.5", 0.5), (None, 2), ("Infinity", 2), ("hello", 2)],
)
def test_numbers_that_nbgrader_would_let_through_are_not(text, score):
    """A result that is no share of the points gives no more than there are, and nan gives none."""
    shown = () if text is None else (("execute_result", {"text/plain": text}),)
    assert score == stock_score(CellResult(shown=shown), 2.0)


@pytest.mark.parametrize(
    "result",
    [None, CellResult(failure=Failure("E", "")), CellResult(printed=(("stderr", "warned"),))],
)
def test_a_failure_a_warning_and_no_result_earn_nothing(result):
    """As in nbgrader, except that a cell that was not run has no points."""
    assert 0 == stock_score(result, 2.0)


def released(name="test-f", source="assert f", kind="code", **flags):
    """A released cell."""
    metadata = {"nbgrader": {"grade_id": name, **flags}}
    return ReleasedCell({"cell_type": kind, "source": source, "metadata": metadata})


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (released(grade=True), True),
        (released(grade=True, solution=True), False),
        (released(grade=True, kind="markdown"), False),
        (released(locked=True), False),
        (released("check-relu", grade=True), False),
        (released(source='check("activations/relu", relu)', grade=True), False),
    ],
)
def test_which_cells_are_tests(cell, expected):
    """A graded code cell that is no answer and checks no task of ours."""
    assert expected == is_test(Cell("code", cell.source, cell.grade_id, cell), "activations")


@pytest.mark.parametrize(
    ("result", "kind", "share"),
    [
        (CellResult(), Kind.CORRECT, 1.0),
        (CellResult(shown=(("execute_result", {"text/plain": "1"}),)), Kind.WRONG, 0.5),
        (CellResult(failure=Failure("AssertionError", "")), Kind.WRONG, 0.0),
        (CellResult(failure=Failure("TimeLimitError", "")), Kind.TIMED_OUT, 0.0),
        (CellResult(printed=(("stderr", "warned"),)), Kind.WRONG, 0.0),
        (None, Kind.NOT_ATTEMPTED, 0.0),
    ],
)
def test_verdicts_on_tests(result, kind, share):
    """Each has its share of the points and a sentence."""
    cell = released(grade=True, points=2)
    (verdict,) = test_verdicts([Cell("code", "", "test-f", cell, result)], "mine")
    assert ("mine/test-f", kind, share) == (verdict.task, verdict.kind, verdict.score)
    assert verdict.sentence.startswith("The test test-f ")
