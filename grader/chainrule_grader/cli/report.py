"""Write a page about the mistakes of the class."""

from __future__ import annotations

import argparse


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("set", metavar="SET")


def run(options: argparse.Namespace) -> int:
    """Write the page, and print its path."""
    from chainrule_grader.course.course import Course
    from chainrule_grader.course.problem_set import find_problem_set
    from chainrule_grader.gradebook.report import ReportError, write_report

    problem_set = find_problem_set(Course.find(), options.set)
    if not problem_set.graded():
        raise ReportError(
            f"no submission to {problem_set.name} is marked yet; put submissions into "
            f"{problem_set.submitted('<student>')}, then run `chainrule autograde {options.set}`"
        )
    print(write_report(problem_set))
    return 0
