"""Write the two files of a new task, with the blanks marked."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from chainrule_grader.authoring.build import CHECK
from chainrule_grader.course.course import Course
from chainrule_grader.course.files import replaced
from chainrule_grader.course.packaged import is_checkout
from chainrule_grader.course.problem_set import ProblemSet, known_sets
from chainrule_grader.judging import registry

BLANK: Final = "BLANK"
"""The mark of a blank; a test fails while one is left."""

MODULE: Final = '''\
"""BLANK: one sentence that could be said in a lecture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.random import Generator

from chainrule_grader.judging.observation import calls
from chainrule_grader.judging.task import Misconception, Task


def _inputs(rng: Generator) -> Iterator[tuple[Any, ...]]:
    # BLANK: for each criterion its name, then arguments, the simplest first.
    yield "values", np.array([1.0, -2.0])
    yield "values", rng.normal(size=(3, 4))


def _reference(x: Any) -> Any:
    raise NotImplementedError("BLANK: the right answer, from chainrule")


TASK = Task(
    reference=_reference,
    observe=calls(_inputs),
    # A mistake in one piece of the answer is a `switch`; see tasks/activations/relu.py.
    misconceptions=(
        Misconception(
            "BLANK",
            lambda x: x,
            "BLANK: one sentence that names the mistake and not the answer.",
        ),
    ),
    hints=(
        "BLANK: the concept.",
        "BLANK: the formula.",
        "BLANK: nearly the code.",
    ),
)
'''

HEADER: Final = """\
# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Problem set: {set}
#
# BLANK: why this, what it builds on, where it leads.

# %%
import numpy as np
from chainrule_grader import check, hint
"""

CELLS: Final = '''
# %% [markdown]
# ## BLANK: {task}
#
# BLANK: what is asked, which convention, and a small example with its numbers.


# %%
def {task}(x):
    """BLANK."""
    ### BEGIN SOLUTION
    raise NotImplementedError("BLANK")
    ### END SOLUTION


# %%
check("{set}/{task}", {task})
'''


class NewTaskError(ValueError):
    """A new task cannot be made; the message says why."""


def new(course: Course, identity: str, *, new_set: bool = False) -> list[Path]:
    """Write the files of a new task `<set>/<task>`, and return their paths.

    Raises:
        NewTaskError: where the name is not valid, the task exists already, there is no such problem
            set and none was asked for, or the package is not a checkout, in which a task could be
            added.
    """
    if not is_checkout():
        raise NewTaskError(
            "a task is part of the package, and this package is installed from a wheel: clone the "
            "repository, run `pip install -e .` in it, and run `chainrule new` there"
        )
    problem_set, _, task = identity.partition("/")
    if not (problem_set.isidentifier() and task.isidentifier()):
        raise NewTaskError(f"a task is named <set>/<task>, and {identity!r} is not of this form")
    if not new_set:
        _check_known(course, problem_set)
    module = registry.TASKS / problem_set / f"{task}.py"
    if module.exists():
        raise NewTaskError(f"the task {identity} exists already: {module}")
    return [*_package(module.parent), _write(module, MODULE), _add_cells(course, problem_set, task)]


def _check_known(course: Course, problem_set: str) -> None:
    """Raise an error for a set that does not exist; in a course without sets, any is the first."""
    folders = registry.TASKS.glob("[!_.]*/__init__.py")
    known = sorted({*known_sets(course), *(path.parent.name for path in folders)})
    if known and problem_set not in known:
        raise NewTaskError(
            f"there is no problem set {problem_set!r}; {registry.suggestion(problem_set, known)}"
            f"{'' if registry.nearest(problem_set, known) else ';'} --new-set makes a new one"
        )


def _package(folder: Path) -> list[Path]:
    init = folder / "__init__.py"
    return [] if init.exists() else [_write(init, '"""BLANK: what this problem set is about."""\n')]


def _add_cells(course: Course, problem_set: str, task: str) -> Path:
    """Add the task's cells below the last task of the problem set's source."""
    source = ProblemSet(course, problem_set).source.with_suffix(".py")
    text = source.read_text() if source.exists() else HEADER.format(set=problem_set)
    cells = CELLS.format(set=problem_set, task=task)
    last = max((check.end() for check in CHECK.finditer(text)), default=len(text) - 1)
    # A check is the last line of its cell. What follows the last task looks back at all of them.
    end = text.find("\n", last) + 1 or len(text)
    return _write(source, text[:end] + cells + text[end:])


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with replaced(path) as temporary:
        temporary.write_text(text)
    return path
