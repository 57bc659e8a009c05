"""Open JupyterLab on the course, at its start page."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from chainrule_grader.course.course import Course

SETTINGS: Final = Path(__file__).parent / "jupyter"
"""Settings for JupyterLab that hold for the servers of this command alone.

`everyone`: nothing asks the internet for news or extensions. `student`: of nbgrader's extensions
only the one that validates a notebook is loaded.
"""

HIDDEN: Final = ("__pycache__", "*.pyc", "*.pyo", ".DS_Store", "*~", "[0-9][0-9]_*.py")
"""JupyterLab's own list of hidden files, and the sources of the lectures."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    # An argument of its own would take the value of an option such as `--port 8900` out of order.
    parser.set_defaults(more=[])
    parser.usage = "chainrule lab [-h] [OPTION ...]"
    parser.epilog = (
        "Every other option is passed on to JupyterLab, for example --no-browser or --port 8900; "
        "`jupyter lab --help` lists them."
    )


def run(options: argparse.Namespace) -> int:
    """Run JupyterLab until it is stopped."""
    from chainrule_grader.course.student import open_course

    course = open_course(Path.cwd())
    folders = [SETTINGS / "everyone"]
    if not course.is_instructors:
        folders.insert(0, SETTINGS / "student")
    before = os.environ.get("JUPYTER_CONFIG_PATH")
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(
        [*map(str, folders), *([before] if before else [])]
    )
    # nbgrader's extensions read the configuration in the working directory.
    os.chdir(course.root)

    from jupyterlab.labapp import LabApp

    LabApp.launch_instance([*_settings(course), *options.more])
    return 0


def _settings(course: Course) -> list[str]:
    """Return JupyterLab's options: the course is the root, so that all of its links work."""
    first = min(course.lectures.glob("*.ipynb")).relative_to(course.root)
    return [
        f"--ServerApp.root_dir={course.root}",
        f"--LabApp.default_url=/lab/tree/{first.as_posix()}",
        *(f"--ContentsManager.hide_globs={pattern}" for pattern in HIDDEN),
    ]
