"""`input` is refused at once while code is checked, and works again afterwards."""

import builtins

import pytest
from chainrule_worker.calls.call import call
from chainrule_worker.calls.no_input import MESSAGE, no_input


def test_input_is_refused():
    """The error says why."""
    with no_input(), pytest.raises(EOFError, match="nobody can type an answer"):
        input("name: ")


def test_input_is_given_back():
    """Also after an error."""
    original = builtins.input
    with pytest.raises(ZeroDivisionError), no_input():
        1 / 0  # noqa: B018  the error is what is tested
    assert original is builtins.input


def test_a_call_that_asks_fails_at_once():
    """No time limit has to run out."""
    outcome = call(lambda: input("name: "), (), 60.0, store=None)
    assert ("EOFError", MESSAGE) == (outcome.failure.kind, outcome.failure.message)
