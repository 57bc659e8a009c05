"""Write a page about the mistakes of the class."""

from __future__ import annotations

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("set", metavar="SET")


def run(options: argparse.Namespace) -> int:
    """Write the page, and print its path."""
    from chainrule_grader.course.course import Course
    from chainrule_grader.course.problem_set import ProblemSet
    from chainrule_grader.gradebook.report import write_report

    print(write_report(ProblemSet(Course.find(), options.set)))
    return 0
