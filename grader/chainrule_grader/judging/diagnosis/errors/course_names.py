"""The functions that students write in the course, by name."""

from __future__ import annotations

import functools
import inspect

from chainrule_grader.judging import registry


def task_named(name: str, function: str) -> str | None:
    """Return the task `<set>/<name>`, best in the problem set of the task `function`."""
    sets = _sets_of(name)
    near = [one for one in sets if one in _sets_of(function)]
    return f"{(near or sets)[0]}/{name}" if sets else None


def in_same_set(name: str, function: str) -> bool:
    """Return whether two functions are tasks of one problem set."""
    return not set(_sets_of(name)).isdisjoint(_sets_of(function))


def parameters(function: str) -> dict[str, inspect.Parameter]:
    """Return the parameters of a task's right answer, mostly named as in the task's text."""
    task = task_named(function, function)
    if task is None:
        return {}
    return dict(inspect.signature(registry.find(task).reference).parameters)


def _sets_of(name: str) -> tuple[str, ...]:
    return _sets().get(name, ())


@functools.cache
def _sets() -> dict[str, tuple[str, ...]]:
    """Return the problem sets that have a task of each name."""
    sets: dict[str, tuple[str, ...]] = {}
    for problem_set in registry.problem_sets():
        for identity in registry.identities(problem_set):
            name = identity.partition("/")[2]
            sets[name] = (*sets.get(name, ()), problem_set)
    return sets
