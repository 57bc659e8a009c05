"""Find the blanks that `chainrule new` left to be filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from chainrule_grader.authoring.new import BLANK
from chainrule_grader.course.course import Course
from chainrule_grader.judging import registry


@dataclass(frozen=True)
class Blanks:
    """A file with blanks."""

    path: Path
    lines: tuple[int, ...]
    """The numbers of the lines that have one."""

    def __str__(self) -> str:
        word = "line" if len(self.lines) == 1 else "lines"
        return f"{self.path} has a {BLANK} to fill in: {word} {', '.join(map(str, self.lines))}"


def blanks(course: Course) -> list[Blanks]:
    """Return the sources of problem sets and of tasks in which a blank is left."""
    sources = [*sorted(course.solutions.glob("*/*.py")), *sorted(registry.TASKS.rglob("*.py"))]
    found = (Blanks(path, _lines(path.read_text(encoding="utf-8"))) for path in sources)
    return [one for one in found if one.lines]


def _lines(text: str) -> tuple[int, ...]:
    mark = re.compile(rf"\b{BLANK}\b")
    return tuple(n for n, line in enumerate(text.splitlines(), start=1) if mark.search(line))
