"""What a course's own nbgrader_config.py sets, read without nbgrader."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from chainrule_grader.course.course import MARK, Course

SQLITE: Final = "sqlite:///"


class SettingsError(ValueError):
    """A course's configuration cannot be read; the message says why."""


@dataclass(frozen=True)
class Settings:
    """The settings that grading and exporting need."""

    config: Config
    """All that the file sets."""
    db_url: str
    """The address of the gradebook."""
    ignored: tuple[str, ...]
    """Patterns of files that are not copied."""
    late: Config | None
    """The configuration, if it has a rule for late submissions."""


def settings(course: Course) -> Settings:
    """Read a course's settings.

    Raises:
        SettingsError: where the file is not valid, or its code fails.
    """
    try:
        config: Any = PyFileConfigLoader(MARK, path=str(course.root)).load_config()
    except Exception as error:  # the file is the instructor's own code, which can raise anything
        raise SettingsError(
            f"{course.root / MARK} cannot be read, so correct it: {type(error).__name__}: {error}"
        ) from error
    folders = config.get("CourseDirectory", {})
    has_rule = any(name in config for name in ("AssignLatePenalties", "LateSubmissionPlugin"))
    return Settings(
        config,
        _db_url(folders.get("db_url", f"{SQLITE}gradebook.db"), course.root),
        tuple(folders.get("ignore", ())),
        config if has_rule else None,
    )


def _db_url(url: str, root: Path) -> str:
    """Return a database's address; a relative path of SQLite's starts at the course's folder."""
    if not url.startswith(SQLITE) or url == f"{SQLITE}:memory:":
        return url
    return SQLITE + str(root / url.removeprefix(SQLITE))
