"""Write the files of a new task, with the blanks marked."""

from __future__ import annotations

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("task", metavar="SET/TASK")


def run(options: argparse.Namespace) -> int:
    """Write the files, and print their names."""
    from chainrule_grader.authoring.new import BLANK, new
    from chainrule_grader.course.course import Course

    for path in new(Course.find(), options.task):
        print(f"wrote {path}")
    print(f"Fill in every {BLANK}, run `chainrule build`, then run the tests.")
    return 0
