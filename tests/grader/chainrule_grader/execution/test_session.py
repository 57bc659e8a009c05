"""A cell or a call that kills its worker costs what it was, and the notebook goes on."""

import os
import re
import signal
import time
from pathlib import Path

import numpy as np
import pytest
from chainrule_grader.execution import responses
from chainrule_grader.execution.grading import GradingJob, mark
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.sandbox import Limits, SandboxError
from chainrule_grader.execution.session import Session

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.fixture
def session(quick):
    """A session with short limits."""
    with Session(quick, secrets=[]) as session:
        yield session


def test_names_live_from_cell_to_cell(session):
    """A later cell sees what an earlier one defined, and the last value is shown."""
    session.run("x = 6")
    result = session.run("print('hello')\nx * 7")
    assert (("stdout", "hello\n"),) == result.printed
    assert (("execute_result", {"text/plain": "42"}),) == result.shown


@pytest.mark.parametrize(
    ("deadly", "failure"),
    [("import os; os._exit(1)", "WorkerGone"), ("import os; os.kill(os.getpid(), 11)", None)],
)
def test_after_a_deadly_cell_the_names_are_there_again(session, deadly, failure):
    """The cells that ran before run again in a new worker; the deadly one does not."""
    session.run("x = 1")
    result = session.run(deadly)
    assert failure == (result.failure.kind if result.failure and failure else failure)
    assert "1" == session.run("x").shown[0][1]["text/plain"]


def test_a_loop_that_swallows_everything_is_ended(session):
    """What ignores the polite interruption is ended from outside."""
    began = time.monotonic()
    result = session.run("while True:\n    try:\n        while True: pass\n    except: pass")
    assert responses.TIMED_OUT.kind == result.failure.kind
    assert time.monotonic() - began < 20
    assert session.run("1").failure is None


DEAF = "signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPROF, signal.SIGALRM})"


@pytest.mark.parametrize(
    ("deed", "failure"),
    [
        pytest.param("os._exit(1)", responses.WORKER_GONE, id="dies"),
        pytest.param(f"{DEAF}\n        while True: pass", responses.TIMED_OUT, id="hangs"),
    ],
)
def test_only_the_deadly_call_of_many_fails(session, deed, failure):
    """Answers that were held back when it came are asked for again, and nobody else is blamed."""
    body = f"    if z[0] == 3:\n        {deed}\n    return 2 * z"
    session.run(f"import os, signal\ndef f(z):\n{body}")
    calls = [(np.array([float(number)]),) for number in range(6)]
    subject = RemoteSubject(session, "f")
    subject.prefetch(calls)
    outcomes = [subject.call(*args) for args in calls[:4]]
    assert [None, None, None, failure] == [outcome.failure for outcome in outcomes]
    assert [0.0, 2.0, 4.0] == [outcome.value.item() for outcome in outcomes[:3]]
    assert 10.0 == RemoteSubject(session, "f").call(np.array([5.0])).value.item()


def test_a_notebook_that_kills_every_worker_comes_to_an_end():
    """Workers are not started for ever."""
    with Session(Limits(restarts=2), secrets=[]) as session:
        kinds = [session.run("import os; os._exit(1)").failure for _ in range(5)]
    assert [responses.WORKER_GONE] * 3 + [responses.TIMED_OUT] * 2 == kinds


def test_a_notebook_has_a_time_in_all():
    """What is left when the notebook's time is up has timed out."""
    with Session(Limits(notebook_seconds=2), secrets=[]) as session:
        session.run("import time; time.sleep(30)")
        assert responses.TIMED_OUT == session.run("1").failure


@pytest.mark.parametrize("target", ["supervisor", "spawner"])
def test_a_process_that_starts_workers_and_ends_is_no_fault_of_the_notebooks(target, quick):
    """The session says that it was lost, and another one finds a new process."""
    with Session(quick, secrets=[]) as session:
        session.run("x = 1")
        _end(target, session)
        with pytest.raises(SandboxError):
            session.run("x")
        with pytest.raises(SandboxError):
            session.raise_lost()
    with Session(quick, secrets=[]) as session:
        session.run("x = 2")
        assert "2" == session.run("x").shown[0][1]["text/plain"]
        session.raise_lost()


def _end(target, session):
    """End what started the worker of a session."""
    zygote = session.worker.process.zygote
    if target == "supervisor":
        zygote.supervisor.kill()
        zygote.supervisor.wait()
    else:
        status = Path(f"/proc/{session.worker.process.number}/status").read_text()
        (parent,) = re.findall(r"^PPid:\t(\d+)$", status, re.MULTILINE)
        os.kill(int(parent), signal.SIGKILL)
    time.sleep(0.5)


@pytest.mark.parametrize("target", ["supervisor", "spawner"])
def test_a_notebook_is_marked_a_second_time(target, root, monkeypatch):
    """It has all its points, although what started its worker ended in the middle."""
    ended = []

    def result(session, request, original=Session.result):
        if not ended and session.history:
            ended.append(target)
            _end(target, session)
        return original(session, request)

    monkeypatch.setattr(Session, "result", result)
    record = mark(GradingJob(str(root / "tests/sample_class/ada.ipynb"), seed=1))
    assert ([target], 11.0, None) == (ended, record.score, record.error)
