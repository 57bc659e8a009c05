"""What is kept of a result is limited in size and number."""

import numpy as np
import pytest
from chainrule_grader.execution import responses
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.result_limits import MAX_KEPT, TOO_LARGE, ResultBudget, size_of
from chainrule_grader.execution.session import Session
from chainrule_worker.values import MAX_NUMBERS, MAX_TEXT, MAX_VALUES


@pytest.mark.parametrize(
    "value",
    [
        None,
        1.5,
        np.zeros(MAX_NUMBERS),
        np.zeros((1000, 0)),
        [[1.0] * 1000] * 100,
        {"W1": np.ones((3, 4)), "name": "x" * MAX_TEXT},
        ["relu", "sigmoid", "x"],
    ],
    ids=repr,
)
def test_what_an_answer_may_be(value):
    """Whatever a right answer could be is kept."""
    assert ResultBudget().accept(value)


@pytest.mark.parametrize(
    "value",
    [
        np.zeros((MAX_NUMBERS + 1, 0)),
        np.zeros((2**40, 0)),
        (np.zeros(MAX_NUMBERS), np.zeros(1)),
        [0] * (MAX_VALUES + 1),
        "x" * (MAX_TEXT + 1),
        {"x" * (MAX_TEXT + 1): 1},
        ["x"] * 2001,
        [*([0] * 2001), "x" * MAX_TEXT],
    ],
    ids=[
        "rows",
        "more rows",
        "in a tuple",
        "values",
        "text",
        "key",
        "texts",
        "text among numbers",
    ],
)
def test_what_no_answer_is(value):
    """A result that costs the judge more than its numbers is wrong, and is not kept."""
    outcome = responses.read_outcome({"value": value}, ResultBudget())
    assert (None, TOO_LARGE) == (outcome.value, outcome.failure)


def test_all_results_together_are_limited():
    """Many results may not be large, all of them."""
    budget = ResultBudget()
    accepted = [budget.accept(np.zeros(MAX_NUMBERS)) for _ in range(MAX_KEPT // MAX_NUMBERS + 1)]
    assert [True] * (len(accepted) - 1) + [False] == accepted


def test_sizes():
    """Axes of length 0 count, and so do keys."""
    size = size_of({"a": [1, "bc"], "d": np.zeros((4, 0))})
    assert (4, 6, 3, 2) == (size.numbers, size.values, size.texts, size.longest)


HOSTILE = {
    "rows": "np.zeros((10**7, 0))",
    "more rows": "np.zeros((2**40, 0))",
    "several": "tuple(np.zeros((8 * 10**7, 0)) for _ in range(4))",
    "bytes": "np.ones(6 * 10**7, np.int8)",
    "texts": "['x' * 9000] + ['x'] * 9000",
    "nested texts": "[['x' * 100] * 100] * 100",
}


@pytest.mark.usefixtures("sandbox")
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_worker_that_returns_it(kind, quick):
    """The call has failed, and the notebook goes on."""
    with Session(quick, secrets=[]) as session:
        session.run(f"import numpy as np\ndef f(z): return {HOSTILE[kind]}\ndef g(z): return z")
        assert RemoteSubject(session, "f").call(1.0).failure is not None
        assert 2.0 == RemoteSubject(session, "g").call(2.0).value
        assert 0 == session.restarts
