"""The numbers count, not what carries them; shapes and what is no number are strict."""

import numpy as np
import pytest
from chainrule_grader.judging.comparison import as_array, close, compare, leaves, same_results
from chainrule_grader.judging.task import Observation
from chainrule_worker.calls.call import Outcome
from chainrule_worker.calls.failure import Failure
from chainrule_worker.handles import ObjectHandle
from hypothesis import given
from hypothesis import strategies as st

NAN, INF = float("nan"), float("inf")


def seen(value=None, failure=None, changed=()):
    """An observation of one call."""
    failure = failure and Failure(failure, "")
    return Observation("all", "f(1)", Outcome(value, failure, (), changed))


def aspect(expected, actual, tolerance=1e-6):
    """In what two values differ first."""
    return next((aspect for *_, aspect in leaves(expected, actual, tolerance) if aspect), None)


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        pytest.param(np.array([1.0, 0.0]), [1.0, 0.0], id="list"),
        pytest.param(np.array([1.0, 0.0]), (1, 0), id="tuple"),
        pytest.param(np.array([1.0, 0.0]), np.array([True, False]), id="booleans"),
        pytest.param(np.array([1.0, 0.0]), [np.array(1.0), np.array(0.0)], id="list-of-numbers"),
        pytest.param(np.eye(2), [np.array([1.0, 0.0]), [0, 1]], id="list-of-rows"),
        pytest.param(np.array(2.0), 2.0, id="float-for-array"),
        pytest.param(2.0, np.array(2), id="array-for-float"),
        pytest.param(1.0, True, id="bool-for-float"),
        pytest.param(np.array([0.1]), np.array([0.1], np.float32), id="single"),
        pytest.param(np.array(0.1), np.float32(0.1), id="single-number"),
        pytest.param((0.5, [1.0]), (np.float16(0.5), [np.bool(1)]), id="numbers-of-numpy"),
        pytest.param(np.array([NAN, INF, -INF]), [NAN, INF, -INF], id="no-numbers"),
        pytest.param(np.zeros((0,)), [], id="empty"),
        pytest.param([np.ones(2), np.ones(3)], (np.ones(2), [1, 1, 1]), id="ragged"),
        pytest.param({"a": 1.0, "b": [1, 2]}, {"b": np.array([1, 2]), "a": 1}, id="dict"),
        pytest.param("text", "text", id="text"),
        pytest.param(None, None, id="none"),
    ],
)
def test_another_container_with_the_same_numbers_is_the_same(expected, actual):
    """Lists, tuples, booleans and Python numbers are as good as arrays."""
    assert aspect(expected, actual) is None


@pytest.mark.parametrize(
    ("expected", "actual", "differs"),
    [
        pytest.param(np.ones(2), None, "kind", id="none"),
        pytest.param(np.ones(2), "1 1", "kind", id="text"),
        pytest.param("1 1", np.ones(2), "kind", id="no-text"),
        pytest.param(None, np.ones(2), "kind", id="something"),
        pytest.param(np.ones(2), ["1", "1"], "kind", id="texts"),
        pytest.param(np.ones(2), ObjectHandle(0, "set"), "kind", id="object"),
        pytest.param(np.ones(2), {0: 1.0, 1: 1.0}, "kind", id="dict"),
        pytest.param(np.ones(2), [1.0, None], "kind", id="with-none"),
        pytest.param(np.ones(2), [[1.0], [1.0, 2.0]], "kind", id="ragged"),
        pytest.param({"a": 1}, [1], "kind", id="no-dict"),
        pytest.param({"a": 1}, {"b": 1}, "kind", id="other-keys"),
        pytest.param([np.ones(2), np.ones(3)], [np.ones(2)], "kind", id="too-few"),
        pytest.param(None, 0, "kind", id="not-none"),
        pytest.param(np.ones(2), np.ones((2, 1)), "shape", id="column"),
        pytest.param(np.ones(2), np.ones((1, 2)), "shape", id="row"),
        pytest.param(np.ones(1), 1.0, "shape", id="no-axis"),
        pytest.param(np.ones(2), [], "shape", id="nothing"),
        pytest.param(np.ones(2), [1, NAN], "finiteness", id="nan"),
        pytest.param(np.ones(2), [1, -INF], "finiteness", id="inf"),
        pytest.param(np.array([INF]), [-INF], "value", id="other-infinity"),
        pytest.param(np.array([INF]), [1e300], "value", id="nearly-infinite"),
        pytest.param(np.array([NAN]), [0.0], "value", id="number-for-nan"),
        pytest.param(np.ones(2), [1, 1.1], "value", id="value"),
        pytest.param(np.array([-1e308]), [1.7e308], "value", id="overflow"),
    ],
)
def test_differences_have_an_aspect(expected, actual, differs):
    """What differs first is said: kind, shape, finiteness, value."""
    assert differs == aspect(expected, actual)


@pytest.mark.parametrize(
    ("expected", "actual", "path"),
    [
        ({"W": np.ones(2), "b": 0.0}, {"W": np.ones(2), "b": 1.0}, "['b']"),
        ([np.ones(2), np.ones(3)], [np.ones(2), np.zeros(3)], "[1]"),
        ({"a": [np.ones(1), np.ones(2)]}, {"a": [np.ones(1), np.ones(3)]}, "['a'][1]"),
    ],
)
def test_a_difference_has_a_place(expected, actual, path):
    """In a container, it is said where."""
    found = leaves(expected, actual, 1e-6)
    assert [path] == [path for path, _, _, aspect in found if aspect]


@given(st.floats(-1e9, 1e9), st.floats(0, 0.999), st.sampled_from([-1, 1]))
def test_the_tolerance_is_relative_to_one_or_to_the_number(number, share, sign):
    """A number may be off by the tolerance, times its size where that is larger than 1."""
    allowed = 1e-6 * max(1, abs(number))
    inside, outside = number + sign * share * allowed, number + sign * 1.01 * allowed
    assert [True] == close(np.array([number]), np.array([inside]), 1e-6).tolist()
    assert [False] == close(np.array([number]), np.array([outside]), 1e-6).tolist()


def test_single_precision_may_be_off_by_ten_times_as_much():
    """Whoever computes in float32 has fewer digits."""
    actual = np.array([1 + 5e-6])
    wide = close(np.ones(1), actual.astype(np.float32), 1e-6)
    assert ([True], [False]) == (wide.tolist(), close(np.ones(1), actual, 1e-6).tolist())


@pytest.mark.parametrize(
    "value", [None, "a", {"a": 1}, ObjectHandle(0, "x"), [[1], [1, 2]], ["a"], [None]]
)
def test_what_is_no_array(value):
    """Only numbers are read as an array."""
    assert as_array(value) is None


@pytest.mark.parametrize(
    ("expected", "actual", "aspects"),
    [
        (seen(1.0), seen(1.0), [""]),
        (seen(1.0), seen(2.0), ["value"]),
        (seen(NAN), seen(NAN), [""]),
        (seen(1.0), seen(1.0, changed=(0,)), ["", "changed"]),
        (seen(1.0), seen(2.0, changed=(0,)), ["value", "changed"]),
        (seen((1.0, [2.0, 3.0])), seen((1.0, [2.0, 4.0])), ["", "value"]),
        (seen(failure="ValueError"), seen(failure="ValueError"), [""]),
        (seen(failure="ValueError"), seen(failure="TypeError"), ["failure"]),
        (seen(failure="ValueError"), seen(1.0), ["kind"]),
        (seen(1.0), seen(failure="ValueError"), ["failure"]),
    ],
)
def test_observations_are_compared_part_by_part(expected, actual, aspects):
    """Every part of a result has its comparison, and so have changed arguments."""
    assert aspects == [one.aspect for one in compare([expected], [actual], 1e-6)]


def test_observations_that_are_missing():
    """An answer that ends early lacks results; more results than expected cost nothing."""
    one, two = seen(1.0), seen(2.0)
    assert ["", "missing"] == [found.aspect for found in compare([one, two], [one], 1e-6)]
    assert [""] == [found.aspect for found in compare([one], [one, two], 1e-6)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (seen(1.0), seen(1.0, changed=(0,)), True),
        (seen(1.0), seen(2.0), False),
        (seen(failure="ValueError"), seen(failure="ValueError"), True),
        (seen(failure="ValueError"), seen(failure="TypeError"), False),
        (seen(failure="ValueError"), seen(1.0), False),
    ],
)
def test_same_results(one, other, same):
    """Changed arguments do not count, because every mistake can be made in place as well."""
    assert same is same_results(one, other, 1e-6)


def test_two_failures_with_other_messages_differ():
    """Different mistakes end with exceptions of the same type."""
    one, other = (
        Observation("all", "f(1)", Outcome(failure=Failure("ValueError", message)))
        for message in ("shapes (2,) (3,)", "shapes (2,) (4,)")
    )
    assert not same_results(one, other, 1e-6)
