"""nbgrader's own commands keep the books, in the sandbox, with the marks that ours give."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from chainrule_grader import cli
from chainrule_grader.autograde import release
from chainrule_grader.build import build
from chainrule_grader.course import MARK, Course
from chainrule_grader.marking import Order, mark
from chainrule_grader.nbgrader_bridge import intake
from chainrule_grader.nbgrader_bridge.marks import _stock_score
from chainrule_grader.report import read_class, summaries
from nbgrader.api import Gradebook

SET = "activations"
STUDENTS = ["ada", "dina", "fatima", "goran", "hana", "kira", "leo", "mona"]
TEST_CELL = {
    "cell_type": "code",
    "execution_count": None,
    "id": "stock",
    "metadata": {
        "nbgrader": {
            "grade": True,
            "grade_id": "stock",
            "locked": True,
            "points": 2,
            "schema_version": 3,
            "solution": False,
            "task": False,
        }
    },
    "outputs": [],
    "source": "assert relu(np.array([-1.0, 2.0])).tolist() == [0.0, 2.0]",
}

pytestmark = pytest.mark.usefixtures("sandbox")


def made_course(root, folder):
    """A course with an ordinary test cell beside our checks, and part of the sample class in it."""
    shutil.copy(root / MARK, folder / MARK)
    shutil.copytree(root / "solutions", folder / "solutions")
    (folder / "course" / "lectures").mkdir(parents=True)
    course = Course(folder)
    build(course)
    source = json.loads(course.source(SET).read_text())
    source["cells"].append(TEST_CELL)
    course.source(SET).write_text(json.dumps(source))
    for student in STUDENTS:
        place = course.submitted / student / SET / f"{SET}.ipynb"
        place.parent.mkdir(parents=True)
        text = (root / "tests" / "sample_class" / f"{student}.ipynb").read_text()
        if student != "mona":
            notebook = json.loads(text)
            text = json.dumps(notebook | {"cells": [*notebook["cells"], TEST_CELL]})
        place.write_text(text)
    (course.root / ".private-seed").write_text("1")
    return course


def nbgrader(course, *arguments):
    """Run nbgrader's own command in a course."""
    command = [str(Path(sys.executable).with_name("nbgrader")), *arguments]
    run = subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)
    assert 0 == run.returncode, run.stderr


@pytest.fixture(scope="module")
def theirs(root, tmp_path_factory):
    """A course marked by nbgrader's commands."""
    course = made_course(root, tmp_path_factory.mktemp("theirs"))
    nbgrader(course, "generate_assignment", SET)
    nbgrader(course, "autograde", SET)
    nbgrader(course, "generate_feedback", SET)
    nbgrader(course, "export")
    return course


@pytest.fixture(scope="module")
def ours(root, tmp_path_factory):
    """The same course marked by ours."""
    course = made_course(root, tmp_path_factory.mktemp("ours"))
    release(course, SET)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(course.root)
        assert 0 == cli.main(["autograde", SET, "--jobs", "2"])
    return course


def scores(course):
    """Every score in a course's gradebook, by student and cell."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        return {
            (submission.student.id, grade.cell.name): grade.auto_score
            for submission in gradebook.assignment_submissions(SET)
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def test_both_give_the_same_marks(theirs, ours):
    """Cell by cell, for every student, whatever they handed in."""
    assert 12 * len(STUDENTS) == len(scores(ours))
    assert scores(theirs) == scores(ours)


def test_partial_credit_arrives(ours):
    """A part of a task's points is in the gradebook as such."""
    assert (0.5, 0.0) == (scores(ours)["dina", "check-step"], scores(ours)["dina", "check-relu"])


def test_grading_without_a_gradebook_gives_the_same(ours, root):
    """`chainrule grade` finds the same score for each task."""
    booked = scores(ours)
    record = mark(Order(str(root / "tests/sample_class/dina.ipynb"), seed=1))
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


def test_marks_are_exported(theirs):
    """Nbgrader's table has a row for each student."""
    rows = (theirs.root / "grades.csv").read_text().splitlines()
    assert len(STUDENTS) == len(rows) - 1


def test_a_second_run_changes_nothing(ours, monkeypatch):
    """What is marked stays marked, and nobody is marked twice."""
    before = scores(ours)
    marked = (ours.autograded / "ada" / SET / f"{SET}.ipynb").stat().st_mtime_ns
    monkeypatch.chdir(ours.root)
    assert 0 == cli.main(["autograde", SET])
    assert before == scores(ours)
    assert marked == (ours.autograded / "ada" / SET / f"{SET}.ipynb").stat().st_mtime_ns


def test_the_report_counts_what_was_found(ours):
    """Whoever marked, the report reads the same notebooks."""
    students = {student.name: student for student in read_class(ours, SET)}
    assert sorted(STUDENTS) == sorted(students)
    assert 6.0 == students["dina"].marks
    step = next(task for task in summaries([*students.values()]) if task.name.endswith("/step"))
    assert 1 == step.kinds["forbidden"]
    assert [("one-at-zero", 1)] == [(name, n) for (name, _), n in step.mistakes.items()]
    page = (ours.feedback / f"{SET}-class.html").read_text()
    assert "mona could not be marked: it is broken off" in page


def test_formgrader_and_exchange_find_the_course(ours):
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
    made = intake.received(path, ours.release(SET))
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
def test_numbers_that_nbgrader_would_let_through_are_not(text, score):
    """A result that is no share of the points gives no more than there are, and nan gives none."""
    result = {"output_type": "execute_result", "data": {"text/plain": text}, "metadata": {}}
    outputs = [] if text is None else [result]
    cell = nbformat.from_dict(TEST_CELL | {"outputs": outputs})
    assert score == _stock_score(cell)
