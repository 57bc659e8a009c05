"""A course is a folder: where its sources, releases, submissions and marks lie."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Self

MARK = "nbgrader_config.py"
"""The file that makes a folder a course."""


class NoCourseError(FileNotFoundError):
    """A command that needs a course was given in a folder that belongs to none."""


@dataclass(frozen=True)
class Course:
    """The folder of a course."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> Self:
        """Find the course that a folder lies in; the current one if none is given.

        Raises:
            NoCourseError: where there is none.
        """
        start = (start or Path.cwd()).resolve()
        for folder in (start, *start.parents):
            if (folder / MARK).is_file():
                return cls(folder)
        raise NoCourseError(
            f"{start} is not in a course: there is no {MARK} in this folder or above it; "
            "`chainrule init FOLDER` makes a course"
        )

    @property
    def solutions(self) -> Path:
        """Problem sets with their answers."""
        return self.root / "solutions"

    @property
    def exercises(self) -> Path:
        """Problem sets as students get them."""
        return self.root / "course" / "exercises"

    @property
    def lectures(self) -> Path:
        """Lectures."""
        return self.root / "course" / "lectures"

    @property
    def glossary(self) -> Path:
        """The source of the glossary."""
        return self.root / "course" / "glossary.py"

    @property
    def submitted(self) -> Path:
        """Submissions: `<student>/<set>/<set>.ipynb`."""
        return self.root / "submitted"

    @property
    def autograded(self) -> Path:
        """Submissions as they were marked."""
        return self.root / "autograded"

    @property
    def feedback(self) -> Path:
        """Pages for students."""
        return self.root / "feedback"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Folders that no worker may see."""
        return tuple(str(folder) for folder in (self.root, Path.home()))

    @property
    def is_instructors(self) -> bool:
        """Whether somebody marks here: the course has a private seed."""
        return self._seed_file.exists()

    @property
    def _seed_file(self) -> Path:
        return self.root / ".private-seed"

    def seed(self) -> int:
        """Return the seed of the hidden inputs: drawn once, and readable by its owner alone.

        The same seed gives the same marks.
        """
        path = self._seed_file
        if not path.exists():
            # Another run may draw one at the same time; the first that is complete counts.
            own = path.with_name(f"{path.name}.{os.getpid()}")
            descriptor = os.open(own, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w") as file:
                file.write(str(secrets.randbelow(2**63)))
            try:
                os.link(own, path)
            except FileExistsError:
                pass
            except OSError:  # a file system without links
                own.replace(path)
            own.unlink(missing_ok=True)
        return int(path.read_text())
