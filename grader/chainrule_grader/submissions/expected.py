"""What a submission should contain: the named cells of its problem set."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from chainrule_grader.judging import registry
from chainrule_grader.submissions.cell import Cell, ReleasedCell
from chainrule_grader.submissions.cell_text import checked_tasks
from chainrule_grader.submissions.release import Release


@dataclass(frozen=True)
class ExpectedCell:
    """A named cell of a problem set."""

    grade_id: str
    kind: str = "code"
    text: str = ""
    """The text that students get."""
    identity: str = ""
    """The cell's `id` in the released file."""
    locked: bool = False
    """Whether students may not change the cell."""
    graded: bool = False
    """Whether the cell is a check or a test."""
    task: str = ""
    """The task `<set>/<task>` that the cell checks, if it checks one."""

    @property
    def name(self) -> str:
        """The name of the function that the cell checks, which is also that of its answer."""
        return self.task.partition("/")[2]


def expected_cells(problem_set: str, release: Release | None) -> tuple[ExpectedCell, ...]:
    """Return the named cells of a release; without one, those that the tasks make necessary."""
    if release is None:
        return _pairs(problem_set)
    return _released(problem_set, release.text, tuple(release.public_texts.items()))


@functools.lru_cache(maxsize=64)
def _pairs(problem_set: str) -> tuple[ExpectedCell, ...]:
    return tuple(cell for task in registry.identities(problem_set) for cell in _pair(task))


@functools.lru_cache(maxsize=32)
def _released(
    problem_set: str, text: str, public_texts: tuple[tuple[str, str], ...]
) -> tuple[ExpectedCell, ...]:
    """Return the named cells of a release; a text is looked at once in each process."""
    texts = dict(public_texts)
    return tuple(
        ExpectedCell(
            cell.grade_id,
            cell.kind,
            texts.get(cell.grade_id, cell.source),
            cell.identity,
            cell.has_flag("locked"),
            cell.has_flag("grade"),
            task_of(cell, problem_set),
        )
        for cell in Release(problem_set, text).cells
        if cell.grade_id
    )


def task_of(cell: ReleasedCell, problem_set: str) -> str:
    """Return the task `<set>/<task>` that a released cell checks, or ""."""
    if not cell.has_flag("grade") or cell.has_flag("solution") or cell.kind != "code":
        return ""
    named = f"{problem_set}/{cell.grade_id.removeprefix('check-')}"
    if cell.grade_id.startswith("check-") and named in registry.identities(problem_set):
        return named
    # An instructor's own problem set may check our tasks in cells of any name.
    source = cell.source.strip()
    tasks = [task for task in checked_tasks(source) if _exists(task)]
    return tasks[0] if tasks and "\n" not in source else ""


def checked_task(cell: Cell, problem_set: str) -> str:
    """Return the task `<set>/<task>` that a cell of a submission checks, or ""."""
    if cell.released is not None:
        return task_of(cell.released, problem_set)
    named = f"{problem_set}/{cell.task}"
    return named if cell.task and _exists(named) else ""


def _exists(task: str) -> bool:
    return task in registry.identities(task.partition("/")[0])


def check_line(task: str) -> str:
    """Return the text of the cell that checks a task."""
    return f'check("{task}", {task.partition("/")[2]})'


def _pair(task: str) -> tuple[ExpectedCell, ExpectedCell]:
    """Return the answer and the check of a task."""
    name = task.partition("/")[2]
    check = ExpectedCell(
        f"check-{name}", text=check_line(task), locked=True, graded=True, task=task
    )
    return ExpectedCell(name), check
