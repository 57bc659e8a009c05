"""Judge the answers of one notebook, and overlook slips of everyday editing.

Each answer is judged where its check is. If it is not right there, it gets a second look: a name
such as `np` may have another value, the answer may be split into two cells, or the function may
have another name or be defined below. Only what the student's own functions return earns points,
and a remark names the slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, final

from chainrule_worker.calls.failure import Failure

from chainrule_grader.execution.failed_cells import SubmittedCell, explanation, failure_of
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.request import Request
from chainrule_grader.execution.session import Session
from chainrule_grader.judging import registry
from chainrule_grader.judging.diagnosis.failures import KIND_OF_FAILURE, failure_sentence
from chainrule_grader.judging.judge import judge
from chainrule_grader.judging.verdict import Kind, Verdict
from chainrule_grader.submissions.cell import Cell
from chainrule_grader.submissions.cell_text import defined_names, used_names

SECONDS: Final = 1.0
"""Seconds of work to list the names that have other values."""
UNCLEAR: Final = frozenset({Kind.CRASHED, Kind.NOT_ATTEMPTED, Kind.WRONG})
"""Kinds of verdict whose reason may be a failed cell."""
MOST_PIECES: Final = 4
"""The most cells that are taken for pieces of one answer."""


@final
class Answers:
    """The answers of a notebook that runs in a session."""

    def __init__(self, session: Session, seed: int, modules: Mapping[str, str]) -> None:
        self.session = session
        self.seed = seed
        self.modules = modules
        """The modules that the released notebook imports, by their names in it."""
        self.cells: list[SubmittedCell] = []
        """The cells that have been submitted."""
        self.previous = 0
        """The number of cells above the previous check."""

    def submit(self, cell: Cell) -> Request:
        """Submit a cell, which runs before everything that is judged later."""
        request = self.session.submit_cell(cell.source)
        self.cells.append(SubmittedCell(cell, request))
        return request

    def verdict(self, check: Cell, identity: str) -> Verdict:
        """Judge the answer to a task as it is at its check."""
        name = identity.partition("/")[2]
        verdict = self._judge(identity, name)
        for again in self._second_looks(verdict, check, name) if verdict.score < 1 else ():
            if again.score > verdict.score:
                verdict = again
                break
        self.previous = len(self.cells)
        if verdict.score < 1 and verdict.kind in UNCLEAR:
            verdict = self._explained(verdict, name)
        if verdict.kind is Kind.NOT_ATTEMPTED:
            return verdict
        return _with_remarks(verdict, *check.remarks)

    def verdict_at_the_end(self, verdict: Verdict, later: Sequence[Cell]) -> Verdict:
        """Judge an answer again that needs a cell below its check, when all cells have run."""
        name = verdict.task.partition("/")[2]
        missing = verdict.kind is Kind.NOT_ATTEMPTED
        if not missing and not (verdict.kind is Kind.CRASHED and "NameError" in verdict.message):
            return verdict
        below = {defined for cell in later for defined in defined_names(cell.source)}
        if not below & ({name} if missing else used_names(verdict.message)):
            return verdict
        again = self._judge(verdict.task, name)
        if again.kind is Kind.NOT_ATTEMPTED or again.score < verdict.score:
            return verdict
        what = name if missing else f"What {name} needs"
        words = f"{what} is defined below the check of {name}; move the check below the definition."
        return _with_remarks(again, words)

    def _judge(self, identity: str, name: str, **how: Any) -> Verdict:
        subject = RemoteSubject(self.session, name, **how)
        verdict = judge(identity, registry.find(identity), subject, self.seed)
        self.session.raise_lost()  # the judge takes every error for a fault of the task
        return verdict

    def _second_looks(self, verdict: Verdict, check: Cell, name: str) -> Iterator[Verdict]:
        """Yield the verdict on the same answer without each slip that is found."""
        identity = verdict.task
        if verdict.kind is Kind.NOT_ATTEMPTED and check.function:
            words = f"Your check was given {check.function}; the task asks for {name}."
            yield _with_remarks(self._judge(identity, name, function=check.function), words)
        # A new worker, after a function has ended the last one, is for the next task.
        crashed = verdict.kind is Kind.CRASHED and self.session.worker is not None
        names = self._overwritten() if crashed else []
        if names:
            in_message = used_names(verdict.message)
            listed = " and ".join([one for one in names if one in in_message][:2] or names[:1])
            words = f"Your notebook gives {listed} another value; the check used the original."
            yield _with_remarks(self._judge(identity, name, modules=self.modules), words)
        joined = self._joined_pieces()
        if joined:
            self.session.submit_cell(joined)
            words = f"The answer of {name} is split into several cells; they were run as one."
            yield _with_remarks(self._judge(identity, name), words)

    def _overwritten(self) -> list[str]:
        """Return the names that cells gave another value, as far as the worker's word goes."""
        message = {"op": "overwritten", "modules": dict(self.modules)}
        response = self.session.request(message, SECONDS, [])
        names = None if isinstance(response, Failure) else response.get("names")
        known = names if isinstance(names, list) else []
        return [one[:40] for one in known if isinstance(one, str) and one[:40].isidentifier()]

    def _joined_pieces(self) -> str:
        """Return the cells since the previous check as one, if one of them is no whole Python."""
        pieces = self.cells[self.previous :]
        if not 1 < len(pieces) <= MOST_PIECES:
            return ""
        failures = [self.session.cell_result(piece.request).failure for piece in pieces]
        broken = any(one and one.kind in {"SyntaxError", "IndentationError"} for one in failures)
        return "\n".join(piece.cell.source for piece in pieces) if broken else ""

    def _explained(self, verdict: Verdict, name: str) -> Verdict:
        """Name the failure of the cell that should define what is missing."""
        failure = failure_of(self.session, self.cells, name)
        if verdict.kind is Kind.NOT_ATTEMPTED and failure is not None:
            kind = KIND_OF_FAILURE.get(failure.kind, Kind.CRASHED)
            words = failure_sentence(f"The cell of {name}", failure)
            return verdict if kind is Kind.NOT_ATTEMPTED else Verdict(verdict.task, kind, words)
        words = explanation(self.session, self.cells, name, verdict.message)
        if words and verdict.kind is Kind.WRONG:  # a function that was needed gave no result
            return replace(verdict, kind=Kind.CRASHED, sentence=words, case=None)
        return _with_remarks(verdict, words) if words else verdict


def _with_remarks(verdict: Verdict, *remarks: str) -> Verdict:
    return replace(verdict, remarks=(*remarks, *verdict.remarks)) if remarks else verdict
