"""The class report: the points, the common mistakes and what needs a person, on one page.

The page is made from the graded notebooks, whichever command graded them. It is one file, loads
nothing and links to the students' feedback pages.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import mean, median
from typing import Any, Final
from urllib.parse import quote

from chainrule_grader.course.files import replaced
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.judging import registry
from chainrule_grader.judging.rendering import SIGNS
from chainrule_grader.judging.verdict import OUTPUT, Kind
from chainrule_grader.markup.templates import template

TROUBLE: Final = {
    Kind.CRASHED: "stopped with an error",
    Kind.TIMED_OUT: "took too long",
    Kind.FORBIDDEN: "used what is not allowed",
    Kind.GRADER_FAULT: "met a fault of the grader, which a person must look at",
}
SEGMENTS: Final = {
    "right": (Kind.CORRECT,),
    "known": (Kind.MISCONCEPTION,),
    "wrong": (Kind.WRONG,),
    "failed": tuple(TROUBLE),
    "empty": (Kind.NOT_ATTEMPTED,),
}
"""The parts of a task's bar, by the class of their colour."""
COUNTED: Final = {kind: word for kind, (_, word, _) in SIGNS.items()} | {
    Kind.MISCONCEPTION: "known mistake",
    Kind.GRADER_FAULT: "fault of the grader",
}
"""What each kind of verdict is called behind a number."""
MOST_BARS: Final = 16


class ReportError(ValueError):
    """There is nothing to report on; the message says why."""


@dataclass
class Student:
    """One student's graded notebook."""

    name: str
    verdicts: list[dict[str, Any]]
    error: str | None = None

    @property
    def marks(self) -> float:
        """The points of all tasks."""
        return round(sum(float(verdict["earned"]) for verdict in self.verdicts), 6)

    def page(self, problem_set: str) -> str:
        """Return the address of the student's feedback, seen from the report."""
        name, folder = quote(self.name, safe=""), quote(problem_set, safe="")
        return f"./{name}/{folder}/{folder}.html"


@dataclass
class TaskSummary:
    """How a class did in one task."""

    name: str
    verdicts: Counter[str] = field(default_factory=Counter)

    @property
    def segments(self) -> list[tuple[str, int]]:
        """The parts of the task's bar that are not empty."""
        counts = ((name, sum(map(self.count, segment))) for name, segment in SEGMENTS.items())
        return [(name, count) for name, count in counts if count]

    @property
    def words(self) -> str:
        """The bar in words, with a count for every kind of verdict that was given."""
        counts = ((self.count(kind), word) for kind, word in COUNTED.items())
        return ", ".join(f"{count} {word}" for count, word in counts if count)

    def count(self, kind: Kind) -> int:
        """Return how many verdicts are of a kind."""
        return self.verdicts[kind]


@dataclass
class SharedAnswer:
    """The same finding in the same task, and all students who share it."""

    task: str
    sentence: str
    case: dict[str, str] | None
    students: list[Student] = field(default_factory=list)


@dataclass(frozen=True)
class Bar:
    """A bar of the histogram: how many students have at least `start` points, but not `end`."""

    start: int
    end: int
    count: int
    height: int
    """In percent of the tallest."""


def read_class(problem_set: ProblemSet) -> list[Student]:
    """Read the graded notebooks of a problem set."""
    return [_student(name, path) for name, path in problem_set.graded().items()]


def _student(name: str, path: Path) -> Student:
    graded = json.loads(path.read_text(encoding="utf-8"))
    outputs = (output for cell in graded["cells"] for output in cell.get("outputs", []))
    verdicts = [o["data"][OUTPUT] for o in outputs if OUTPUT in o.get("data", {})]
    error = graded["metadata"].get("chainrule", {}).get("error")
    return Student(name, verdicts, error)


def write_report(problem_set: ProblemSet) -> Path:
    """Write the report of a problem set and return where it is.

    Raises:
        ReportError: if there is no such problem set.
    """
    name, known = problem_set.name, registry.problem_sets()
    students = read_class(problem_set) if "/" not in name else []
    if not students and name not in known:
        raise ReportError(f"There is no problem set {name!r}; there are {', '.join(known)}.")
    path = problem_set.course.feedback / f"{name}-class.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    maximum = sum(problem_set.points.values())
    with replaced(path) as new:  # another run may write it at the same time
        new.write_text(page(name, students, maximum), encoding="utf-8", errors="replace")
    return path


def page(
    problem_set: str, students: list[Student], maximum: float, now: datetime | None = None
) -> str:
    """Write the page."""
    marks = [student.marks for student in students]
    return template("gradebook/report.html").render(
        problem_set=problem_set,
        written=now or datetime.now().astimezone(),
        students=students,
        maximum=maximum,
        mean=mean(marks) if marks else None,
        median=median(marks) if marks else None,
        bars=histogram(marks, maximum),
        tasks=summaries(students),
        mistakes=shared_answers(students, Kind.MISCONCEPTION),
        unnamed=shared_answers(students, Kind.WRONG),
        trouble=list(trouble(students)),
    )


def summaries(students: list[Student]) -> list[TaskSummary]:
    """Count the verdicts of each task."""
    tasks: dict[str, TaskSummary] = {}
    for student in students:
        for verdict in student.verdicts:
            task = tasks.setdefault(verdict["task"], TaskSummary(verdict["task"]))
            task.verdicts[verdict["verdict"]] += 1
    return list(tasks.values())


def shared_answers(students: list[Student], kind: Kind) -> list[SharedAnswer]:
    """Gather the verdicts of a kind that say the same, the most frequent first."""
    found: dict[str, SharedAnswer] = {}
    for student in students:
        for verdict in student.verdicts:
            if verdict["verdict"] == kind:
                # A known mistake is one line, whichever call shows it.
                case = verdict.get("case") if kind is Kind.WRONG else None
                answer = SharedAnswer(verdict["task"], verdict["sentence"], case)
                key = json.dumps([answer.task, answer.sentence, case])
                found.setdefault(key, answer).students.append(student)
    return sorted(found.values(), key=lambda one: (-len(one.students), one.task, one.sentence))


def trouble(students: list[Student]) -> Iterator[tuple[Student, str]]:
    """Yield what a person should look at, with the student it concerns."""
    for student in students:
        if student.error:
            yield student, f"could not be marked: {student.error}"
    for student in students:
        for kind, words in TROUBLE.items():
            tasks = [one["task"] for one in student.verdicts if one["verdict"] == kind]
            if tasks:
                yield student, f"{words} in {', '.join(task.partition('/')[2] for task in tasks)}"


def histogram(marks: list[float], maximum: float) -> list[Bar]:
    """Count the students by their points, in bars of equal width."""
    width = 1 + int(maximum) // MOST_BARS
    # A sum of thirds may lie just below a whole number.
    counts = Counter(int(mark + 1e-9) // width for mark in marks)
    tallest = max(counts.values(), default=1)
    return [
        Bar(index * width, (index + 1) * width, counts[index], round(100 * counts[index] / tallest))
        for index in range(max([int(maximum) // width, *counts]) + 1)
    ]
