"""Read the command line, run the subcommand, and report the user's mistakes in one sentence."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, Final

from chainrule_grader.cli import autograde, build, demo, export, grade, init, lab, new, report
from chainrule_grader.cli.errors import sentence

COMMANDS: Final = {
    "demo": demo,
    "init": init,
    "lab": lab,
    "build": build,
    "new": new,
    "grade": grade,
    "autograde": autograde,
    "report": report,
    "export": export,
}
"""The module of each subcommand, in the order of the help.

A module's first line is the help text. `add_options` declares the options, `run` returns the exit
status. What a subcommand needs is imported when it runs, so that the command starts quickly.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status."""
    options = _options(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except KeyboardInterrupt:
        return _fail("stopped")
    except BrokenPipeError:
        # The reader of our output closed it; Python would report that again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001  no traceback reaches a user
        return _fail(sentence(error))


def _fail(message: str) -> int:
    from chainrule_grader.markup.printable import printable

    sys.stderr.write(f"chainrule: {printable(message)}\n")
    return 1


def _options(arguments: list[str] | None) -> argparse.Namespace:
    """Read the command line; `lab` passes the options that it does not know on to JupyterLab."""
    parser = _parser()
    options, unknown = parser.parse_known_args(arguments)
    if unknown and not hasattr(options, "more"):
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    if hasattr(options, "more"):
        options.more = unknown[1:] if unknown[:1] == ["--"] else unknown
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="chainrule", description="Open the course, and mark what students submit."
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        summary = (module.__doc__ or "").partition("\n")[0]
        command = commands.add_parser(name, help=summary, description=summary)
        module.add_options(command)
        command.set_defaults(run=module.run)
    return parser


class _Version(argparse.Action):
    """Prints the version, and reads it only then."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,  # noqa: ARG002  argparse's protocol
        values: str | Sequence[Any] | None,  # noqa: ARG002
        option_string: str | None = None,  # noqa: ARG002
    ) -> None:
        from importlib.metadata import version

        print(f"chainrule {version('chainrule')}")
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
