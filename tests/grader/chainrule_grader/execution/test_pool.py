"""Tasks are done side by side, each once."""

import itertools
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from chainrule_grader.execution.pool import QUEUED, run_parallel


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 30])
def test_each_task_is_done_once(jobs, count):
    """Whether they come as a list or one by one, and however many there are."""
    tasks = list(range(-count, 0))
    expected = list(range(1, count + 1))
    assert expected == sorted(run_parallel(abs, tasks, jobs))
    assert expected == sorted(run_parallel(abs, iter(tasks), jobs))


def test_an_executor_of_another_kind_will_do():
    """Whoever keeps to the protocol of the standard library."""
    with ThreadPoolExecutor(2) as executor:
        assert [1, 2, 3] == sorted(run_parallel(abs, [-1, -2, -3], executor=executor))


def test_few_tasks_are_read_ahead():
    """A class of any size does not lie in memory."""
    read = itertools.count()
    results = run_parallel(str, (next(read) for _ in itertools.count()), jobs=2)
    next(results)
    assert next(read) <= 2 * QUEUED + 4
    results.close()


def test_results_come_as_they_are_ready():
    """A long task holds up no short one."""
    with ThreadPoolExecutor(2) as executor:
        found = run_parallel(_slept, [0.5, 0.0], executor=executor)
        assert [0.0, 0.5] == list(found)


def _slept(seconds):
    time.sleep(seconds)
    return seconds
