"""A lock makes sure that only one run at a time writes the marks of a course."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

NAME: Final = ".chainrule-lock"
"""The file in the course's folder that is locked; the system unlocks it when a process ends."""

try:
    import fcntl
except ImportError:  # Windows has none
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def course_lock(root: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock of a course; if another run holds it, call `waiting` and wait for its end.

    A file system without locks gives none, and then this does nothing.
    """
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            if fcntl is not None:
                file = stack.enter_context((root / NAME).open("ab"))
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    waiting()
                    fcntl.flock(file, fcntl.LOCK_EX)
        yield
