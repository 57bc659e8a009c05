"""A submission is the cells of a problem set, with one check cell for each task."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.cell_text import checked_tasks, has_definitions
from chainrule_grader.submissions.expected import ExpectedCell, check_line, expected_cells
from chainrule_grader.submissions.matching import Matches, find_cells
from chainrule_grader.submissions.notebook import UnreadableError, read_cells
from chainrule_grader.submissions.recognition import recognize
from chainrule_grader.submissions.release import Release
from chainrule_grader.submissions.releases import Releases

BEFORE_ALL: Final = -1
"""The position of what is put back above all cells."""


@dataclass(frozen=True)
class Submission:
    """The cells of a notebook and the problem set that they belong to."""

    problem_set: str
    cells: tuple[Cell, ...]
    release: Release | None = None
    """The release that the notebook was compared with, if there is one."""


def read_submission(
    content: bytes, release: Release | None = None, releases: Releases | None = None
) -> Submission:
    """Read a notebook, for the problem set that was released, or for the one that it is.

    Where no release is given, the one that the cells belong to is looked for in `releases`.

    Raises:
        UnreadableError: where it cannot be graded; the message says why in one line.
    """
    cells = read_cells(content)
    found = release or (releases.find(cells) if releases else None)
    problem_set = recognize(cells, [found] if found else [])
    if found and problem_set != found.problem_set:
        raise UnreadableError(f"it is the problem set {problem_set}")
    expected = expected_cells(problem_set, found)
    arranged = _Arrangement(cells, expected).cells()
    return Submission(problem_set, found.merged(arranged) if found else tuple(arranged), found)


def unreadable_cells(release: Release, error: str) -> tuple[Cell, ...]:
    """Return the cells of a release below a cell that says why a submission cannot be graded."""
    banner = Cell("markdown", f"**This submission could not be marked: {error}.**")
    return banner, *(Cell(cell.kind, cell.source, cell.grade_id, cell) for cell in release.cells)


class _Arrangement:
    """The cells of a submission in their order, each expected one among them once."""

    def __init__(self, cells: list[Cell], expected: Sequence[ExpectedCell]) -> None:
        self.submitted = cells
        self.found = find_cells(cells, expected)
        self.below: dict[int, list[ExpectedCell]] = {}
        """The checks and tests that come at a cell's position, by position."""
        self.answers: dict[int, str] = {}
        for one in expected:
            self._place(one, self.found)

    def _place(self, one: ExpectedCell, found: Matches) -> None:
        """Note where an expected cell comes; a missing check or test is put back."""
        place = found.places.get(one.grade_id)
        if not one.locked:
            if place is not None:
                self.answers.setdefault(place, one.grade_id)
            return
        if place is None:
            place = found.places.get(one.name, len(self.submitted)) if one.task else self._last(one)
        self.below.setdefault(place, []).append(one)

    def _last(self, one: ExpectedCell) -> int:
        """Return the position of the last expected cell so far, which a missing one follows."""
        default = len(self.submitted) if one.graded else BEFORE_ALL
        return max([*self.answers, *self.below], default=default)

    def cells(self) -> list[Cell]:
        """Return all cells."""
        arranged = [self._locked(one, None, BEFORE_ALL) for one in self.below.get(BEFORE_ALL, [])]
        for index, cell in enumerate(self.submitted):
            locked = self.below.get(index, [])
            if not self._is_only(cell, index, locked):
                arranged.append(self._ordinary(cell, index))
            arranged += [self._locked(one, cell, index) for one in locked]
        end = len(self.submitted)
        return arranged + [self._locked(one, None, end) for one in self.below.get(end, [])]

    def _is_only(self, cell: Cell, index: int, locked: list[ExpectedCell]) -> bool:
        """Return whether a cell is a check or a test and has no code of the student's in it."""
        at_this_place = [one for one in locked if self.found.places.get(one.grade_id) == index]
        if not at_this_place or index in self.answers:
            return False
        unchanged = any(cell.source.strip() == one.text.strip() for one in at_this_place)
        return unchanged or not has_definitions(cell.source)

    def _ordinary(self, cell: Cell, index: int) -> Cell:
        """Return an answer, or a cell of the student's own."""
        return replace(
            cell,
            kind=self.found.cell_types.get(index, cell.kind),
            grade_id=self.answers.get(index, ""),
            skipped=index in self.found.stubs,
        )

    def _locked(self, one: ExpectedCell, cell: Cell | None, index: int) -> Cell:
        """Return a check or a test with the released text."""
        is_in_place = self.found.places.get(one.grade_id) == index
        source = cell.source if cell and is_in_place else one.text or check_line(one.task)
        function = checked_tasks(source).get(one.task, "")
        return Cell(
            one.kind,
            one.text,
            one.grade_id,
            identity=one.identity,
            function=function if function != one.name else "",
            remarks=tuple(self._remarks(one)),
        )

    def _remarks(self, one: ExpectedCell) -> list[str]:
        """Return what the student should know about the cells of a task."""
        if not one.task:
            return []
        name, remarks = one.name, []
        answers, checks = (self.found.copies.get(key, 0) for key in (name, one.grade_id))
        if answers > 1:
            counts = "the last definition above the check counts"
            remarks.append(f"Your notebook has {answers} cells named {name}; {counts}.")
        if checks > 1:
            remarks.append(f"Your notebook has {checks} checks of {name}; the last one counts.")
        place = self.found.places.get(name)
        kind = self.submitted[place].kind if place is not None else "code"
        if kind != "code":
            words = f"The cell of {name} is a {kind.title()} cell in your notebook"
            remarks.append(f"{words}; it was run as code.")
        return remarks
