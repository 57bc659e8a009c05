"""A graded submission has all that is written of it; an error is in its record."""

import json
from dataclasses import replace

import pytest
from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.grading import GradingJob
from chainrule_grader.gradebook.graded_submission import grade_submission


@pytest.fixture(scope="module")
def common(root):
    """A job without a submission."""
    return replace(GradingJob.of(ProblemSet(Course(root), "activations")), seed=1)


def test_notebook_page_and_findings_agree(common, root, sandbox):
    """The same score is in the record, in the notebook, on the page and for the gradebook."""
    job = common.with_submission("dina", root / "tests/sample_class/dina.ipynb")
    graded = grade_submission(job)
    assert ("dina", 6.0) == (graded.record.student, round(graded.record.score, 6))
    assert 6.0 == round(sum(score.automatic for score in graded.findings.scores), 6)
    cells = json.loads(graded.notebook)["cells"]
    data = [output["data"] for cell in cells for output in cell.get("outputs", [])]
    kinds = [kind for one in data for kind in one if kind.startswith("application/vnd.chainrule")]
    assert 11 == len(kinds)
    assert "6 of 11" in graded.page


def test_an_unreadable_submission_has_a_page_too(common, tmp_path):
    """The reason is on it, and every task has no points."""
    graded = grade_submission(common.with_submission("ada", tmp_path / "missing.ipynb"))
    assert "it cannot be opened: No such file" in graded.page
    assert (0.0, 11) == (graded.record.score, len(graded.findings.scores))
    assert {0.0} == {score.automatic for score in graded.findings.scores}


def test_a_failure_of_the_grader_leaves_nothing_to_write(common, monkeypatch, tmp_path):
    """The record names the error."""

    def fail(*_args):
        raise RuntimeError("broken")

    monkeypatch.setattr("chainrule_grader.gradebook.graded_submission.to_notebook", fail)
    graded = grade_submission(common.with_submission("ada", tmp_path / "missing.ipynb"))
    assert ("", "") == (graded.notebook, graded.page)
    assert "the grader failed: RuntimeError: broken" == graded.record.error
