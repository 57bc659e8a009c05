"""A race answers the page's questions with the student's own function."""

import numpy as np
import pytest
from chainrule.activations import relu
from chainrule_widgets.activations import race


def curves(buffer):
    return np.frombuffer(buffer, "<f8").reshape(-1, 401)


def test_answer_has_the_range_asked_for():
    """z, the reference and the student's heights come back for exactly the range of the slider."""
    said, (buffer,) = race(np.abs, "relu").answer({"reach": 20})
    z, theirs, yours = curves(buffer)
    assert (20, -20, 20) == (said["reach"], z[0], z[-1])
    np.testing.assert_array_equal(relu(z), theirs)
    np.testing.assert_array_equal(np.abs(z), yours)


def test_state_follows_the_reach():
    """Setting the reach from code shows the new range."""
    seen = race(np.abs, "relu")
    seen.reach = 100.0
    assert (100.0, -100.0) == (seen.seen["reach"], curves(seen.arrays[0])[0, 0])


def test_page_is_answered_with_its_number():
    """Each answer carries the number of its question, so that the page can keep the newest."""
    seen, sent = race(np.abs, "relu"), []
    seen.send = lambda said, buffers: sent.append((said["id"], said["view"], len(buffers)))
    seen._receive(seen, {"ask": {"reach": 3}, "id": 7, "view": 0.5}, [])
    assert [(7, 0.5, 1)] == sent


def test_unusable_function_sends_no_curve():
    """A function that raises has no line; its error is in the words."""
    seen = race(lambda _: 1 / 0, "relu")
    assert 2 == len(curves(seen.arrays[0]))
    assert "ZeroDivisionError: division by zero" in repr(seen)


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        ((3, "relu"), TypeError, "race needs a function, but got int"),
        ((np.abs, "rleu"), ValueError, "unknown reference 'rleu'; choose one of: step, linear"),
    ],
)
def test_bad_input_is_told(arguments, error, says):
    """What was given and what is needed, in one sentence."""
    with pytest.raises(error, match=says):
        race(*arguments)
