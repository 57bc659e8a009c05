"""A subject records its calls and returns functions as subjects."""

import pytest
from chainrule_grader.judging.local_subject import LocalSubject
from chainrule_grader.judging.subject import StudentError


def test_recent_outcomes():
    """The outcomes since the last time are returned; without new calls, the same ones again."""
    subject = LocalSubject("f", lambda z: 2 * z)
    subject(1)
    subject(2)
    assert [2, 4] == [outcome.value for outcome in subject.recent_outcomes()]
    assert [2, 4] == [outcome.value for outcome in subject.recent_outcomes()]
    subject(3)
    assert [6] == [outcome.value for outcome in subject.recent_outcomes()]


def test_call_records_nothing():
    """`call` returns its outcome, so that it is not recorded as well."""
    subject = LocalSubject("f", lambda z: 2 * z)
    subject.call(1)
    assert [] == subject.recent_outcomes()


def test_a_returned_function():
    """A function that a function returned can be called, with the same time factor."""
    subject = LocalSubject("f", lambda: lambda z: z + 1)
    subject.time_factor = 3.0
    returned = subject.returned_function(subject(), "g")
    assert (4, "g", 3.0) == (returned(3), returned.name, returned.time_factor)


@pytest.mark.parametrize("result", [5, None, "f", [1]], ids=str)
def test_a_result_that_is_not_a_function(result):
    """A plain value where a function is needed is an error of the student's."""
    with pytest.raises(StudentError) as caught:
        LocalSubject("f", len).returned_function(result, "g")
    failure = caught.value.outcome.failure
    assert "Malformed" == failure.kind
    assert failure.message.endswith("where a function is needed")
