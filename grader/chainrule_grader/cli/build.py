"""Build the notebooks from their sources."""

from __future__ import annotations

import argparse
import sys


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing, and fail where a notebook differs"
    )
    parser.add_argument(
        "--from-notebooks",
        metavar="SET",
        help="copy the edits in a problem set's notebook into its source",
    )


def run(options: argparse.Namespace) -> int:
    """Build, and print what changed."""
    from chainrule_grader.authoring.blanks import blanks
    from chainrule_grader.authoring.build import build, from_notebook
    from chainrule_grader.course.course import Course

    course = Course.find()
    if options.from_notebooks:
        print(f"wrote {from_notebook(course, options.from_notebooks)}")
        return 0
    changed = build(course, only_check=options.check)
    for path in changed:
        print(f"{'differs from its source:' if options.check else 'built'} {path}")
    for one in blanks(course):
        sys.stderr.write(f"chainrule: {one}\n")
    return 1 if options.check and changed else 0
