"""Write the marks as a table, or into the table of your LMS."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--lms", choices=["canvas", "moodle", "csv"], required=True)
    parser.add_argument("--set", help="the problem set, for canvas and moodle")
    parser.add_argument("--template", type=Path, help="the table that your LMS exported")
    parser.add_argument(
        "--to", type=Path, default=Path("marks.csv"), help="the file to write (default: marks.csv)"
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="replace other entries in the marks' column"
    )


def run(options: argparse.Namespace) -> int:
    """Write the table, and print what was written."""
    from chainrule_grader.course.course import Course
    from chainrule_grader.course.problem_set import ProblemSet
    from chainrule_grader.gradebook.export import ExportError, fill_template, write_csv

    course, to = Course.find(), options.to.resolve()
    if options.lms == "csv":
        print(write_csv(course, to))
        return 0
    if not (options.set and options.template):
        raise ExportError(
            f"{options.lms} takes its own table back: export one from it, then give it with "
            "--template, and the problem set with --set"
        )
    problem_set = ProblemSet(course, options.set)
    filled = fill_template(
        problem_set, options.lms, options.template, to, overwrite=options.overwrite
    )
    print(f"wrote the marks of {len(filled.marked)} students to {to}")
    for note in filled.notes(options.template):
        sys.stderr.write(f"chainrule: {note}\n")
    return 0
