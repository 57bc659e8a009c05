"""Read the syllabus, which maps each concept to the library, a lecture and problem sets."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any, Final

from chainrule_grader.course.course import Course

FILE: Final = "CONCEPTS.md"
"""The page of concepts, which lies beside the syllabus."""
HEAD: Final = """\
# Concepts

Each concept of the course: its name in the library, the section of a lecture that teaches it, and
the tasks in which you program it. `chainrule build` makes this page from
[syllabus.toml](syllabus.toml).
"""


@dataclass(frozen=True)
class Concept:
    """A row of the syllabus."""

    id: str
    name: str
    deck: str
    library: tuple[str, ...]
    """The names in `chainrule` that implement the concept."""
    lecture: str
    """The section `<lecture>#<anchor>`, or an empty text where no lecture has one."""
    tasks: tuple[str, ...]


def read(course: Course) -> list[Concept]:
    """Read the syllabus of a course."""
    text = (course.root / "course" / "syllabus.toml").read_text(encoding="utf-8")
    return [_concept(row) for row in tomllib.loads(text)["concept"]]


def _concept(row: dict[str, Any]) -> Concept:
    lists: dict[str, Any] = {key: tuple(row.pop(key)) for key in ("library", "tasks")}
    return Concept(**row, **lists)


def table(concepts: list[Concept]) -> str:
    """Return the syllabus as a table."""
    head = ["| | concept | `chainrule` | lecture | tasks |", "|---|---|---|---|---|"]
    return "\n".join([*head, *map(_row, concepts)])


def _row(concept: Concept) -> str:
    name, _, anchor = concept.lecture.partition("#")
    lecture = f"[{name[:2]}](lectures/{name}.ipynb#{anchor})" if name else ""
    tasks = " ".join(f"[{_short(t)}]({_exercise(t)})" for t in concept.tasks)
    library = " ".join(f"`{name}`" for name in concept.library)
    return f"| {concept.id} | {concept.name} | {library} | {lecture} | {tasks} |"


def _short(task: str) -> str:
    return task.partition("/")[2]


def _exercise(task: str) -> str:
    problem_set = task.partition("/")[0]
    return f"exercises/{problem_set}/{problem_set}.ipynb"


def page(concepts: list[Concept]) -> str:
    """Return the page of concepts."""
    return f"{HEAD}\n{table(concepts)}\n"
