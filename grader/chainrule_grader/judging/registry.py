"""The registry finds every task by its file: `tasks/<set>/<task>.py`."""

from __future__ import annotations

import difflib
import functools
import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from chainrule_worker.values import type_name

from chainrule_grader.judging.task import Task

TASKS: Final = Path(__file__).parents[1] / "tasks"
EXAMPLE: Final = "activations/relu"
"""The task that an error shows where it cannot tell which one is meant."""


class NotebookError(Exception):
    """An error of a student's call, which a notebook shows as its sentence without a traceback."""

    def _render_traceback_(self) -> list[str]:
        # IPython calls this method for what it shows of an exception.
        return [f"{type(self).__name__}: {self}"]


class UsageError(NotebookError, TypeError):
    """A student's call has wrong arguments; the message says how to write it."""


class UnknownTaskError(NotebookError, LookupError):
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
        UnknownTaskError: if it does not exist; the message names the nearest one.
    """
    problem_set, slash, _ = identity.partition("/")
    if not slash or identity not in identities(problem_set):
        raise UnknownTaskError(f"there is no task {identity!r}; {_known_tasks(identity)}")
    return _load(identity)


def identity_of(value: Any) -> str:
    """Return the task that has a function's name, or an example where there is none or several."""
    name = getattr(value, "__name__", "")
    found = [one for s in problem_sets() for one in identities(s) if one.partition("/")[2] == name]
    return found[0] if len(found) == 1 else EXAMPLE


def in_words(value: object) -> str:
    """Return what a value is, with its article."""
    if value is None:
        return "None"
    name = type_name(value)
    known = {"ndarray": "an array", "int": "an integer", "float": "a number", "str": "a string"}
    return known.get(name) or f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def _known_tasks(identity: str) -> str:
    """Say which task a wrong name may mean, or which tasks there are."""
    problem_set, _, task = identity.strip("/").rpartition("/")
    if not problem_set and task in problem_sets():
        return f"there are {', '.join(identities(task))}"
    if problem_set in problem_sets():
        names = [one.partition("/")[2] for one in identities(problem_set)]
        return suggestion(task, names, prefix=f"{problem_set}/")
    by_name: dict[str, list[str]] = {}
    for one in (identity for name in problem_sets() for identity in identities(name)):
        by_name.setdefault(one.partition("/")[2], []).append(one)
    found = nearest(task, by_name)
    if found is not None:
        return f"did you mean {' or '.join(map(repr, by_name[found]))}?"
    return f"a task is named <set>/<task>, and the sets are {', '.join(problem_sets())}"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most similar to a misspelt one, if any is similar."""
    by_folded = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(name.casefold(), by_folded, n=1)
    return by_folded[found[0]] if found else None


def suggestion(name: str, known: Iterable[str], prefix: str = "") -> str:
    """Say which known name a misspelt one may mean; if none is similar, name all of them."""
    known = list(known)
    found = nearest(name, known)
    if found is not None:
        return f"did you mean {prefix + found!r}?"
    return f"there are {', '.join(prefix + one for one in known)}"


@functools.cache
def _load(identity: str) -> Task:
    module = importlib.import_module(f"chainrule_grader.tasks.{identity.replace('/', '.')}")
    task = module.TASK
    assert isinstance(task, Task)
    return task
