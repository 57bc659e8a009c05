"""Find the cell whose failure explains why a function of the notebook is missing or fails."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chainrule_worker.calls.failure import Failure

from chainrule_grader.execution.messages.request import Request
from chainrule_grader.execution.session import Session
from chainrule_grader.judging.diagnosis.failures import failure_sentence
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.cell_text import defined_functions, defined_names, used_names

QUOTED: Final = re.compile(r"'([A-Za-z_]\w*)'")
"""A name in the message of a `NameError`."""
MOST_CELLS: Final = 200
MOST_TEXT: Final = 20_000
"""The characters of a cell in which names are looked for."""


@dataclass(frozen=True)
class SubmittedCell:
    """A cell that was submitted to a session, and the request for its result."""

    cell: Cell
    request: Request


def failure_of(session: Session, cells: Sequence[SubmittedCell], name: str) -> Failure | None:
    """Return the failure of the answer with this name, if it failed."""
    answers = [one for one in cells if one.cell.grade_id == name]
    return session.cell_result(answers[-1].request).failure if answers else None


def explanation(session: Session, cells: Sequence[SubmittedCell], name: str, message: str) -> str:
    """Return a sentence on the failed cell that should define what a function needs, or ""."""
    missing = {*QUOTED.findall(message)}
    needed = {name, *used_names(message)}
    for one in reversed(cells[-MOST_CELLS:]):
        source = one.cell.source[:MOST_TEXT]
        defined_needed = defined_functions(source) & needed | defined_names(source) & missing
        if not defined_needed:
            continue
        failure = session.cell_result(one.request).failure
        if failure is not None and failure.kind != "NotImplementedError":
            defined = min(defined_needed)
            own = one.cell.grade_id != defined
            where = f"The cell that defines {defined}" if own else f"The cell of {defined}"
            return failure_sentence(where, failure)
        needed |= used_names(source)
    return ""
