"""A task is an immutable description that the judge can use as a cache key."""

import dataclasses

import pytest
from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Task


def _task():
    return Task(abs, calls(lambda _rng: iter(())), (), ("concept", "formula", "code"))


def test_tasks_are_equal_only_to_themselves():
    """Two tasks with equal fields have separate caches."""
    first, second = _task(), _task()
    assert 2 == len({first, second, first})


def test_a_task_cannot_be_changed():
    """Assigning to a field is an error."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        _task().tolerance = 1.0


def test_defaults():
    """Without further arguments a task needs an accuracy of 1e-6 in the usual time."""
    task = _task()
    assert (1e-6, 1.0, (), {}) == (task.tolerance, task.time_factor, task.uses, task.helpers)
