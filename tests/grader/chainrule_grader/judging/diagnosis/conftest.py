"""Makes the comparisons of a function's results with the right ones, for tests of sentences."""

import pytest
from chainrule_grader.judging.comparison import compare
from chainrule_grader.judging.task import Observation, Task
from chainrule_worker.calls.call import Outcome


def _reference(z, w):
    """Has two arguments, which the sentences name."""
    return z + w


def compared(results, parts=(), *, elementwise=False, reference=_reference):
    """Return a task and the comparisons of its results: expected, actual and the arguments."""
    task = Task(reference, None, (), ("", "", ""), parts=parts)
    sides = [
        [
            Observation("all", "f(…)", Outcome(result[side]), tuple(result[2:]), "", elementwise)
            for result in results
        ]
        for side in (0, 1)
    ]
    return task, compare(*sides, task.tolerance)


@pytest.fixture(name="compared", scope="session")
def compared_fixture():
    """The function above."""
    return compared
