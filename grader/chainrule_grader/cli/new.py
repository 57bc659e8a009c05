"""Write the files of a new task, with the blanks marked."""

from __future__ import annotations

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("task", metavar="SET/TASK")
    parser.add_argument(
        "--new-set", action="store_true", help="make a new problem set if there is none of the name"
    )


def run(options: argparse.Namespace) -> int:
    """Write the files, and print their names."""
    from chainrule_grader.authoring.new import BLANK, new
    from chainrule_grader.course.course import Course

    for path in new(Course.find(), options.task, new_set=options.new_set):
        print(f"wrote {path}")
    print(f"Fill in every {BLANK}, run `chainrule build`, then run the tests.")
    return 0
