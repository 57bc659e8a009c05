"""Build the course, mark a sample class, and print where the results are."""

from __future__ import annotations

import argparse
from pathlib import Path

from chainrule_grader.cli.marking import add_marking_options, require_sandbox


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--into", type=Path, default=Path("demo"), help="the folder to write (default: demo)"
    )
    add_marking_options(parser)


def run(options: argparse.Namespace) -> int:
    """Run the demonstration."""
    from chainrule_grader.authoring.demo import demo

    require_sandbox(options, ())
    demo(options.into, jobs=options.jobs, unsafe=options.unsafe)
    return 0
