"""Read the syllabus, which maps each concept to the library, a lecture and problem sets."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any, Final

from chainrule_grader.course.course import Course

BEGIN: Final = (
    "<!-- The table of concepts, made by `chainrule build` from course/syllabus.toml. -->"
)
END: Final = "<!-- The end of the table of concepts. -->"
LECTURES: Final = "course/lectures"
EXERCISES: Final = "course/exercises"


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
    """Return the syllabus as a table for the README."""
    head = ["| | concept | `chainrule` | lecture | tasks |", "|---|---|---|---|---|"]
    return "\n".join([*head, *map(_row, concepts)])


def _row(concept: Concept) -> str:
    name, _, anchor = concept.lecture.partition("#")
    lecture = f"[{name[:2]}]({LECTURES}/{name}.ipynb#{anchor})" if name else ""
    tasks = " ".join(f"[{_short(t)}]({_exercise(t)})" for t in concept.tasks)
    library = " ".join(f"`{name}`" for name in concept.library)
    return f"| {concept.id} | {concept.name} | {library} | {lecture} | {tasks} |"


def _short(task: str) -> str:
    return task.partition("/")[2]


def _exercise(task: str) -> str:
    problem_set = task.partition("/")[0]
    return f"{EXERCISES}/{problem_set}/{problem_set}.ipynb"


def in_readme(text: str, concepts: list[Concept]) -> str:
    """Return the README with the current table between its marks, or unchanged without marks."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        return text
    return f"{before}{BEGIN}\n\n{table(concepts)}\n\n{END}{after}"
