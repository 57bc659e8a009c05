"""The whole way once, with nothing set up: a course is built and a sample class is marked."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from rich.console import Console

from chainrule_grader.authoring.build import build
from chainrule_grader.authoring.release import release
from chainrule_grader.course.course import MARK, Course
from chainrule_grader.gradebook.batch import GradingOptions
from chainrule_grader.gradebook.export import write_csv
from chainrule_grader.gradebook.progress import with_progress

SET: Final = "activations"
MADE_BY: Final = ".made-by-chainrule-demo"


class DemoError(Exception):
    """The demonstration cannot be made here."""


def demo(into: Path, *, jobs: int | None = None, unsafe: bool = False) -> Course:
    """Build the course in a folder of its own, take the sample class in, mark it, say where.

    Raises:
        DemoError: where the sample class is not at hand, or the folder holds something else.
    """
    home = Course.find()
    sample = home.root / "tests" / "sample_class"
    if not sample.is_dir():
        raise DemoError(f"the sample class is not in {sample}: run this in a copy of the project")
    course = _found(home, into.resolve())
    console = Console()
    build(course)
    console.print(f"built    {release(course, SET).parent}", soft_wrap=True, highlight=False)
    taken = _take_in(sample, course)
    console.print(f"took in  {taken} submissions of the sample class", highlight=False)
    with_progress(course, SET, GradingOptions(jobs=jobs, force=True, unsafe=unsafe))
    table = write_csv(course, course.root / "marks.csv")
    console.print(f"table    {table}", soft_wrap=True, highlight=False)
    return course


def _found(home: Course, folder: Path) -> Course:
    """Make an empty course with the sources of this one."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MADE_BY).exists():
            raise DemoError(f"{folder} holds something else; name another folder with --into")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MADE_BY).touch()
    shutil.copy(home.root / MARK, folder / MARK)
    sources = shutil.ignore_patterns("*.ipynb", "__pycache__", ".ipynb_checkpoints")
    shutil.copytree(home.solutions, folder / "solutions", ignore=sources)
    shutil.copytree(home.lectures, folder / "course" / "lectures", ignore=sources)
    return Course(folder)


def _take_in(sample: Path, course: Course) -> int:
    """Hand the sample class's notebooks in, each under its student's name."""
    notebooks = sorted(sample.glob("*.ipynb"))
    for path in notebooks:
        place = course.submitted / path.stem / SET / f"{SET}.ipynb"
        place.parent.mkdir(parents=True)
        if path.is_dir():
            shutil.copytree(path, place)
        else:
            shutil.copy(path, place, follow_symlinks=False)
    return len(notebooks)
