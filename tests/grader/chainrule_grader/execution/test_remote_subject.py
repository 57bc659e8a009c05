"""A function in a worker is called with plain values, over the socket."""

import numpy as np
import pytest
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.session import Session
from chainrule_worker.handles import Seed

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.fixture
def session(quick):
    """A session with short limits."""
    with Session(quick, secrets=[]) as session:
        yield session


def test_a_function_is_called_with_arrays(session):
    """An array goes, an array comes back, and nothing is lost on the way."""
    session.run("def double(z):\n    return 2 * z")
    z = np.arange(6, dtype=np.float32).reshape(2, 3)
    outcome = RemoteSubject(session, "double").call(z)
    assert "float32" == str(outcome.value.dtype)
    assert (2 * z).tolist() == outcome.value.tolist()


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


def test_prefetched_calls_give_the_same_results(session):
    """Announced calls return their results in order; another call does not disturb them."""
    session.run("count = 0\ndef f(z):\n    global count\n    count += 1\n    return z, count")
    subject = RemoteSubject(session, "f")
    calls = [(np.array([float(number)]),) for number in range(3)]
    subject.prefetch(calls)
    assert [(0.0, 1), (1.0, 2)] == [(z.item(), n) for z, n in (subject(*c) for c in calls[:2])]
    assert (9, 4) == subject(9)


def test_replacements(session):
    """A function calls the judge's function in place of another one of the notebook."""
    session.run("def f(z):\n    return g(z) + 1\ndef g(z):\n    return 0")
    subject = RemoteSubject(session, "f").with_replacements({"g": lambda z: 10 * z})
    assert (31, 1) == (subject(3), RemoteSubject(session, "f")(3))


def test_a_returned_function(session):
    """A function that the student's function returned is called in the worker."""
    session.run("def train():\n    return lambda z: z + 1")
    subject = RemoteSubject(session, "train")
    assert 4 == subject.returned_function(subject(), "predict")(3)
