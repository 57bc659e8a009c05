"""nbgrader's own commands grade in the sandbox and give the same marks as ours."""

import shutil

import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.grading import GradingJob, mark
from chainrule_grader.gradebook.report import read_class, summaries
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
        assert "You return 1 at exactly 0; in this course the step is 0 there." in page
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
    read = {student.name: student for student in read_class(ProblemSet(ours, SET))}
    assert sorted(students) == sorted(read)
    assert 6.0 == read["dina"].marks
    step = next(task for task in summaries([*read.values()]) if task.name.endswith("/step"))
    assert 1 == step.verdicts["forbidden"]
    verdicts = [verdict for one in read.values() for verdict in one.verdicts]
    named = [one["misconception"] for one in verdicts if one["task"] == step.name]
    assert ["one-at-zero"] == [name for name in named if name]
    page = (ours.feedback / f"{SET}-class.html").read_text()
    assert "mona</a> could not be marked: it is broken off" in page


def test_nbgraders_own_view_is_the_same(ours, nbgrader):
    """Nbgrader's own view of the course: everybody is marked, with a score."""
    nbgrader(ours, "db", "assignment", "list")
    with Gradebook(f"sqlite:///{ours.root / 'gradebook.db'}") as gradebook:
        found = {s.student.id: s.score for s in gradebook.assignment_submissions(SET)}
    assert (13.0, 0.0) == (found["ada"], found["goran"])
