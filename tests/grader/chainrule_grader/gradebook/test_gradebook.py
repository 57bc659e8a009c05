"""Marks that we write are read by nbgrader, and a person's entries stay."""

from datetime import datetime

import pytest
from chainrule_grader.gradebook.feedback import Marks
from chainrule_grader.gradebook.gradebook import Gradebook, GradebookError
from chainrule_grader.gradebook.scores import Findings, Score
from nbgrader.api import Gradebook as Theirs

SET = "mine"
FINDINGS = Findings(
    (Score("check-f", 2.0, 1.5), Score("essay", 4.0, None)), {"f": "Transpose X.", "essay": None}
)


@pytest.fixture
def url(tmp_path):
    """The address of a gradebook with a problem set in it."""
    address = f"sqlite:///{tmp_path / 'gradebook.db'}"
    with Theirs(address) as gradebook:
        gradebook.add_assignment(SET)
        gradebook.add_notebook(SET, SET)
        gradebook.add_grade_cell("check-f", SET, SET, max_score=2, cell_type="code")
        gradebook.add_grade_cell("essay", SET, SET, max_score=4, cell_type="markdown")
        gradebook.add_solution_cell("f", SET, SET)
        gradebook.add_solution_cell("essay", SET, SET)
    return address


def write(url, findings=FINDINGS, submitted=None):
    """Write the findings on one student's submission."""
    with Gradebook(url) as gradebook:
        return gradebook.write(gradebook.assignment(SET), {"ada": findings}, {"ada": submitted})


def test_nbgrader_reads_what_is_written(url):
    """Scores, comments, the time, and what a person must grade."""
    time = datetime(2026, 10, 1)  # noqa: DTZ001  nbgrader's times have no zone
    assert {} == write(url, submitted=time)
    with Theirs(url) as gradebook:
        (submission,) = gradebook.assignment_submissions(SET)
        assert ("ada", time, 1.5) == (submission.student.id, submission.timestamp, submission.score)
        asked = {g.name: g.needs_manual_grade for g in submission.notebooks[0].grades}
        assert {"check-f": False, "essay": True} == asked
        assert "Transpose X." == gradebook.find_comment("f", SET, SET, "ada").comment


def test_a_second_time_adds_no_row(url):
    """The rows of the first time are updated."""
    write(url)
    better = Findings((Score("check-f", 2.0, 2.0), Score("essay", 4.0, None)), {})
    write(url, better)
    with Theirs(url) as gradebook:
        (submission,) = gradebook.assignment_submissions(SET)
        assert (2.0, 2) == (submission.score, len(submission.notebooks[0].grades))


def test_a_persons_entries_stay_and_are_returned(url):
    """Their score, extra credit and comment count before ours."""
    write(url)
    with Theirs(url) as gradebook:
        grade = gradebook.find_grade("check-f", SET, SET, "ada")
        grade.manual_score, grade.extra_credit = 0.5, 0.25
        gradebook.find_comment("essay", SET, SET, "ada").manual_comment = "Well said."
        gradebook.db.commit()
    expected = Marks({"check-f": 0.75, "essay": None}, {"f": "Transpose X.", "essay": "Well said."})
    assert {"ada": expected} == write(url)
    with Gradebook(url) as gradebook:
        assert {"ada": expected} == gradebook.marks(gradebook.assignment(SET), ["ada", "nobody"])
    with Theirs(url) as gradebook:
        assert gradebook.find_grade("check-f", SET, SET, "ada").needs_manual_grade


def test_a_problem_set_that_was_not_released_is_named(url, tmp_path):
    """The sentence says what to do, also for an empty database."""
    for address in (url, f"sqlite:///{tmp_path / 'empty.db'}"):
        with Gradebook(address) as gradebook, pytest.raises(GradebookError, match="run `nbgrader"):
            gradebook.assignment("other")


def test_a_gradebook_that_cannot_be_opened_is_one_sentence(tmp_path):
    """The database's own reason is in it."""
    with pytest.raises(GradebookError, match="the gradebook cannot be used: unable to open"):
        Gradebook(f"sqlite:///{tmp_path / 'missing' / 'gradebook.db'}")
