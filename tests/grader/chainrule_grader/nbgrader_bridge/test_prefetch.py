"""A submission that is graded ahead of time gets the result that it would get later."""

import os
import threading
from dataclasses import replace

import pytest
from chainrule_grader.course.course import Course
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.execution.grading import GradingJob
from chainrule_grader.execution.sandbox import zygote
from chainrule_grader.gradebook.graded_submission import grade_submission
from chainrule_grader.nbgrader_bridge.prefetch import Prefetch

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.fixture
def prefetch(monkeypatch):
    """One whose process is ended with the test."""
    for module in ("nbgrader_bridge.prefetch", "execution.judge_process"):
        monkeypatch.setattr(f"chainrule_grader.{module}.can_fork", lambda: True)
    made = Prefetch()
    yield made
    if made.process is not None:
        made.process.close()


@pytest.fixture(scope="module")
def jobs(root):
    """The submissions of three students."""
    common = replace(GradingJob.of(ProblemSet(Course(root), "activations")), seed=1)
    folder = root / "tests" / "sample_class"
    return [common.with_submission(name, folder / f"{name}.ipynb") for name in ("ada", "dina")]


def timeless(graded):
    """A graded submission without the seconds that it took."""
    return replace(graded, record=replace(graded.record, seconds=0.0))


def test_each_gets_its_own_result(prefetch, jobs):
    """Another process gives the same as this one, for what was begun and for what was not."""
    prefetch.begin(jobs[1])
    assert [jobs[1]] == [*prefetch.process.given]
    for job in jobs:
        assert timeless(grade_submission(job)) == timeless(prefetch.graded(job))
    assert not prefetch.process.given


def test_a_process_that_is_killed_costs_nothing(prefetch, jobs):
    """What it had begun is graded by another one, and so is what follows."""
    prefetch.begin(jobs[0])
    os.kill(prefetch.process.process.pid, 9)
    assert timeless(grade_submission(jobs[0])) == timeless(prefetch.graded(jobs[0]))
    prefetch.begin(jobs[1])
    assert timeless(grade_submission(jobs[1])) == timeless(prefetch.graded(jobs[1]))


def test_a_failure_of_the_sandbox_is_in_the_record(prefetch, jobs, monkeypatch):
    """There is no notebook to write then."""
    zygote.close_all()
    place = "chainrule_grader.execution.sandbox.zygote.view.python"
    monkeypatch.setattr(place, lambda: "/nonexistent")
    prefetch.begin(jobs[0])
    graded = prefetch.graded(jobs[0])
    assert ("", True) == (graded.notebook, graded.record.error.startswith("the grader failed"))


def test_beside_threads_nothing_is_begun(jobs):
    """A server that runs nbgrader has threads, and forking would be unsafe."""
    made, done = Prefetch(), threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    made.begin(jobs[0])
    done.set()
    thread.join()
    assert made.process is None
