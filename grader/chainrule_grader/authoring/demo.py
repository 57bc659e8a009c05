"""Demonstrate the whole process: build a course, mark a sample class, and write the report."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from rich.console import Console

from chainrule_grader.authoring.build import build
from chainrule_grader.authoring.release import release
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.course.packaged import copy_files, installed_course, sample_class
from chainrule_grader.course.problem_set import ProblemSet
from chainrule_grader.gradebook.batch import GradingOptions
from chainrule_grader.gradebook.export import write_csv
from chainrule_grader.gradebook.progress import with_progress

SET: Final = "activations"
MADE_BY: Final = ".made-by-chainrule-demo"
"""The file that marks a folder which the next demonstration may replace."""


class DemoError(Exception):
    """The demonstration cannot run here; the message says why."""


def demo(into: Path, *, jobs: int | None = None, unsafe: bool = False) -> Course:
    """Build the installed course in a folder, mark the sample class, and print where things are.

    Raises:
        DemoError: where the folder has other files in it.
    """
    course = _new_course(into.resolve())
    console = Console()
    build(course)
    console.print(f"built    {release(course, SET).parent}", soft_wrap=True, highlight=False)
    number = _submit(course)
    console.print(f"copied   {number} submissions of the sample class", highlight=False)
    with_progress(ProblemSet(course, SET), GradingOptions(jobs=jobs, force=True, unsafe=unsafe))
    table = write_csv(course, course.root / "marks.csv")
    console.print(f"table    {table}", soft_wrap=True, highlight=False)
    return course


def _new_course(folder: Path) -> Course:
    """Make a course from the sources alone, so that all notebooks are built."""
    if folder.exists() and not folder.is_dir():
        raise DemoError(f"{folder} is a file; give the name of a new folder with --into")
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MADE_BY).exists():
            raise DemoError(f"{folder} has other files in it; give another folder with --into")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MADE_BY).touch()
    source, course = installed_course(), Course(folder)
    shutil.copyfile(source.root / MARK, folder / MARK)
    copy_files(source.solutions, course.solutions, [".py"])
    copy_files(source.lectures, course.lectures, [".py"])
    return course


def _submit(course: Course) -> int:
    """Copy each notebook of the sample class to its student's submissions; return their number."""
    notebooks = sorted(sample_class().glob("*.ipynb"))
    for path in notebooks:
        place = course.submitted / path.stem / SET / f"{SET}.ipynb"
        place.parent.mkdir(parents=True)
        shutil.copyfile(path, place)
    return len(notebooks)
