"""Copy the course into the wheel. Everything else about the packages is in pyproject.toml."""

import shutil
from pathlib import Path
from typing import final

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
COURSE = (
    "nbgrader_config.py",
    "course/*.md",
    "course/*.toml",
    "course/*.py",
    "course/*.ipynb",
    "course/lectures/*.py",
    "course/lectures/*.ipynb",
    "course/exercises/*/*.ipynb",
    "solutions/*/*.py",
    "solutions/*/*.ipynb",
    "tests/sample_class/*.ipynb",
)
"""The files of the course. `chainrule_grader.course.packaged` finds them after installation."""


@final
class BuildWithCourse(build_py):
    """Builds the packages, with the course as data of `chainrule_grader.course`."""

    def run(self) -> None:
        super().run()
        # An editable installation uses the files of the repository.
        if self.editable_mode:
            return
        target = Path(self.build_lib, "chainrule_grader", "course", "data")
        shutil.rmtree(target, ignore_errors=True)
        for name in _course():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)

    def get_source_files(self) -> list[str]:
        """Return the files that belong in the source distribution."""
        return [*super().get_source_files(), *_course()]


def _course() -> list[str]:
    """Return the files of the course, relative to the repository."""
    found = (path.relative_to(ROOT) for pattern in COURSE for path in ROOT.glob(pattern))
    return sorted(str(path) for path in found if not any(p.startswith(".") for p in path.parts))


setup(cmdclass={"build_py": BuildWithCourse})
