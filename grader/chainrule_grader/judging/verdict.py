"""A verdict says whether an answer is right, and otherwise what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

OUTPUT: Final = "application/vnd.chainrule.verdict+json"
"""The MIME type of the output that holds a verdict in a graded notebook."""


class Kind(StrEnum):
    """The eight kinds of verdict."""

    CORRECT = "correct"
    MISCONCEPTION = "misconception"
    WRONG = "wrong"
    CRASHED = "crashed"
    TIMED_OUT = "timed_out"
    NOT_ATTEMPTED = "not_attempted"
    FORBIDDEN = "forbidden"
    GRADER_FAULT = "grader_fault"


@dataclass(frozen=True)
class Case:
    """The smallest case in which the result differs."""

    call: str
    needed: str
    got: str


@dataclass(frozen=True)
class Verdict:
    """The result of checking one task."""

    task: str
    kind: Kind
    sentence: str
    score: float = 0.0
    """The share of the task's points, from 0 to 1."""
    misconceptions: tuple[str, ...] = ()
    """The names of the known mistakes that were recognised, the most important first."""
    case: Case | None = None
    remarks: tuple[str, ...] = ()
    """Warnings and other notes that cost no points."""

    @property
    def misconception(self) -> str | None:
        """The most important known mistake, or None."""
        return self.misconceptions[0] if self.misconceptions else None

    @property
    def message(self) -> str:
        """The verdict as one line of text."""
        case = self.case
        seen = [f"{case.call} needs {case.needed} and gave {case.got}."] if case else []
        return " ".join(" ".join([self.sentence, *seen, *self.remarks]).split())
