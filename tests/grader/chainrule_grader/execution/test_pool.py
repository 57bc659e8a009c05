"""Tasks are done side by side, each once, and none stops the others."""

import itertools
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from chainrule_grader.execution import judge_process, pool
from chainrule_grader.execution.pool import run_alone, run_parallel


@pytest.fixture(autouse=True)
def forked(monkeypatch):
    """Processes are forked, as the command forks them; here a thread of pytest's is running."""
    for module in (judge_process, pool):
        monkeypatch.setattr(module, "can_fork", lambda: True)


def failed(task, error):
    """The result of a task that has failed twice."""
    return f"{task}: {error}"


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 2, 30])
def test_each_task_is_done_once(jobs, count):
    """Whether they come as a list or one by one, and however many there are."""
    tasks = list(range(-count, 0))
    expected = list(range(1, count + 1))
    assert expected == sorted(run_parallel(abs, tasks, failed, jobs))
    assert expected == sorted(run_parallel(abs, iter(tasks), failed, jobs))


def test_an_executor_of_another_kind_will_do():
    """Whoever keeps to the protocol of the standard library."""
    with ThreadPoolExecutor(2) as executor:
        assert [1, 2, 3] == sorted(run_parallel(abs, [-1, -2, -3], failed, executor=executor))


def test_few_tasks_are_read_ahead():
    """A class of any size does not lie in memory."""
    read = itertools.count()
    results = run_parallel(str, (next(read) for _ in itertools.count()), failed, jobs=2)
    next(results)
    assert next(read) <= 8
    results.close()


def test_results_come_as_they_are_ready():
    """A long task holds up no short one."""
    with ThreadPoolExecutor(2) as executor:
        found = run_parallel(_slept, [0.5, 0.0], failed, executor=executor)
        assert [0.0, 0.5] == list(found)


def _slept(seconds):
    time.sleep(seconds)
    return seconds


def _deadly(task):
    """Do a task, note the try, and do harm in the task -2."""
    (Path(task[1]) / f"{task[0]}-{time.monotonic()}").touch()
    if task[0] == -2:
        HARMS[task[2]]()
    return abs(task[0])


def _hoard():
    return [np.empty(2**30, np.int8) for _ in range(1000)]


HARMS = {
    "dies": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "exits": lambda: os._exit(3),
    "raises": lambda: 1 / 0,
    "hoards": _hoard,
    "hangs": lambda: time.sleep(600),
}
REASONS = {
    "dies": "its judge was ended by SIGKILL",
    "exits": "its judge ended with status 3",
    "raises": "ZeroDivisionError: division by zero",
    "hoards": "MemoryError: Unable to allocate 1.00 GiB",
    "hangs": "it took longer than 2 seconds",
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_harms_its_judge_costs_nobody_else_anything(harm, jobs, tmp_path, monkeypatch):
    """It is tried twice, the second time last and alone, and then it has one line."""
    monkeypatch.setattr(judge_process, "SECONDS", 2.0)
    tasks = [(-number, str(tmp_path), harm) for number in range(1, 7)]
    *others, last = run_parallel(_deadly, tasks, failed, jobs)
    assert [1, 3, 4, 5, 6] == sorted(others)
    assert last.startswith(f"{tasks[1]}: {REASONS[harm]}")
    tries = [path.name.rpartition("-")[0] for path in tmp_path.iterdir()]
    assert 2 == tries.count("-2")
    latest = max(tmp_path.iterdir(), key=lambda path: float(path.name.rpartition("-")[2]))
    assert latest.name.startswith("-2-")


def test_an_executor_whose_worker_ends_costs_one_task(tmp_path):
    """As for processes of our own."""
    tasks = [(-number, str(tmp_path), "raises") for number in range(1, 4)]
    with ThreadPoolExecutor(2) as executor:
        *others, last = run_parallel(_deadly, tasks, failed, executor=executor)
    assert [1, 3] == sorted(others)
    assert last.endswith("division by zero")


def test_large_tasks_and_results_never_block_each_other():
    """What does not fit into a pipe is given when its process waits for it."""
    tasks = [bytes(3 * 2**20) for _ in range(8)]
    assert tasks == list(run_parallel(bytes, tasks, failed, jobs=2))


def test_one_task_alone():
    """It has a result, or the line that says what happened."""
    assert 4 == run_alone(abs, -4, failed)
    assert "x: TypeError: bad operand type for abs(): 'str'" == run_alone(abs, "x", failed)
