"""What the subcommands that mark have in common: their options, and the check of the sandbox."""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from chainrule_grader.course.problem_set import ProblemSet


def add_marking_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of every subcommand that runs submissions."""
    parser.add_argument(
        "--jobs",
        type=whole_number(1),
        metavar="N",
        help="number of submissions at a time (default: one per core)",
    )
    parser.add_argument(
        "--unsafe", action="store_true", help="run submissions even without a sandbox"
    )


def whole_number(least: int) -> Callable[[str], int]:
    """Return the type of an option that is a whole number, `least` or larger."""

    def read(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"{text!r} must be an integer ≥ {least}")
        return int(text)

    return read


def add_cluster_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that marks on a cluster."""
    parser.add_argument("--dask", metavar="ADDRESS", help="mark on the Dask cluster at ADDRESS")


@contextlib.contextmanager
def marking(
    options: argparse.Namespace,
    secrets: tuple[str, ...],
    problem_set: ProblemSet | None = None,
) -> Iterator[Executor | None]:
    """Prepare to mark on this machine, or on the cluster whose executor this yields."""
    if options.dask:
        from chainrule_grader.execution.cluster import cluster

        with cluster(options.dask) as executor:
            yield executor
    else:
        require_sandbox(options, secrets, problem_set)
        yield None


def require_sandbox(
    options: argparse.Namespace,
    secrets: tuple[str, ...],
    problem_set: ProblemSet | None = None,
) -> None:
    """Check that submissions run in a sandbox, unless `--unsafe` was given.

    Raises:
        SandboxError: where this system has no sandbox.
    """
    from chainrule_grader.execution.sandbox import SandboxError, unavailable_reason, warm_up

    if options.unsafe:
        return
    warm_up(secrets)
    # Importing what marking needs takes as long as the sandbox takes to start.
    from chainrule_grader.gradebook.batch import prepare

    if problem_set:
        prepare(problem_set)
    reason = unavailable_reason()
    if reason is not None:
        raise SandboxError(
            f"there is no sandbox on this system ({reason}), so no submission was run; "
            "--unsafe runs them without a sandbox, with all of your rights"
        )
