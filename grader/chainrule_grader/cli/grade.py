"""Mark notebooks, without a gradebook."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from chainrule_grader.cli.marking import (
    add_cluster_option,
    add_marking_options,
    marking,
    whole_number,
)

if TYPE_CHECKING:
    from chainrule_grader.execution.record import Record
    from chainrule_grader.judging.verdict import Verdict


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("notebooks", nargs="+", metavar="NOTEBOOK")
    parser.add_argument("--json", action="store_true", help="print one JSON object per line")
    parser.add_argument(
        "--seed", type=whole_number(0), metavar="N", help="the seed of the hidden inputs"
    )
    add_marking_options(parser)
    add_cluster_option(parser)


def run(options: argparse.Namespace) -> int:
    """Mark the notebooks, and print each result as soon as it is known.

    The exit status is 0 if every notebook was marked, whatever its marks.
    """
    points, secrets, private, course = _course()
    with marking(options, secrets) as executor:
        from chainrule_grader.execution.grading import GradingJob
        from chainrule_grader.execution.pool import mark_all

        seed = private if options.seed is None else options.seed
        more = {"secrets": secrets, "unsafe": options.unsafe, "course": course}
        jobs = [GradingJob(path, seed, points, **more) for path in options.notebooks]
        records = mark_all(jobs, options.jobs, executor)
        all_marked = True
        for record in _in_order(records, options.notebooks):
            all_marked &= record.error is None
            print(json.dumps(record.as_json()) if options.json else _as_text(record), flush=True)
    return 0 if all_marked else 1


def _course() -> tuple[dict[str, float], tuple[str, ...], int, str]:
    """Return points, secrets, seed and folder of the current course, or defaults outside of one.

    Points are those of the release; only for a set without one are they those of its source.
    """
    import secrets

    from chainrule_grader.course.course import Course, NoCourseError
    from chainrule_grader.course.problem_set import ProblemSet
    from chainrule_grader.judging import registry

    try:
        course = Course.find()
    except NoCourseError:
        return {}, (str(Path.home()),), secrets.randbelow(2**63), ""
    problem_sets = [ProblemSet(course, name) for name in registry.problem_sets()]
    points = [one.points for one in problem_sets if not one.release.exists()]
    merged = {name: value for one in points for name, value in one.items()}
    return merged, course.secrets, course.seed(), str(course.root)


def _in_order(records: Iterable[Record], paths: list[str]) -> Iterator[Record]:
    """Yield the records in the order of the paths, each as early as that allows."""
    waiting: dict[str, Record] = {}
    remaining = list(paths)
    for record in records:
        waiting[record.notebook] = record
        while remaining and remaining[0] in waiting:
            yield waiting[remaining.pop(0)]


def _as_text(record: Record) -> str:
    from chainrule_grader.judging.rendering import as_text
    from chainrule_grader.markup.printable import printable

    return printable(_lines(record, as_text))


def _lines(record: Record, as_text: Callable[[Verdict], str]) -> str:
    if record.error:
        return f"{record.notebook}: 0 points, because {record.error}"
    head = f"{record.notebook}: {record.score:g} of {record.maximum:g} points"
    return "\n".join([head, *(as_text(verdict) for verdict in record.graded)])
