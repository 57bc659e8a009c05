"""A cell or a call that kills its worker costs what it was, and the notebook goes on."""

import time

import numpy as np
import pytest
from chainrule_grader.execution import responses
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.sandbox import Limits
from chainrule_grader.execution.session import Session
from chainrule_worker.handles import Seed

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


def test_a_function_is_called_with_arrays(session):
    """An array goes, an array comes back, and nothing is lost on the way."""
    session.run("def double(z):\n    return 2 * z")
    z = np.arange(6, dtype=np.float32).reshape(2, 3)
    outcome = RemoteSubject(session, "double").call(z)
    assert "float32" == str(outcome.value.dtype)
    assert (2 * z).tolist() == outcome.value.tolist()


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


def test_functions_of_the_judges_are_called_back(session):
    """A function that is passed in is a function to the student, and stays with the judge."""
    session.run("def at(f, x):\n    return f(x) + f(2 * x)")
    outcome = RemoteSubject(session, "at").call(lambda x: x + 1, np.array([1.0, 2.0]))
    assert [5.0, 8.0] == outcome.value.tolist()


def test_a_failing_function_of_the_judges_is_an_error_to_the_student(session):
    """Strange arguments to our function come back as an error of the student's call."""
    session.run("def at(f, x):\n    return f('what')")
    outcome = RemoteSubject(session, "at").call(lambda x: x + 1, 1.0)
    assert "ValueError" == outcome.failure.kind


def test_a_generator_is_made_where_the_student_is(session):
    """A seed becomes a generator over there, and draws what it draws here."""
    session.run("def draw(rng):\n    return rng.random(3)")
    outcome = RemoteSubject(session, "draw").call(Seed(5))
    assert np.random.default_rng(5).random(3).tolist() == outcome.value.tolist()


def test_what_is_not_plain_stays_and_can_be_handed_back(session):
    """A student's own object comes as a ticket and goes back as what it was."""
    session.run(
        "class Box:\n    def __init__(self, n): self.n = n\n"
        "def make(n): return {'box': Box(n)}\ndef read(d): return d['box'].n"
    )
    made = RemoteSubject(session, "make").call(7)
    assert "Box" == made.value["box"].type_name
    assert 7 == RemoteSubject(session, "read").call(made.value).value
