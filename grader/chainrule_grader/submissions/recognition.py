"""Recognize the problem set of a notebook by the names of its cells, and by what they check.

Only where a notebook has no such name, other signs count: the texts of tests, the ids and the
functions that are defined.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from typing import Final

from chainrule_grader.judging import registry
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.cell_text import checked_tasks, defined_names
from chainrule_grader.submissions.expected import ExpectedCell, expected_cells
from chainrule_grader.submissions.notebook import UnreadableError
from chainrule_grader.submissions.release import Release

FEWEST_DEFINITIONS: Final = 2
"""The functions of a set that a notebook without names and checks must define."""


def recognize(cells: Sequence[Cell], releases: Sequence[Release] = ()) -> str:
    """Return the problem set that most of a notebook belongs to, which is a release in doubt.

    Raises:
        UnreadableError: where it belongs to none.
    """
    evidence = _Evidence(cells)
    sets = {one.problem_set: expected_cells(one.problem_set, one) for one in releases}
    for name in registry.problem_sets():
        sets.setdefault(name, expected_cells(name, None))
    for count in (evidence.names, evidence.other_signs):
        best = max(sets, key=lambda name: count(sets[name]))  # the first of equals: a release
        if count(sets[best]):
            return best
    raise UnreadableError("it has none of the cells of a problem set")


class _Evidence:
    """What in a notebook shows the problem set that it belongs to."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = cells
        self.code = [cell.source for cell in cells if cell.kind == "code"]
        self.grade_ids = {cell.grade_id for cell in cells if cell.grade_id}
        self.checked = {task for source in self.code for task in checked_tasks(source)}

    @functools.cached_property
    def identities(self) -> set[str]:
        """The ids of the cells."""
        return {cell.identity for cell in self.cells if cell.identity}

    @functools.cached_property
    def texts(self) -> set[str]:
        """The texts of the cells."""
        return {cell.source.strip() for cell in self.cells} - {""}

    @functools.cached_property
    def defined(self) -> set[str]:
        """The names that the cells define."""
        return {name for source in self.code for name in defined_names(source)}

    def names(self, expected: Sequence[ExpectedCell]) -> int:
        """Count the named cells and the checks that belong to a problem set."""
        named = sum(one.grade_id in self.grade_ids for one in expected)
        return named + len({one.task for one in expected if one.task} & self.checked)

    def other_signs(self, expected: Sequence[ExpectedCell]) -> int:
        """Count the texts and the ids, or the functions, that belong to a problem set."""
        released = [one for one in expected if one.identity]
        same_text = sum(one.text.strip() in self.texts for one in released)
        same_id = sum(one.identity in self.identities for one in released)
        return max(same_text, same_id) or self._functions(expected)

    def _functions(self, expected: Sequence[ExpectedCell]) -> int:
        """Count the functions that are defined, if there are enough of them."""
        answers = [one for one in expected if not one.locked]
        names: Collection[str] = {name for one in answers for name in defined_names(one.text)}
        defined = self.defined.intersection(names or {one.grade_id for one in answers})
        enough = min(FEWEST_DEFINITIONS, len(names) or len(answers))
        return len(defined) if len(defined) >= enough else 0
