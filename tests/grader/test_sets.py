"""Whole problem sets, as they are handed out and as they are solved, in the sandbox."""

import pytest
from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.grading import GradingJob, mark
from chainrule_grader.judging import registry

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.mark.parametrize("problem_set", registry.problem_sets())
def test_the_worked_answers_earn_everything(problem_set, root):
    """Every task of the solution is right, on numbers that its author never saw."""
    record = mark(
        GradingJob(
            str(ProblemSet(Course(root), problem_set).source), seed=20261121, secrets=(str(root),)
        )
    )
    wrong = [verdict.message for verdict in record.verdicts if verdict.score < 1]
    assert ([], None) == (wrong, record.error)
    assert len(registry.identities(problem_set)) == record.score == record.maximum


@pytest.mark.parametrize("problem_set", registry.problem_sets())
def test_an_empty_notebook_earns_nothing(problem_set, root):
    """What is handed in as it was handed out has no points, and is not called wrong."""
    record = mark(
        GradingJob(str(ProblemSet(Course(root), problem_set).release), seed=1, secrets=(str(root),))
    )
    assert (0, None) == (record.score, record.error)
    assert {"not_attempted"} == {str(verdict.kind) for verdict in record.verdicts}
    results = [cell.result for cell in record.cells if cell.result]
    failures = {result.failure.kind for result in results if result.failure}
    assert failures <= {"NotImplementedError"}
