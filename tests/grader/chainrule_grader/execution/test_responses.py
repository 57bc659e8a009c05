"""A worker's response is read field by field; a field of the wrong type is ignored."""

import pytest
from chainrule_grader.execution.responses import (
    WORKER_GONE,
    CellResult,
    read_cell_result,
    read_outcome,
)
from chainrule_grader.execution.result_limits import ResultBudget
from chainrule_worker.calls.call import Outcome
from chainrule_worker.calls.failure import Failure

PNG = "iVBORw0KGgo="


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param({}, CellResult(), id="nothing"),
        pytest.param(
            {
                "printed": {"stdout": "a\n", "stderr": "b"},
                "shown": [["execute_result", {"text/plain": "1"}]],
                "failure": None,
            },
            CellResult(
                (("stdout", "a\n"), ("stderr", "b")), (("execute_result", {"text/plain": "1"}),)
            ),
            id="usual",
        ),
        pytest.param({"printed": ["stdout"], "shown": "x"}, CellResult(), id="wrong-kinds"),
        pytest.param({"printed": {"stdin": "a", 5: "b"}}, CellResult(), id="no-stream"),
        pytest.param({"printed": {"stdout": 5}}, CellResult((("stdout", ""),)), id="no-text"),
        pytest.param(
            {"printed": {"stdout": "\x1b[31mred\x07\ttab\u202e"}},
            CellResult((("stdout", "[31mred\ttab"),)),
            id="control-characters",
        ),
        pytest.param(
            {"shown": [["error", {"text/plain": "x"}], ["execute_result"], 5, None]},
            CellResult(),
            id="no-outputs",
        ),
        pytest.param(
            {"shown": [["display_data", {"text/html": "<script>", "text/plain": "x"}]]},
            CellResult(shown=(("display_data", {"text/plain": "x"}),)),
            id="html",
        ),
        pytest.param(
            {"shown": [["display_data", {"text/html": "<script>"}]]}, CellResult(), id="html-alone"
        ),
        pytest.param(
            {"shown": [["display_data", {"image/png": PNG}]]},
            CellResult(shown=(("display_data", {"image/png": PNG}),)),
            id="picture",
        ),
        pytest.param(
            {"shown": [["display_data", {"image/png": '"><script>'}]]},
            CellResult(),
            id="no-picture",
        ),
        pytest.param(
            {"failure": {"kind": "E", "message": "m", "line": "l"}},
            CellResult(failure=Failure("E", "m", "l")),
            id="failure",
        ),
        pytest.param({"failure": "no"}, CellResult(failure=WORKER_GONE), id="failure-of-text"),
        pytest.param({"failure": {}}, CellResult(failure=Failure("Error", "")), id="empty-failure"),
        pytest.param(
            {"failure": {"kind": "<b>E</b>", "message": 5, "line": ["l"]}},
            CellResult(failure=Failure("bEb", "")),
            id="odd-failure",
        ),
    ],
)
def test_the_answer_to_a_cell(answer, expected):
    """What can be shown is taken; nothing that a browser or a terminal would execute."""
    assert expected == read_cell_result(answer)


def test_sizes_are_cut():
    """A flood is cut to size on this side too."""
    shown = [["display_data", {"text/plain": "x" * 30_000}]] * 99
    failure = {"kind": "k" * 99, "message": "m" * 999, "line": "l" * 999}
    result = read_cell_result(
        {"printed": {"stdout": "x" * 30_000}, "shown": shown, "failure": failure}
    )
    assert (50, 20_000) == (len(result.shown), len(result.printed[0][1]))
    assert {20_000} == {len(data["text/plain"]) for _, data in result.shown}
    assert Failure("k" * 60, "m" * 300, "l" * 120) == result.failure


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param({}, Outcome(), id="nothing"),
        pytest.param(
            {"value": 1.5, "failure": None, "warnings": ["w"], "changed": [0]},
            Outcome(1.5, None, ("w",), (0,)),
            id="usual",
        ),
        pytest.param({"warnings": "w", "changed": 0}, Outcome(), id="wrong-kinds"),
        pytest.param({"changed": [True, "0", 1.0, 2]}, Outcome(changed=(2,)), id="no-places"),
        pytest.param({"warnings": [5, "\x00a"]}, Outcome(warnings=("", "a")), id="no-text"),
        pytest.param({"warnings": ["w" * 999] * 9}, Outcome(warnings=("w" * 200,) * 5), id="flood"),
        pytest.param({"failure": 0}, Outcome(failure=WORKER_GONE), id="failure-of-a-number"),
        pytest.param({"correct": True, "score": 1.0}, Outcome(), id="claims"),
    ],
)
def test_the_answer_to_a_call(answer, expected):
    """A claim to be right is no part of an answer."""
    assert expected == read_outcome(answer, ResultBudget())
