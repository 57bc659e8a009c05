"""Results and verdicts are outputs that nbgrader and Jupyter understand."""

import nbformat
import pytest
from chainrule_grader.gradebook.outputs import outputs
from chainrule_grader.judging.verdict import OUTPUT, Kind, Verdict
from chainrule_grader.submissions.cell import Cell, CellResult, ReleasedCell
from chainrule_worker.calls.failure import Failure
from nbformat.v4 import new_code_cell, new_notebook

GRADED = ReleasedCell({"metadata": {"nbgrader": {"grade": True}}})
RESULT = CellResult(
    (("stdout", "hello"), ("stderr", "")),
    (("execute_result", {"text/plain": "3"}), ("display_data", {"image/png": "AA=="})),
    Failure("ValueError", "no", "x = 1"),
)
VERDICT = Verdict("activations/relu", Kind.MISCONCEPTION, "Say this.", 0.5, ("leaky",))


def kinds(cell):
    """The kinds of a cell's outputs, which must be valid."""
    made = outputs(cell, 1.5)
    notebook = new_notebook(cells=[new_code_cell(outputs=nbformat.from_dict(made))])
    nbformat.validate(notebook)
    return [output["output_type"] for output in made]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Cell("code", ""), []),
        (Cell("code", "", result=RESULT), ["stream", "execute_result", "display_data", "error"]),
        (Cell("code", "", verdict=VERDICT), ["execute_result", "display_data"]),
        (Cell("code", "", released=GRADED), ["error"]),
        (Cell("code", "", released=GRADED, result=CellResult()), []),
    ],
)
def test_outputs_are_valid(cell, expected):
    """A graded cell that was not run shows an error, so that nbgrader gives it no points."""
    assert expected == kinds(cell)


def test_a_verdict_shows_the_points_first():
    """Nbgrader takes the first result as the score; the report reads the verdict's data."""
    number, page = outputs(Cell("code", "", verdict=VERDICT), 1.5)
    assert {"text/plain": "1.5"} == number["data"]
    assert {
        "task": "activations/relu",
        "verdict": "misconception",
        "misconception": "leaky",
        "misconceptions": ["leaky"],
        "sentence": "Say this.",
        "earned": 1.5,
        "case": None,
    } == page["data"][OUTPUT]
