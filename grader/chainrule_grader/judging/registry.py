"""The registry finds every task by its file: `tasks/<set>/<task>.py`."""

from __future__ import annotations

import functools
import importlib
from pathlib import Path
from typing import Final

from chainrule_grader.judging.task import Task

TASKS: Final = Path(__file__).parents[1] / "tasks"


class UnknownTaskError(LookupError):
    """No task has that name."""


def problem_sets() -> list[str]:
    """Return the names of the problem sets that have tasks, in alphabetical order."""
    return sorted(_files())


def identities(problem_set: str) -> list[str]:
    """Return the tasks of a problem set as `<set>/<task>`, in alphabetical order."""
    return [f"{problem_set}/{task}" for task in _files().get(problem_set, ())]


@functools.cache
def _files() -> dict[str, tuple[str, ...]]:
    """Return the names of all tasks by problem set; the folders are read once."""
    folders = (p for p in TASKS.iterdir() if p.is_dir() and not p.name.startswith("_"))
    return {f.name: tuple(sorted(p.stem for p in f.glob("[!_]*.py"))) for f in folders}


def find(identity: str) -> Task:
    """Return the task `<set>/<task>`.

    Raises:
        UnknownTaskError: if it does not exist; the message names the existing ones.
    """
    problem_set = identity.partition("/")[0]
    known = identities(problem_set) if problem_set in problem_sets() else problem_sets()
    if "/" not in identity or identity not in known:
        raise UnknownTaskError(f"there is no task {identity!r}; there are {', '.join(known)}")
    return _load(identity)


@functools.cache
def _load(identity: str) -> Task:
    module = importlib.import_module(f"chainrule_grader.tasks.{identity.replace('/', '.')}")
    task = module.TASK
    assert isinstance(task, Task)
    return task
