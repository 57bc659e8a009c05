"""Mark the submissions of a class, and write the marks into the gradebook."""

from __future__ import annotations

import argparse

from chainrule_grader.cli.marking import add_cluster_option, add_marking_options, marking


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("sets", nargs="+", metavar="SET")
    parser.add_argument("--force", action="store_true", help="mark again what is already marked")
    add_marking_options(parser)
    add_cluster_option(parser)


def run(options: argparse.Namespace) -> int:
    """Mark one problem set after the other."""
    from chainrule_grader.course.course import Course
    from chainrule_grader.course.problem_set import find_problem_set

    course = Course.find()
    problem_sets = [find_problem_set(course, name) for name in options.sets]
    with marking(options, course.secrets, problem_sets[0]) as executor:
        from chainrule_grader.gradebook.batch import GradingOptions
        from chainrule_grader.gradebook.progress import with_progress

        how = GradingOptions(options.jobs, executor, force=options.force, unsafe=options.unsafe)
        for problem_set in problem_sets:
            with_progress(problem_set, how)
    return 0
