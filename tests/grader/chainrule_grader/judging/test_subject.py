"""A subject is called with copies, and what it returns is a plain outcome."""

import time

import numpy as np
import pytest
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.subject import StudentError
from chainrule_worker.calls.failure import Failure
from chainrule_worker.handles import ObjectHandle, Seed


class Net:
    """Something of the student's own."""

    def __init__(self):
        self.steps = 0


def _step(net):
    net.steps += 1
    return net.steps


def _step_in_state(state):
    state["net"].steps += 1
    return state, state["net"].steps


def test_a_call():
    """A subject gives the plain result."""
    assert 6 == LocalSubject("f", lambda z: 2 * z)(3)


def test_a_call_that_fails():
    """A failure is raised with its outcome, or returned to whoever looks."""
    subject = LocalSubject("f", lambda: 1 / 0)
    with pytest.raises(StudentError) as caught:
        subject()
    assert Failure("ZeroDivisionError", "division by zero") == caught.value.outcome.failure
    assert caught.value.outcome == subject.call()


@pytest.mark.parametrize("value", [5, None, "relu", np.ones(2)], ids=str)
def test_what_is_no_function(value):
    """Something else than a function fails like a call."""
    failure = LocalSubject("f", value).call(1).failure
    assert "TypeError" == failure.kind
    assert failure.message.startswith("f is a ")
    assert failure.message.endswith("and no function")


def test_a_time_limit():
    """A subject has so many seconds for a call."""
    began = time.monotonic()
    failure = LocalSubject("f", lambda: time.sleep(9), seconds=0.01).call().failure
    assert "TimeLimitError" == failure.kind
    assert time.monotonic() - began < 2


def test_objects_can_be_handed_back():
    """An object of the student's is a ticket, which stands for the object in later calls."""
    net = LocalSubject("f", Net)
    ticket = net()
    assert ObjectHandle(0, "Net") == ticket
    net.function = _step
    assert [1, 2] == [net(ticket), net(ticket)]


def test_objects_inside_a_state_can_be_handed_back():
    """A state that holds an object comes back with it, here as in the worker."""
    subject = LocalSubject("f", lambda: {"net": Net(), "t": 1})
    state = subject()
    assert {"net": ObjectHandle(0, "Net"), "t": 1} == state
    subject.function = _step_in_state
    state, steps = subject(state)
    assert 1 == steps
    assert 2 == subject(state)[1]


def test_a_state_with_odd_keys_can_be_handed_back():
    """A dict with keys of the student's own comes back whole."""
    subject = LocalSubject("f", lambda: {("m", 0): 1.0})
    state = subject()
    subject.function = lambda state: state["m", 0]
    assert 1.0 == subject(state)


def test_a_ticket_of_nobodys():
    """A ticket that was never given is a failure of the call."""
    assert "IndexError" == LocalSubject("f", _step).call(ObjectHandle(5, "Net")).failure.kind


def test_a_seed_is_a_generator():
    """Each call with a seed gets a new generator, which draws the same."""
    subject = LocalSubject("f", lambda rng: rng.normal())
    expected = np.random.default_rng(3).normal()
    assert [expected] * 2 == [float(subject(Seed(3))) for _ in range(2)]


def test_a_function_can_be_passed():
    """A function among the arguments is called as it is."""
    assert 9 == LocalSubject("f", lambda f, z: f(z))(lambda z: z**2, 3)
