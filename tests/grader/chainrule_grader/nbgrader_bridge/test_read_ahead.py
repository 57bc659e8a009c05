"""Notebooks that are marked ahead get the record that they would get when it is asked for."""

import os
import threading
from dataclasses import replace

import pytest
from chainrule_grader.execution.grading import GradingJob, mark_submission
from chainrule_grader.execution.sandbox import SandboxError, zygote
from chainrule_grader.nbgrader_bridge.read_ahead import Ahead
from chainrule_grader.submissions.notebook import read

pytestmark = pytest.mark.usefixtures("sandbox")

ORDER = GradingJob("", seed=1)


@pytest.fixture
def ahead(monkeypatch):
    """One whose process is gone at the end, with nothing else running beside it here."""
    monkeypatch.setattr("chainrule_grader.nbgrader_bridge.read_ahead.can_fork", lambda: True)
    made = Ahead()
    yield made
    if made.process is not None:
        made.process.shutdown()


@pytest.fixture(scope="module")
def submissions(root):
    """What three students handed in."""
    folder = root / "tests" / "sample_class"
    return [read(folder / f"{student}.ipynb") for student in ("ada", "dina", "fatima")]


def timeless(record):
    """A record without the seconds that it took."""
    return replace(record, seconds=0.0)


def marked_here(submission, order=ORDER):
    """What marking gives in this process."""
    return timeless(mark_submission(submission, order))


def test_each_gets_its_own_record(ahead, submissions):
    """In the order in which they were begun, and the process is another."""
    for submission in (*submissions, submissions[0]):
        ahead.begin(submission, ORDER)
    assert 3 == len(ahead.begun)
    for submission in submissions:
        assert marked_here(submission) == timeless(ahead.record(submission, ORDER))


def test_what_nobody_asks_for_is_left_out(ahead, submissions):
    """A submission that nbgrader passes over is in nobody's way."""
    for submission in submissions:
        ahead.begin(submission, ORDER)
    assert marked_here(submissions[2]) == timeless(ahead.record(submissions[2], ORDER))
    assert not ahead.begun


@pytest.mark.parametrize("order", [ORDER, replace(ORDER, seed=2, points={"activations/relu": 5.0})])
def test_what_was_not_begun_is_marked_at_once(order, ahead, submissions):
    """Another notebook, or the same one to be marked otherwise."""
    ahead.begin(submissions[0] if order != ORDER else submissions[1], ORDER)
    assert marked_here(submissions[0], order) == timeless(ahead.record(submissions[0], order))


def test_a_process_that_is_killed_costs_nothing(ahead, submissions):
    """What it had begun is marked here, and the next one has a process again."""
    ahead.begin(submissions[0], ORDER)
    os.kill(next(iter(ahead.process._processes)), 9)
    assert marked_here(submissions[0]) == timeless(ahead.record(submissions[0], ORDER))
    ahead.begin(submissions[1], ORDER)
    ahead.begin(submissions[1], ORDER)
    assert marked_here(submissions[1]) == timeless(ahead.record(submissions[1], ORDER))


def test_a_failure_is_said_when_the_record_is_asked_for(ahead, submissions, monkeypatch):
    """A sandbox that fails meanwhile is no record, and no silence either."""
    zygote.close_all()
    monkeypatch.setattr(
        "chainrule_grader.execution.pool.can_fork", lambda: True
    )  # so that it knows of this
    monkeypatch.setattr(
        "chainrule_grader.execution.sandbox.zygote.view.python", lambda: "/nonexistent"
    )
    ahead.begin(submissions[0], ORDER)
    with pytest.raises((SandboxError, OSError)):
        ahead.record(submissions[0], ORDER)


def test_beside_threads_nothing_is_begun(submissions):
    """A server that runs nbgrader has threads, and a fork would be without them."""
    made, done = Ahead(), threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    made.begin(submissions[0], ORDER)
    done.set()
    thread.join()
    assert (None, 0) == (made.process, len(made.begun))
    assert marked_here(submissions[0]) == timeless(made.record(submissions[0], ORDER))
