"""Open JupyterLab at the first lecture."""

from __future__ import annotations

import argparse
import os
import sys


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("more", nargs="*", help="options for JupyterLab, after --")


def run(options: argparse.Namespace) -> int:
    """Replace this process by JupyterLab."""
    from chainrule_grader.course.course import Course

    course = Course.find()
    lectures = sorted(course.lectures.glob("*.ipynb"))
    first = [str(lectures[0].relative_to(course.root))] if lectures else []
    command = [sys.executable, "-m", "jupyterlab", *first, *options.more]
    os.chdir(course.root)
    os.execv(sys.executable, command)  # noqa: S606  our own interpreter
