"""Make a course of your own in a new folder."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import Final

NEXT: Final = """\
made the course {course}

Next:
{enter}  chainrule lab                               # read the lectures and problem sets
  nbgrader generate_assignment activations    # release a problem set to students
  chainrule autograde activations             # mark what students put into submitted/\
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new or empty folder")


def run(options: argparse.Namespace) -> int:
    """Make the course, and print the next commands."""
    from chainrule_grader.authoring.init import init

    course = init(options.folder)
    # Nobody needs to enter the folder in which they already are.
    is_current = course.root == Path.cwd()
    enter = "" if is_current else f"  cd {shlex.quote(str(options.folder))}\n"
    print(NEXT.format(course=course.root, enter=enter))
    return 0
