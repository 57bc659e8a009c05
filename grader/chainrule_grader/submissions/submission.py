"""A submission is the cells of a problem set, with one check cell for each task."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from chainrule_grader.judging import registry
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.notebook import UnreadableError, read_cells
from chainrule_grader.submissions.release import Release


@dataclass(frozen=True)
class Submission:
    """The cells of a notebook and the problem set that they belong to."""

    problem_set: str
    cells: tuple[Cell, ...]


def read_submission(content: bytes, release: Release | None = None) -> Submission:
    """Read a notebook, for the problem set that was released, or for the one that it is.

    Raises:
        UnreadableError: where it cannot be graded; the message says why in one line.
    """
    cells = read_cells(content)
    grade_ids = [cell.grade_id for cell in cells if cell.grade_id]
    problem_set = _problem_set(set(grade_ids))
    if release and problem_set != release.problem_set:
        raise UnreadableError(f"it is the problem set {problem_set}")
    tasks = [identity.partition("/")[2] for identity in registry.identities(problem_set)]
    known = {*tasks, *(f"check-{task}" for task in tasks)}
    twice = sorted({name for name in grade_ids if name in known and grade_ids.count(name) > 1})
    if twice:
        raise UnreadableError(f"it has the cell {twice[0]} twice, and each is needed once")
    released = {cell.grade_id for cell in release.cells} if release else known
    for task in tasks:
        if f"check-{task}" in released and f"check-{task}" not in grade_ids:
            cells = _with_check(cells, task, f"{problem_set}/{task}")
    return Submission(problem_set, release.merged(cells) if release else tuple(cells))


def unreadable_cells(release: Release, error: str) -> tuple[Cell, ...]:
    """Return the cells of a release below a cell that says why a submission cannot be graded."""
    banner = Cell("markdown", f"**This submission could not be marked: {error}.**")
    return banner, *(Cell(cell.kind, cell.source, cell.grade_id, cell) for cell in release.cells)


def _with_check(cells: list[Cell], task: str, identity: str) -> list[Cell]:
    """Put a missing check cell back, below the answer if there is one, else at the end."""
    answers = [i for i, cell in enumerate(cells) if cell.grade_id == task]
    at = answers[0] + 1 if answers else len(cells)
    check = Cell("code", f'check("{identity}", {task})', f"check-{task}")
    return [*cells[:at], check, *cells[at:]]


def _problem_set(grade_ids: Collection[str]) -> str:
    """Return the problem set that has most of these cells."""

    def matches(problem_set: str) -> int:
        tasks = [identity.partition("/")[2] for identity in registry.identities(problem_set)]
        return sum((t in grade_ids) + (f"check-{t}" in grade_ids) for t in tasks)

    best = max(registry.problem_sets(), key=matches)
    if not matches(best):
        raise UnreadableError("it has none of the cells of a problem set")
    return best
