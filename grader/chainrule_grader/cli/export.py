"""Write the marks as a table, or into the table of your LMS."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--lms", choices=["canvas", "moodle", "csv"], required=True)
    parser.add_argument(
        "--set", help="the problem set; needed for canvas and moodle, all sets if not given for csv"
    )
    parser.add_argument("--template", type=Path, help="the table that your LMS exported")
    parser.add_argument(
        "--to",
        type=Path,
        help="the file to write (default: marks.csv, or SET-canvas.csv and SET-moodle.csv)",
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="replace other entries in the marks' column"
    )


def run(options: argparse.Namespace) -> int:
    """Write the table, and print what was written."""
    from chainrule_grader.course.course import Course
    from chainrule_grader.course.problem_set import ProblemSet
    from chainrule_grader.gradebook.export import ExportError, fill_template, write_csv

    course = Course.find()
    if options.lms == "csv":
        print(write_csv(course, (options.to or Path("marks.csv")).resolve(), options.set))
        return 0
    if not (options.set and options.template):
        raise ExportError(
            f"{options.lms} takes its own table back: export one from it, then give it with "
            "--template, and the problem set with --set"
        )
    problem_set = ProblemSet(course, options.set)
    to = (options.to or Path(f"{options.set}-{options.lms}.csv")).resolve()
    filled = fill_template(
        problem_set, options.lms, options.template, to, overwrite=options.overwrite
    )
    count = len(filled.marked)
    print(f"wrote the marks of {count} student{'' if count == 1 else 's'} to {to}")
    for note in filled.notes(options.template):
        sys.stderr.write(f"chainrule: {note}\n")
    return 0
