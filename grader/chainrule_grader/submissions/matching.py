"""Find the named cells of a problem set in a submission whose cells were copied, moved or changed.

A cell is known by its `grade_id`, else by its `id`, else by its text. A submission's names never
decide about points: the release does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.cell_text import checked_tasks, defined_names
from chainrule_grader.submissions.expected import ExpectedCell


@dataclass
class Matches:
    """Where the named cells of a problem set are in a submission."""

    places: dict[str, int] = field(default_factory=dict)
    """The position of each cell that was found, by its name."""
    copies: dict[str, int] = field(default_factory=dict)
    """How many cells could be this one."""
    cell_types: dict[int, str] = field(default_factory=dict)
    """The kinds of answers and their copies, by position."""
    stubs: set[int] = field(default_factory=set)
    """The positions of stubs of functions that another cell defines."""


def find_cells(cells: Sequence[Cell], expected: Iterable[ExpectedCell]) -> Matches:
    """Find the expected cells: checks and tests first, because answers are above them."""
    return _Matching(cells, list(expected)).matches()


class _Matching:
    """The cells of a submission, and what is known about each."""

    def __init__(self, cells: Sequence[Cell], expected: list[ExpectedCell]) -> None:
        self.cells = cells
        self.locked = [one for one in expected if one.locked]
        self.answers = [one for one in expected if not one.locked]
        self.names = {one.grade_id for one in expected}
        code = [cell.source if cell.kind == "code" else "" for cell in cells]
        self.checked = [checked_tasks(source) for source in code]
        self.defined = [defined_names(source) for source in code]
        self.by_name = _positions([cell.grade_id for cell in cells])
        unnamed = [cell.identity if cell.grade_id not in self.names else "" for cell in cells]
        self.by_identity = _positions(unnamed)
        self.by_text = _positions([cell.source.strip() for cell in cells])
        self.found = Matches()

    def matches(self) -> Matches:
        """Find all cells."""
        for one in self.locked:
            self._choose(one, self._locked_candidates(one))
        for one in self.answers:
            self._choose(one, self._answer_candidates(one))
        return self.found

    def _choose(self, one: ExpectedCell, candidates: list[int]) -> None:
        """Choose the last candidate; of answers, the last above the check."""
        last = self._check_of(one)
        chosen = [i for i in candidates if one.locked or i <= last] or candidates
        if chosen:
            self.found.places[one.grade_id] = chosen[-1]

    def _check_of(self, answer: ExpectedCell) -> int:
        """Return the position of the check of an answer; without one, that of the last cell."""
        return self.found.places.get(f"check-{answer.grade_id}", len(self.cells) - 1)

    def _locked_candidates(self, one: ExpectedCell) -> list[int]:
        named = self._named(one)
        unchanged = self.by_text.get(one.text.strip(), [])
        if not one.task:
            return named or unchanged
        checking = [index for index, tasks in enumerate(self.checked) if one.task in tasks]
        named_and_checking = [index for index in named if index in checking]
        exact = [index for index in named if index in unchanged]
        self.found.copies[one.grade_id] = len({*named, *checking})
        return exact or named_and_checking or checking or named

    def _answer_candidates(self, one: ExpectedCell) -> list[int]:
        named, text = self._named(one), one.text.strip()
        as_released = [i for i in named if self.cells[i].kind == one.kind] or named
        self.found.cell_types |= dict.fromkeys(as_released, one.kind)
        self.found.copies[one.grade_id] = len(named)
        stubs = [i for i in as_released if text and self.cells[i].source.strip() == text]
        written = [index for index in as_released if index not in stubs]
        if stubs and (written or self._defined_above(one, stubs[-1])):
            self.found.stubs |= {*stubs}
        return written or as_released or self._defined_above(one, self._check_of(one) + 1)[-1:]

    def _named(self, one: ExpectedCell) -> list[int]:
        """Return the cells with this name; where no cell has it, those with the released `id`."""
        return self.by_name.get(one.grade_id) or self.by_identity.get(one.identity, [])

    def _defined_above(self, answer: ExpectedCell, end: int) -> list[int]:
        """Return the cells above a position that define a function and are no other answer."""
        others = {one.grade_id for one in self.answers}
        return [
            index
            for index, names in enumerate(self.defined[:end])
            if answer.grade_id in names and self.cells[index].grade_id not in others
        ]


def _positions(keys: Iterable[str]) -> dict[str, list[int]]:
    """Return the positions of each text that is not empty."""
    found: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if key:
            found.setdefault(key, []).append(index)
    return found
