"""A verdict says whether an answer is right, and if not, as exactly as it can what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

OUTPUT: Final = "application/vnd.chainrule.verdict+json"
"""The kind of output that carries a verdict in a marked notebook."""


class Kind(StrEnum):
    """The eight things that a check can find."""

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
    """The smallest thing that was looked at and found different."""

    call: str
    needed: str
    got: str


@dataclass(frozen=True)
class Verdict:
    """What a check found of one task."""

    task: str
    kind: Kind
    sentence: str
    score: float = 0.0
    """The share of the task's points, from 0 to 1."""
    misconception: str | None = None
    case: Case | None = None
    remarks: tuple[str, ...] = ()
    """What was noticed and costs nothing."""

    @property
    def message(self) -> str:
        """The verdict in words, on one line."""
        case = self.case
        seen = [f"{case.call} needs {case.needed} and gave {case.got}."] if case else []
        return " ".join(" ".join([self.sentence, *seen, *self.remarks]).split())
