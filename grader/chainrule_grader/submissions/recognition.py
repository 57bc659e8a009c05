"""Recognize the problem set of a notebook by the names of its cells, and by what they check."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from chainrule_grader.judging import registry
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.cell_text import checked_tasks, defined_names
from chainrule_grader.submissions.notebook import UnreadableError
from chainrule_grader.submissions.release import Release

FEWEST_DEFINITIONS = 2
"""The functions of a set's tasks that a notebook without names and checks must define."""


def recognize(cells: Sequence[Cell], release: Release | None = None) -> str:
    """Return the problem set that a notebook belongs to, which is the released one in doubt.

    Raises:
        UnreadableError: where it belongs to none.
    """
    name, count = most_likely_set(cells)
    if release is not None and (released := count_evidence(cells, release)) >= count:
        name, count = release.problem_set, released
    if not count:
        raise UnreadableError("it has none of the cells of a problem set")
    return name


def most_likely_set(cells: Sequence[Cell]) -> tuple[str, int]:
    """Return the set of tasks that most of a notebook belongs to, and how much that is."""
    evidence = _Evidence(cells)
    counts = {name: evidence.for_tasks(name) for name in registry.problem_sets()}
    return max(counts.items(), key=lambda item: item[1])


def count_evidence(cells: Sequence[Cell], release: Release) -> int:
    """Count what in a notebook belongs to a release."""
    return _Evidence(cells).for_release(release)


class _Evidence:
    """What in a notebook shows the problem set that it belongs to."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        code = [cell.source for cell in cells if cell.kind == "code"]
        self.grade_ids = {cell.grade_id for cell in cells if cell.grade_id}
        self.identities = {cell.identity for cell in cells if cell.identity}
        self.texts = {cell.source.strip() for cell in cells} - {""}
        self.checked = {task for source in code for task in checked_tasks(source)}
        self.defined = {name for source in code for name in defined_names(source)}

    def for_tasks(self, problem_set: str) -> int:
        """Count what belongs to the tasks of a problem set."""
        tasks = registry.identities(problem_set)
        names = [task.partition("/")[2] for task in tasks]
        named = {*names, *(f"check-{name}" for name in names)} & self.grade_ids
        return len(named) + len({*tasks} & self.checked) or self._defined(names)

    def for_release(self, release: Release) -> int:
        """Count what belongs to a release."""
        cells = [cell for cell in release.cells if cell.grade_id]
        named = {cell.grade_id for cell in cells} & self.grade_ids
        checked = {task for cell in cells for task in checked_tasks(cell.source)} & self.checked
        if named or checked:
            return len(named) + len(checked)
        texts = {release.public_texts.get(c.grade_id, c.source).strip() for c in cells}
        same_text = len((texts - {""}) & self.texts)
        same_id = len({cell.identity for cell in release.cells} & self.identities)
        names = {name for cell in cells for name in defined_names(cell.source)}
        return max(same_text, same_id) or self._defined(names)

    def _defined(self, names: Collection[str]) -> int:
        """Count the functions that are defined, if there are enough of them."""
        defined = self.defined.intersection(names)
        return len(defined) if len(defined) >= min(FEWEST_DEFINITIONS, len(names)) else 0
