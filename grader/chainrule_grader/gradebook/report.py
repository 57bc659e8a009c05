"""A class at a glance: the marks, and which misconceptions are common, on one page.

The page is made from the marked notebooks, whoever marked them, and needs nothing but itself.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from statistics import mean, median
from string import Template
from typing import Any, Final

from chainrule_grader.course.course import Course
from chainrule_grader.judging.verdict import OUTPUT, Kind

PAGE: Final = Path(__file__).with_name("report.html")
TROUBLE: Final = {
    Kind.CRASHED: "stopped with an error",
    Kind.TIMED_OUT: "took too long",
    Kind.FORBIDDEN: "used what is not allowed",
    Kind.GRADER_FAULT: "met a fault of the grader, to be looked at by a person",
}


@dataclass
class Student:
    """One student's marked notebook."""

    name: str
    verdicts: list[dict[str, Any]]
    error: str | None = None

    @property
    def marks(self) -> float:
        """What was earned in all."""
        return round(sum(float(verdict["earned"]) for verdict in self.verdicts), 6)


@dataclass
class TaskSummary:
    """What a class made of one task."""

    name: str
    kinds: Counter[str] = field(default_factory=Counter)
    mistakes: Counter[tuple[str, str]] = field(default_factory=Counter)


def read_class(course: Course, problem_set: str) -> list[Student]:
    """Read the marked notebooks of a problem set."""
    paths = sorted(course.autograded.glob(f"*/{problem_set}/{problem_set}.ipynb"))
    return [_student(path) for path in paths]


def _student(path: Path) -> Student:
    marked = json.loads(path.read_text())
    outputs = (output for cell in marked["cells"] for output in cell.get("outputs", []))
    verdicts = [o["data"][OUTPUT] for o in outputs if OUTPUT in o.get("data", {})]
    error = marked["metadata"].get("chainrule", {}).get("error")
    return Student(path.parts[-3], verdicts, error)


def summaries(students: list[Student]) -> list[TaskSummary]:
    """Count, for each task, what was found and which mistakes were made."""
    tasks: dict[str, TaskSummary] = {}
    for student in students:
        for verdict in student.verdicts:
            task = tasks.setdefault(verdict["task"], TaskSummary(verdict["task"]))
            task.kinds[verdict["verdict"]] += 1
            if verdict["misconception"]:
                task.mistakes[verdict["misconception"], verdict["sentence"]] += 1
    return list(tasks.values())


def write_report(course: Course, problem_set: str) -> Path:
    """Write the report of a problem set and return where it is."""
    students = read_class(course, problem_set)
    path = course.feedback / f"{problem_set}-class.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page(problem_set, students, sum(course.points(problem_set).values())))
    return path


def page(problem_set: str, students: list[Student], maximum: float) -> str:
    """Write the page."""
    marks = [student.marks for student in students]
    numbers = {"mean": f"{mean(marks):.1f}", "median": f"{median(marks):.1f}"} if marks else {}
    tasks = summaries(students)
    return Template(PAGE.read_text()).substitute(
        title=escape(problem_set),
        students=len(students),
        maximum=f"{maximum:g}",
        mean=numbers.get("mean", "–"),
        median=numbers.get("median", "–"),
        histogram=_histogram(marks, maximum),
        tasks="".join(_task_row(task, len(students)) for task in tasks),
        mistakes="".join(_mistake_rows(tasks)) or "<tr><td>None was recognised.</td></tr>",
        trouble="".join(_trouble(students)) or "<li>None.</li>",
        marks="".join(_marks_row(student, maximum) for student in students),
    )


def _histogram(marks: list[float], maximum: float) -> str:
    """Draw how many students have how many points, one bar for each whole point."""
    counts = Counter(int(mark + 1e-9) for mark in marks)
    tallest = max(counts.values(), default=1)
    bars = (
        f'<div class="bar" style="height:{110 * counts[point] / tallest:.0f}px">'
        f"<b>{counts[point] or ''}</b></div><i>{point}</i>"
        for point in range(int(maximum) + 1)
    )
    return "".join(f"<div>{bar}</div>" for bar in bars)


def _task_row(task: TaskSummary, students: int) -> str:
    right = task.kinds[Kind.CORRECT]
    empty = task.kinds[Kind.NOT_ATTEMPTED]
    wrong = sum(task.kinds.values()) - right - empty
    name = task.name.partition("/")[2]
    segments = (("right", right), ("wrong", wrong), ("empty", empty))
    bar = "".join(
        f'<span class="{kind}" style="flex:{count}">{count}</span>'
        for kind, count in segments
        if count
    )
    said = f"{right} right, {wrong} wrong, {empty} not attempted of {students}"
    return f'<tr><td>{escape(name)}</td><td><div class="share" title="{said}">{bar}</div></td></tr>'


def _mistake_rows(tasks: list[TaskSummary]) -> list[str]:
    found = [
        (count, task.name, sentence)
        for task in tasks
        for (_, sentence), count in task.mistakes.items()
    ]
    return [
        f"<tr><td>{count}</td><td>{escape(name.partition('/')[2])}</td><td>{escape(says)}</td></tr>"
        for count, name, says in sorted(found, key=lambda row: (-row[0], row[1], row[2]))
    ]


def _trouble(students: list[Student]) -> list[str]:
    lines = [f"{s.name} could not be marked: {s.error}." for s in students if s.error]
    for student in students:
        kinds: dict[Kind, list[str]] = {}
        for verdict in student.verdicts:
            kinds.setdefault(Kind(verdict["verdict"]), []).append(verdict["task"].split("/")[1])
        lines += [
            f"{student.name} {words} in {', '.join(kinds[kind])}."
            for kind, words in TROUBLE.items()
            if kind in kinds
        ]
    return [f"<li>{escape(line)}</li>" for line in lines]


def _marks_row(student: Student, maximum: float) -> str:
    share = student.marks / maximum if maximum else 0
    bar = f'<div class="mark" style="width:{100 * share:.0f}%"></div>'
    return (
        f"<tr><td>{escape(student.name)}</td><td>{student.marks:g}</td>"
        f'<td class="wide">{bar}</td></tr>'
    )
