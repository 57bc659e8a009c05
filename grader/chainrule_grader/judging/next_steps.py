"""What a student can read after a verdict: a section of a lecture, a hint, and terms.

`chainrule build` writes the sections from the syllabus, and the terms from the glossary.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from chainrule_grader.judging.verdict import Kind, Verdict

FILE: Final = Path(__file__).with_name("links.json")
LECTURES: Final = "../../lectures"
"""Where the lectures are, seen from a problem set."""
GLOSSARY: Final = "../../glossary.ipynb"
"""Where the glossary is, seen from a problem set."""
MOST_TERMS: Final = 3
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
def _links() -> dict[str, Any]:
    links: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return links


def section(verdict: Verdict) -> Section | None:
    """Return the section that explains a task, if the verdict is one that it can help with."""
    row = _links()["sections"].get(verdict.task)
    return Section(**row) if row and verdict.kind in LEVELS else None


def hint_call(verdict: Verdict) -> str:
    """Return the call that opens the hint for a verdict, or nothing where no hint helps."""
    is_known = verdict.task in _links()["sections"]
    level = LEVELS.get(verdict.kind)
    return f'hint("{verdict.task}", {level})' if level and is_known else ""


def terms(verdict: Verdict) -> tuple[tuple[str, str], ...]:
    """Return the terms in a verdict's sentence with their links, if the glossary is there.

    The terms are in the order of the sentence. A longer term hides the shorter one in it.
    """
    if verdict.kind not in LEVELS or not Path(GLOSSARY).is_file():
        return ()
    anchors: dict[str, str] = _links()["terms"]
    known = {term.lower(): anchor for term, anchor in anchors.items()}
    words = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    matches = re.finditer(rf"\b({words})(?:e?s)?\b", verdict.sentence, re.IGNORECASE)
    found = {known[match[1].lower()]: match[1] for match in reversed([*matches])}
    first = list(reversed(found.items()))[:MOST_TERMS]
    return tuple((word, f"{GLOSSARY}#{anchor}") for anchor, word in first)
