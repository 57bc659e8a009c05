"""A function in this process is called with copies and returns plain values."""

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
    """A failed call raises the outcome, and `call` returns it."""
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
    failure = LocalSubject("f", lambda: time.sleep(60), seconds=0.01).call().failure
    assert "TimeLimitError" == failure.kind
    assert time.monotonic() - began < 30


def test_objects_can_be_handed_back():
    """An object of the student's becomes a handle, which stands for the object in later calls."""
    net = LocalSubject("f", Net)
    handle = net()
    assert ObjectHandle(0, "Net") == handle
    net.function = _step
    assert [1, 2] == [net(handle), net(handle)]


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


def test_a_handle_that_does_not_exist():
    """An unknown handle is a failure of the call."""
    assert "IndexError" == LocalSubject("f", _step).call(ObjectHandle(5, "Net")).failure.kind


def test_a_seed_is_a_generator():
    """Each call with a seed gets a new generator, which draws the same."""
    subject = LocalSubject("f", lambda rng: rng.normal())
    expected = np.random.default_rng(3).normal()
    assert [expected] * 2 == [float(subject(Seed(3))) for _ in range(2)]


def test_a_function_can_be_passed():
    """A function among the arguments is called as it is."""
    assert 9 == LocalSubject("f", lambda f, z: f(z))(lambda z: z**2, 3)


def test_other_functions_of_the_notebook():
    """Another function is found by its name in the globals; a missing one fails as undefined."""
    namespace = {}
    exec("def f(): return g()\ndef g(): return 1", namespace)
    subject = LocalSubject("f", namespace["f"])
    assert 1 == subject.other_function("g")()
    assert "Undefined" == subject.other_function("h").call().failure.kind


def test_replacements():
    """A function calls the replacement of another one, and so does the other one as a subject."""
    namespace = {}
    exec("def f(): return g()\ndef g(): return 1", namespace)
    subject = LocalSubject("f", namespace["f"]).with_replacements({"g": lambda: 2})
    assert (2, 2) == (subject(), subject.other_function("g")())
    assert 1 == namespace["f"]()
