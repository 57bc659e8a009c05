"""Show a bar while a class is graded, and a table of the results at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text
from sqlalchemy import make_url

from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.course.settings import settings
from chainrule_grader.execution.record import Record
from chainrule_grader.gradebook.batch import GradingOptions, autograde, ungraded
from chainrule_grader.gradebook.report import write_report
from chainrule_grader.judging.rendering import SIGNS
from chainrule_grader.judging.verdict import Kind
from chainrule_grader.markup.printable import one_line

MOST_ROWS: Final = 60
"""The most students in a table on the screen; the report has all."""


class _Rate(ProgressColumn):
    """How many submissions a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "", style="progress.data.speed")


def with_progress(problem_set: ProblemSet, options: GradingOptions) -> list[Record]:
    """Grade a problem set, and show a bar, then a table and where everything is."""
    console, course = Console(), problem_set.course
    total = len(ungraded(problem_set, force=options.force))
    with _bar(console) as progress:
        bar = progress.add_task(f"marking {problem_set.name}", total=total, failed="")
        failed: list[str] = []

        def ready(record: Record) -> None:
            if record.error:
                failed.append(record.student)
            words = f"marking {problem_set.name}"
            progress.update(bar, advance=1, failed=_failed(failed), description=words)
            progress.refresh()

        def waiting() -> None:
            progress.update(bar, description="waiting for another run on this course")
            progress.refresh()

        records = autograde(problem_set, replace(options, waiting=waiting), ready)
        progress.update(bar, description="writing the report", completed=total)
        report = write_report(problem_set)
    if records:
        console.print(_table(records))
    else:
        console.print(f"Nothing new was submitted for {problem_set.name}.")
    places = {
        "marks": _place(settings(course).db_url),
        "feedback": course.feedback,
        "report": report,
    }
    for what, where in places.items():
        console.print(f"{what:9}{where}", soft_wrap=True, highlight=False)
    return records


def _place(db_url: str) -> str:
    """Return where a gradebook is: SQLite's file, or an address without its password."""
    url = make_url(db_url)
    is_file = url.get_backend_name() == "sqlite" and url.database
    return str(url.database) if is_file else url.render_as_string(hide_password=True)


def _bar(console: Console) -> Progress:
    """Make a bar with the count, the speed, the time left and whose grading failed."""
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}", style="red", markup=False),
        console=console,
        transient=True,
        # A drawing thread would make forking unsafe.
        auto_refresh=False,
    )


def _failed(names: list[str]) -> str:
    """Name the first few students whose submissions could not be graded."""
    if not names:
        return ""
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"not marked: {', '.join(map(one_line, names[:3]))}{more}"


def _table(records: list[Record]) -> Table:
    """Make a table with a row for each student and a sign for each task."""
    table = Table(box=None, pad_edge=False)
    table.add_column("student")
    table.add_column("points", justify="right")
    table.add_column("tasks")
    table.add_column("what was found", overflow="fold")
    for record in _shown(records):
        signs = "".join(SIGNS[verdict.kind][0] for verdict in record.verdicts)
        # Square brackets in a name or an error are no markup.
        student, summary = (Text(one_line(text)) for text in (record.student, _summary(record)))
        table.add_row(student, f"{record.score:.1f}", signs, summary)
    return table


def _shown(records: list[Record]) -> list[Record]:
    """Return the records in the table: all of a small class, else those with an error."""
    if len(records) <= MOST_ROWS:
        return records
    return [record for record in records if record.error][:MOST_ROWS]


def _summary(record: Record) -> str:
    """Summarize a record in a few words."""
    if record.error:
        return f"could not be marked: {record.error}"
    named = [name for verdict in record.verdicts for name in verdict.misconceptions]
    found = [v.kind for v in record.verdicts]
    other = [
        f"{found.count(kind)} {SIGNS[kind][1]}"
        for kind in Kind
        if kind not in {Kind.CORRECT, Kind.MISCONCEPTION} and kind in found
    ]
    return ", ".join([*named, *other]) or "all right"
