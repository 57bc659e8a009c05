"""A call returns an outcome, whatever the function does."""

import time
import warnings

import numpy as np
import pytest
from chainrule_worker.calls.call import Outcome, call
from chainrule_worker.handles import ObjectHandle, Seed
from chainrule_worker.values import type_name


def store(value):
    """Give every object the same handle."""
    return ObjectHandle(0, type_name(value))


def outcome(function, *args, seconds=5.0):
    """Call a function and return its outcome."""
    return call(function, args, seconds, store)


def test_a_result():
    """What the function returns is made plain, and nothing else is noted."""
    assert Outcome(value=[3, 4]) == outcome(lambda a, b: (v for v in (a, b)), 3, 4)


def test_a_keyboard_interrupt():
    """A keyboard interrupt is not caught."""

    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        outcome(interrupted)


def test_endless_recursion():
    """Endless recursion is a failure like others."""

    def again():
        return again()

    assert "RecursionError" == outcome(again).failure.kind


def test_a_result_that_cannot_be_read():
    """An error in reading the result is the function's error."""

    def numbers():
        yield 1
        raise ZeroDivisionError

    assert "ZeroDivisionError" == outcome(numbers).failure.kind


def test_an_endless_result():
    """An endless generator is too long a result."""

    def numbers():
        while True:
            yield 0

    assert "NotPlainError" == outcome(numbers).failure.kind


class Odd(UserWarning):
    """A warning that can be put into words only once."""

    said = False

    def __str__(self):
        if self.said:
            raise ValueError
        self.said = True
        return "odd"


def test_warnings_are_data(recwarn):
    """Warnings are noted once each, five of them, in short, and are no errors."""

    def warns():
        warnings.warn("first", stacklevel=1)
        for number in (1, 1, 2, 3, 4, 5, 6):
            warnings.warn(f"{number}{'x' * 300}", DeprecationWarning, stacklevel=1)
        return 1

    result = outcome(warns)
    assert (1, 5) == (result.value, len(result.warnings))
    assert "UserWarning: first" == result.warnings[0]
    assert ["1", "2", "3", "4"] == [w.partition(": ")[2][0] for w in result.warnings[1:]]
    assert {200} == {*map(len, result.warnings[1:])}
    assert [] == recwarn.list


def test_numpys_warnings_are_noted():
    """An overflow is remarked on."""
    result = outcome(np.exp, np.array([1000.0]))
    assert ("RuntimeWarning: overflow encountered in exp",) == result.warnings


def test_an_odd_warning():
    """A warning without words is noted by its name, and the result stands."""
    result = outcome(lambda: warnings.warn(Odd(), stacklevel=1) or 1)
    assert (1, ("Odd: ",)) == (result.value, result.warnings)


def test_a_warning_that_students_turn_into_an_error_stays_theirs():
    """A filter set in a call does not outlive it."""
    before = list(warnings.filters)
    outcome(lambda: warnings.simplefilter("error"))
    assert before == warnings.filters


def test_each_changed_argument_is_named():
    """The place of every argument that was written to is noted, even if the call fails."""

    def spoils(first, second, third):
        first[0] = third[0] = 5
        raise ValueError

    result = outcome(spoils, np.ones(2), np.ones(2), [1])
    assert ((0, 2), "ValueError") == (result.changed, result.failure.kind)


def test_arguments_are_copies():
    """The caller's arguments are never written to, and one object given twice stays one."""
    array = np.ones(2)

    def spoils(one, other):
        one[0] = 7
        return other

    result = outcome(spoils, array, array)
    assert ([1.0, 1.0], [7.0, 1.0]) == (array.tolist(), result.value.tolist())
    assert (0, 1) == result.changed


def test_handles_are_resolved():
    """The function gets the object of a handle."""
    result = call(lambda x, y: (x, y), (Seed(3), 1), 5.0, store, lambda v: 9 if v == Seed(3) else v)
    assert (9, 1) == result.value


def test_a_result_that_takes_for_ever_to_read():
    """Reading the result counts as work."""
    twenty_thousand = [0] * 20_000
    result = outcome(lambda: [twenty_thousand] * 20_000, seconds=0.03)
    assert "TimeLimitError" == result.failure.kind


def test_time_is_limited():
    """A call that exceeds its limit is a failure."""
    assert "TimeLimitError" == outcome(lambda: time.sleep(5), seconds=0.01).failure.kind
