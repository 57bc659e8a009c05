"""What a course's own nbgrader_config.py says of its books, read without nbgrader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from chainrule_grader.course.course import MARK, Course


@dataclass(frozen=True)
class Settings:
    """Where the marks go, what is left out, and who takes points off for delay."""

    db_url: str
    ignored: tuple[str, ...]
    late: Config | None
    """The configuration, where it says something of late submissions."""


def settings(course: Course) -> Settings:
    """Read a course's settings."""
    config: Any = PyFileConfigLoader(MARK, path=str(course.root)).load_config()
    folders = config.get("CourseDirectory", {})
    named = any(name in config for name in ("AssignLatePenalties", "LateSubmissionPlugin"))
    default = f"sqlite:///{course.root / 'gradebook.db'}"
    ignored = tuple(folders.get("ignore", ()))
    return Settings(folders.get("db_url", default), ignored, config if named else None)
