"""The sample class gets what its numbers earn, and each mistake is called by its name."""

import json
import runpy

import pytest
from chainrule_grader.execution.grading import GradingJob, mark
from chainrule_grader.execution.sandbox import Limits, zygote

STUDENTS = [
    "ada",
    "bruno",
    "chen",
    "dina",
    "emil",
    "fatima",
    "goran",
    "hana",
    "ivan",
    "jun",
    "kira",
    "leo",
    "nils",
]


def test_the_sample_class_is_the_released_problem_set_filled_in(root):
    """The class's notebooks are what its answers make of today's release."""
    made = runpy.run_path(str(root / "tests/sample_class/make.py"))["sample_class"]()
    folder = root / "tests/sample_class"
    assert {p.name: p.read_text() for p in folder.glob("*.ipynb")} == made


@pytest.mark.parametrize("student", STUDENTS)
def test_each_answer_is_called_what_it_is(student, sample_records, expected_class):
    """Right is right, a known mistake has its name, and a disaster its verdict."""
    found = {
        verdict.task.partition("/")[2]: verdict.misconception
        or {"correct": "right"}.get(verdict.kind, str(verdict.kind))
        for verdict in sample_records[student].verdicts
    }
    assert expected_class[student] == found


@pytest.mark.parametrize(
    ("student", "score"), [("ada", 11.0), ("goran", 0.0), ("kira", 1.0), ("leo", 2.0)]
)
def test_marks_are_what_the_numbers_earn(student, score, sample_records):
    """Everything, nothing, and only the answers that were really given."""
    assert (score, 11.0) == (sample_records[student].score, sample_records[student].maximum)


def test_a_broken_off_notebook_has_one_clear_line(sample_records):
    """What cannot be read gets nothing, and the reason."""
    record = sample_records["mona"]
    assert "it is broken off or no notebook at all: a notebook is a JSON file" == record.error
    assert (0, None) == (record.score, record.problem_set)


def test_a_warning_with_a_right_result_costs_nothing(sample_records):
    """It is remarked on, and the points are there."""
    verdict = sample_records["nils"].verdicts[1]
    assert 1.0 == verdict.score
    assert any("overflow" in remark for remark in verdict.remarks)


@pytest.mark.parametrize(
    ("student", "task", "says"),
    [
        ("hana", "activations/sigmoid", "The cell of sigmoid stopped with SyntaxError"),
        ("hana", "activations/sigmoid_grad", "name 'sigmoid' is not defined"),
        ("jun", "activations/sigmoid", "ended the whole Python process"),
        ("ivan", "activations/relu", "The cell of relu did not finish"),
        ("leo", "activations/tanh", "torch may not be used in an answer"),
        ("fatima", "activations/softmax", "softmax returns None; return the result."),
        ("emil", "activations/sigmoid_grad", "You add 1 to the result"),
    ],
)
def test_the_sentence_says_what_happened(student, task, says, sample_records):
    """A verdict's words are of use to whoever reads them."""
    verdicts = {verdict.task: verdict for verdict in sample_records[student].verdicts}
    assert says in verdicts[task].message


def test_the_record_is_the_contracts_json(sample_records):
    """One object, with the fields that scripts rely on."""
    record = json.loads(json.dumps(sample_records["dina"].as_json()))
    assert {"notebook", "set", "score", "max", "seconds", "tasks", "error"} == record.keys()
    task = record["tasks"][0]
    fields = {"task", "score", "max", "verdict", "misconception", "misconceptions", "message"}
    assert fields == task.keys()
    assert ("activations/step", 0.5, 1.0) == (task["task"], task["score"], task["max"])
    assert ("misconception", "one-at-zero") == (task["verdict"], task["misconception"])


def test_the_same_seed_gives_the_same_marks_and_another_seed_too(sample_records, root, quick):
    """Marking twice gives the same; the private numbers do not decide."""
    path = str(root / "tests/sample_class/dina.ipynb")
    again = mark(GradingJob(path, seed=1, limits=quick))
    other = mark(GradingJob(path, seed=987654321, limits=quick))
    assert sample_records["dina"].verdicts == again.verdicts
    assert [v.kind for v in again.verdicts] == [v.kind for v in other.verdicts]


def test_points_are_the_courses(root, sandbox, quick):
    """A task may be worth more than one point."""
    path = str(root / "tests/sample_class/ada.ipynb")
    record = mark(GradingJob(path, seed=0, points={"activations/collapse": 3.0}, limits=quick))
    assert (13.0, 13.0) == (record.score, record.maximum)


def test_a_grader_that_fails_is_no_students_fault(root, monkeypatch):
    """Where no worker can be started the record says whose mistake it is."""
    zygote.close_all()
    monkeypatch.setattr(
        "chainrule_grader.execution.sandbox.zygote.view.python", lambda: "/nonexistent"
    )
    record = mark(GradingJob(str(root / "tests/sample_class/ada.ipynb"), seed=0, limits=Limits()))
    assert (record.error or "").startswith("the grader failed")
