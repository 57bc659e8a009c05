"""While a class is marked a bar says how far it is, and a table in the end what came of it."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from chainrule_grader.autograde import autograde, submissions
from chainrule_grader.course import Course
from chainrule_grader.marking import Record
from chainrule_grader.render import SIGNS
from chainrule_grader.report import write_report
from chainrule_grader.verdict import Kind


def with_progress(
    course: Course,
    problem_set: str,
    *,
    jobs: int | None = None,
    force: bool = False,
    unsafe: bool = False,
) -> list[Record]:
    """Mark a problem set, with a bar on the way, then a table and where everything is."""
    console = Console()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        total = len(submissions(course, problem_set))
        bar = progress.add_task(f"marking {problem_set}", total=total)

        def ready(record: Record) -> None:
            progress.update(bar, advance=1, description=f"marked {_student(record)}")

        options = {"force": force, "unsafe": unsafe}
        records = autograde(course, problem_set, jobs=jobs, ready=ready, **options)
        progress.update(bar, description="writing the report", completed=total)
        report = write_report(course, problem_set)
    if records:
        console.print(_table(records))
    else:
        console.print(f"Nothing new was submitted for {problem_set}.")
    places = {"marks": course.root / "gradebook.db", "feedback": course.feedback, "report": report}
    for what, where in places.items():
        console.print(f"{what:9}{where}", soft_wrap=True, highlight=False)
    return records


def _student(record: Record) -> str:
    return Path(record.notebook).parts[-3]


def _table(records: list[Record]) -> Table:
    """Make a table with a row for each student and a sign for each task."""
    table = Table(box=None, pad_edge=False)
    table.add_column("student")
    table.add_column("points", justify="right")
    table.add_column("tasks")
    table.add_column("what was found", overflow="fold")
    for record in records:
        signs = "".join(SIGNS[verdict.kind][0] for verdict in record.verdicts)
        table.add_row(_student(record), f"{record.score:.1f}", signs, _summary(record))
    return table


def _summary(record: Record) -> str:
    """Say in a few words what was most remarkable."""
    if record.error:
        return f"could not be marked: {record.error}"
    named = [v.misconception for v in record.verdicts if v.misconception]
    kinds = [v.kind for v in record.verdicts]
    other = [
        f"{kinds.count(kind)} {SIGNS[kind][1]}"
        for kind in Kind
        if kind not in {Kind.CORRECT, Kind.MISCONCEPTION} and kind in kinds
    ]
    return ", ".join([*named, *other]) or "all right"
