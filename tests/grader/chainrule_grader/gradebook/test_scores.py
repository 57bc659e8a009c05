"""A cell gets the points that its verdict or its result has earned, and never more."""

import pytest
from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook.scores import Score, comment, findings
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions.cell import Cell, ReleasedCell


def released(grade_id, source="stub", kind="code", **flags):
    """A released cell."""
    metadata = {"nbgrader": {"grade_id": grade_id, **flags}}
    return ReleasedCell({"cell_type": kind, "source": source, "metadata": metadata})


def cell(released, source="", **more):
    """A submitted cell."""
    return Cell(released.kind, source, released.grade_id, released, **more)


CHECK = released("check-relu", grade=True, points=3)
ESSAY = released("essay", kind="markdown", grade=True, solution=True, points=4)


@pytest.mark.parametrize(
    ("graded", "expected"),
    [
        (cell(CHECK, verdict=Verdict("activations/relu", Kind.CORRECT, "", 1.0)), (3.0, False)),
        (cell(CHECK, verdict=Verdict("activations/relu", Kind.WRONG, "", 7.0)), (3.0, False)),
        (cell(CHECK, verdict=Verdict("activations/relu", Kind.GRADER_FAULT, "")), (0.0, True)),
        (cell(CHECK), (0.0, True)),
        (cell(ESSAY, "stub"), (0.0, False)),
        (cell(ESSAY, "Because."), (None, False)),
    ],
)
def test_scores(graded, expected):
    """A missing verdict asks for a person; so does an answer in words."""
    (score,) = findings(Record("", "activations", (graded,))).scores
    assert Score(graded.grade_id, graded.released.points, *expected) == score


@pytest.mark.parametrize(
    ("kind", "untouched", "expected"),
    [
        (None, True, "No response."),
        (None, False, None),
        (Kind.CORRECT, False, None),
        (Kind.MISCONCEPTION, False, "Say this."),
        (Kind.NOT_ATTEMPTED, False, "No response."),
        (Kind.WRONG, False, "See what the check below found."),
    ],
)
def test_comments(kind, untouched, expected):
    """A known mistake is the comment; nothing is said of a right answer."""
    verdict = Verdict("activations/relu", kind, "Say this.") if kind else None
    assert expected == comment(verdict, untouched=untouched)


def test_an_answers_comment_comes_from_the_verdict_below_it():
    """The two cells have one task."""
    answer = cell(released("relu", solution=True), "mine")
    check = cell(CHECK, verdict=Verdict("activations/relu", Kind.MISCONCEPTION, "Say this."))
    assert {"relu": "Say this."} == findings(Record("", "activations", (answer, check))).comments
