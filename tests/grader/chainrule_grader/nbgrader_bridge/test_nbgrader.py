"""nbgrader's own commands keep the books, in the sandbox, with the marks that ours give."""

import json
import shutil

import nbformat
import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.execution.grading import GradingJob, mark
from chainrule_grader.gradebook.report import read_class, summaries
from chainrule_grader.gradebook.scores import stock_score
from chainrule_grader.nbgrader_bridge import exporter
from nbgrader.api import Gradebook

SET = "activations"

pytestmark = pytest.mark.usefixtures("sandbox")


def scores(course):
    """Every score in a course's gradebook, by student and cell."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        return {
            (submission.student.id, grade.cell.name): grade.auto_score
            for submission in gradebook.assignment_submissions(SET)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def test_both_give_the_same_marks(theirs, ours, students):
    """Cell by cell, for every student, whatever they handed in."""
    assert 12 * len(students) == len(scores(ours))
    assert scores(theirs) == scores(ours)


def test_partial_credit_arrives(ours):
    """A part of a task's points is in the gradebook as such."""
    assert (0.5, 0.0) == (scores(ours)["dina", "check-step"], scores(ours)["dina", "check-relu"])


def test_grading_without_a_gradebook_gives_the_same(ours, root):
    """`chainrule grade` finds the same score for each task."""
    booked = scores(ours)
    record = mark(GradingJob(str(root / "tests/sample_class/dina.ipynb"), seed=1))
    found = {verdict.task.split("/")[1]: record.earned(verdict) for verdict in record.verdicts}
    assert {task: booked["dina", f"check-{task}"] for task in found} == found


@pytest.mark.parametrize(("student", "score"), [("ada", 2), ("goran", 0), ("dina", 2), ("kira", 0)])
def test_ordinary_test_cells_run_as_nbgrader_defines(student, score, theirs):
    """An assert that holds gives the points, one that fails gives none."""
    assert score == scores(theirs)[student, "stock"]


def test_an_unreadable_submission_is_marked_with_nothing_and_says_why(theirs, ours):
    """It is in the gradebook with 0, and its feedback has the reason."""
    for course in (theirs, ours):
        assert {0.0} == {v or 0.0 for (s, _), v in scores(course).items() if s == "mona"}
        page = (course.feedback / "mona" / SET / f"{SET}.html").read_text()
        assert "it is broken off or no notebook at all" in page


def test_feedback_shows_verdicts_comments_and_no_hidden_text(theirs, ours):
    """What a student reads: the sentence, the smallest case, the comment."""
    for course in (theirs, ours):
        page = (course.feedback / "dina" / SET / f"{SET}.html").read_text()
        assert "At exactly 0 your neuron fires; here it takes more than that." in page
        assert "step(z) at z = 0" in page
        assert "BEGIN SOLUTION" not in page


def test_marks_are_exported(theirs, students):
    """Nbgrader's table has a row for each student."""
    rows = (theirs.root / "grades.csv").read_text().splitlines()
    assert len(students) == len(rows) - 1


def test_a_second_run_changes_nothing(ours, monkeypatch):
    """What is marked stays marked, and nobody is marked twice."""
    before = scores(ours)
    marked = (ours.autograded / "ada" / SET / f"{SET}.ipynb").stat().st_mtime_ns
    monkeypatch.chdir(ours.root)
    assert 0 == main(["autograde", SET])
    assert before == scores(ours)
    assert marked == (ours.autograded / "ada" / SET / f"{SET}.ipynb").stat().st_mtime_ns


def test_nbgraders_second_run_marks_who_is_missing(theirs, nbgrader):
    """Who was marked is passed over, between others as well, and marks are as before."""
    before = scores(theirs)
    missing = [theirs.autograded / student / SET for student in ("dina", "hana")]
    for folder in missing:
        shutil.rmtree(folder)
    nbgrader(theirs, "autograde", SET)
    assert before == scores(theirs)
    assert [True, True] == [folder.exists() for folder in missing]


def test_the_report_counts_what_was_found(ours, students):
    """Whoever marked, the report reads the same notebooks."""
    read = {student.name: student for student in read_class(ours, SET)}
    assert sorted(students) == sorted(read)
    assert 6.0 == read["dina"].marks
    step = next(task for task in summaries([*read.values()]) if task.name.endswith("/step"))
    assert 1 == step.kinds["forbidden"]
    named = [verdict["misconception"] for one in read.values() for verdict in one.verdicts]
    assert 1 == named.count("one-at-zero")
    page = (ours.feedback / f"{SET}-class.html").read_text()
    assert "mona</a> could not be marked: it is broken off" in page


def test_nbgraders_own_view_is_the_same(ours, nbgrader):
    """Nbgrader's own view of the course: everybody is marked, with a score."""
    nbgrader(ours, "db", "assignment", "list")
    with Gradebook(f"sqlite:///{ours.root / 'gradebook.db'}") as gradebook:
        found = {s.student.id: s.score for s in gradebook.assignment_submissions(SET)}
    assert (13.0, 0.0) == (found["ada"], found["goran"])


def test_metadata_of_a_submission_is_not_believed(ours, tmp_path):
    """Points, flags, ids, outputs and markdown scripts of a student's file do not survive."""
    notebook = json.loads((ours.submitted / "goran" / SET / f"{SET}.ipynb").read_text())
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"] |= {"points": 99, "locked": False, "solution": True}
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "1.0"}]
            cell["source"] = "check = lambda *a: 1.0\n1.0"
    script = {"cell_type": "markdown", "id": "x", "metadata": {}, "source": "<script>1</script>"}
    forged = notebook | {"cells": [*notebook["cells"], script]}
    forged["metadata"] = {"chainrule": {"error": None}, "kernelspec": {"name": "evil"}}
    path = tmp_path / f"{SET}.ipynb"
    path.write_text(json.dumps(forged))
    made = exporter.received(path, ours, SET)
    nbformat.validate(nbformat.from_dict(made))
    checks = [c for c in made["cells"] if str(c["id"]).startswith("check-")]
    assert {1} == {cell["metadata"]["nbgrader"]["points"] for cell in checks}
    assert all(str(cell["source"]).startswith("check(") for cell in checks)
    assert all(not cell.get("outputs") for cell in made["cells"])
    assert "<script" not in json.dumps(made)
    assert "python3" == made["metadata"]["kernelspec"]["name"]


@pytest.mark.parametrize(
    ("text", "score"),
    [("nan", 0), ("-1", 0), ("1e9", 2), ("0.5", 0.5), (None, 2), ("Infinity", 2)],
)
def test_numbers_that_nbgrader_would_let_through_are_not(text, score, test_cell):
    """A result that is no share of the points gives no more than there are, and nan gives none."""
    result = {"output_type": "execute_result", "data": {"text/plain": text}, "metadata": {}}
    outputs = [] if text is None else [result]
    cell = nbformat.from_dict(test_cell | {"outputs": outputs})
    assert score == stock_score(cell)
