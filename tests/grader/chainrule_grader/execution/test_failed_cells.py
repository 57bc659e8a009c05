"""A failed cell explains a verdict if it should define what the function needs."""

import pytest
from chainrule_grader.execution.failed_cells import SubmittedCell, explanation, failure_of
from chainrule_grader.execution.request import cell_request
from chainrule_grader.submissions.cell import Cell, CellResult
from chainrule_worker.calls.failure import Failure


class Results:
    """A session in which every request has a result."""

    def cell_result(self, request):
        """Return what the test put there."""
        return CellResult(failure=request.result)


def submitted(source, failure=None, name=""):
    """A cell that failed or not."""
    request = cell_request(source, 1.0)
    request.result = failure
    return SubmittedCell(Cell("code", source, name), request)


ANSWER = submitted("def relu(z):\n    return part(z)", name="relu")
SYNTAX = Failure("SyntaxError", "'(' was never closed", "return (z")


@pytest.mark.parametrize(
    ("cells", "message", "expected"),
    [
        ([ANSWER], "name 'part' is not defined", ""),
        ([submitted("def part(z):\n return (z", SYNTAX), ANSWER], "crashed", "defines part"),
        ([submitted("def other(z):\n return (z", SYNTAX), ANSWER], "crashed", ""),
        ([submitted("part = (", SYNTAX), ANSWER], "name 'part' is not defined", "defines part"),
        ([submitted("z = (", SYNTAX), ANSWER], "relu gives z", ""),
        (
            [submitted("def part(z):\n 1", Failure("NotImplementedError", "")), ANSWER],
            "crashed",
            "",
        ),
        (
            [submitted("def batchnorm(z", SYNTAX, "batchnorm")],
            "that your batchnorm makes",
            "cell of batchnorm",
        ),
        (
            [
                submitted("def deeper(z", SYNTAX),
                submitted("def part(z):\n    return deeper(z)"),
                ANSWER,
            ],
            "crashed",
            "defines deeper",
        ),
    ],
)
def test_the_reason_is_found(cells, message, expected):
    """From the answer to the functions that it uses, and to those that they use."""
    found = explanation(Results(), cells, "relu", message)
    assert bool(expected) == bool(found)
    assert expected in found


def test_the_failure_of_an_answer_is_that_of_its_last_cell():
    """Other cells do not count."""
    cells = [submitted("x", SYNTAX, "relu"), submitted("y", None, "relu"), submitted("z", SYNTAX)]
    assert (SYNTAX, None) == (
        failure_of(Results(), cells[:1], "relu"),
        failure_of(Results(), cells, "relu"),
    )
    assert failure_of(Results(), [], "relu") is None
