"""What a student can read after a verdict: the lecture's section, and the hint that helps most."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from chainrule_grader.judging.verdict import Kind, Verdict

FILE: Final = Path(__file__).with_name("sections.json")
"""The section of each task, which `chainrule build` writes from the syllabus."""
LECTURES: Final = "../../lectures"
"""Where the lectures are, seen from a problem set."""
LEVELS: Final = {
    Kind.NOT_ATTEMPTED: 1,
    Kind.MISCONCEPTION: 2,
    Kind.WRONG: 2,
    Kind.TIMED_OUT: 3,
    Kind.CRASHED: 3,
}
"""The level of the hint for each kind of verdict: the concept, the method, or nearly the code."""


@dataclass(frozen=True)
class Section:
    """A section of a lecture."""

    lecture: str
    """The name of the lecture's file, without its ending."""
    anchor: str
    lecture_title: str
    title: str

    def __str__(self) -> str:
        return f"“{self.title}” in lecture {self.lecture[:2]} ({self.lecture_title})"

    @property
    def address(self) -> str:
        """The link from a problem set, or nothing where the lecture is not beside it."""
        path = f"{LECTURES}/{self.lecture}.ipynb"
        return f"{path}#{self.anchor}" if Path(path).is_file() else ""


@functools.cache
def _sections() -> dict[str, Any]:
    sections: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return sections


def section(verdict: Verdict) -> Section | None:
    """Return the section that explains a task, if the verdict is one that it can help with."""
    row = _sections().get(verdict.task)
    return Section(**row) if row and verdict.kind in LEVELS else None


def hint_call(verdict: Verdict) -> str:
    """Return the call that opens the hint for a verdict, or nothing where no hint helps."""
    level = LEVELS.get(verdict.kind)
    return f'hint("{verdict.task}", {level})' if level and verdict.task in _sections() else ""
