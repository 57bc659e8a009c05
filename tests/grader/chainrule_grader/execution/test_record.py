"""A record sums up verdicts, and is one JSON object for scripts."""

from chainrule_grader.execution.record import Record
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions.cell import Cell, CellResult


def checked(task, score, kind=Kind.WRONG, **more):
    """A check cell with a verdict."""
    verdict = Verdict(f"activations/{task}", kind, "A sentence.", score, **more)
    return Cell("code", "check()", f"check-{task}", verdict=verdict)


RECORD = Record(
    "a.ipynb",
    "activations",
    (
        Cell("code", "x = 1", result=CellResult()),
        checked("relu", 0.5, Kind.MISCONCEPTION, misconceptions=("leaky", "in-place")),
        checked("step", 7.0),
        checked("tanh", -1.0),
    ),
    {"activations/relu": 3.0},
    seconds=0.12345,
    student="ada",
)


def test_scores_stay_between_nothing_and_the_points():
    """A score is a share of a task's points, which are one where nothing else is known."""
    assert [1.5, 1.0, 0.0] == [RECORD.earned(verdict) for verdict in RECORD.verdicts]
    assert (2.5, 5.0) == (RECORD.score, RECORD.maximum)


def test_the_json_object():
    """It has the fields of the contract, and no name of a student."""
    shown = RECORD.as_json()
    assert {
        "task": "activations/relu",
        "score": 1.5,
        "max": 3.0,
        "verdict": "misconception",
        "misconception": "leaky",
        "misconceptions": ["leaky", "in-place"],
        "message": "A sentence.",
    } == shown["tasks"][0]
    rest = {name: shown[name] for name in shown if name != "tasks"}
    assert {
        "notebook": "a.ipynb",
        "set": "activations",
        "score": 2.5,
        "max": 5.0,
        "seconds": 0.123,
        "error": None,
    } == rest


def test_the_summary_has_the_verdicts_and_no_text():
    """What is sent back from another process is small."""
    summary = RECORD.summary()
    assert (RECORD.verdicts, RECORD.as_json()) == (summary.verdicts, summary.as_json())
    assert {""} == {cell.source for cell in summary.cells}
