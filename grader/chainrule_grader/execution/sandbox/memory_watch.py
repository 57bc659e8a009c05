"""The memory of a submission is limited as a whole, over all processes that it started.

The kernel limits the memory of each process. Eight of them together could use eight times as much,
so the judge looks now and then how much memory a worker and its processes use together.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, final

from chainrule_worker.encoding import WireError

INTERVAL: Final = 0.25
"""Seconds between two looks; most calls are over before the first one."""
PAGE: Final = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class MemoryLimitError(WireError):
    """A submission uses more memory than it may, over all its processes."""


@final
class MemoryWatch:
    """Looks how much memory a process and all that it started use."""

    def __init__(self, number: int | None, limit: int) -> None:
        self.number = number
        self.limit = limit
        self.next_look = time.monotonic() + INTERVAL

    def look(self) -> None:
        """Look, if the last time was long ago.

        Raises:
            MemoryLimitError: if it is too much.
        """
        now = time.monotonic()
        if self.number is None or now < self.next_look:
            return
        self.next_look = now + INTERVAL
        if sum(map(resident_bytes, process_tree(self.number))) > self.limit:
            raise MemoryLimitError(f"more than {self.limit >> 20} MB in all processes together")


def process_tree(number: int) -> list[int]:
    """Return a process and all below it; orphans are below the first process of their namespace."""
    found = [number]
    below = _children if Path("/proc/thread-self/children").exists() else _search()
    for one in found:
        with contextlib.suppress(OSError):  # it may have ended
            found += below(one)
    return found


def _children(number: int) -> list[int]:
    """Return the children of a process, where the kernel lists them."""
    threads = Path(f"/proc/{number}/task").iterdir()
    texts = [(thread / "children").read_text(encoding="ascii") for thread in threads]
    return [int(child) for text in texts for child in text.split()]


def _search() -> Callable[[int], list[int]]:
    """Return a function that knows the children of all processes of this moment."""
    children: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                text = Path(entry.path, "stat").read_text(encoding="utf-8", errors="replace")
                # A program's name, in brackets, may hold anything.
                parent = int(text.rpartition(")")[2].split()[1])
                children.setdefault(parent, []).append(int(entry.name))
    return lambda number: children.get(number, [])


def resident_bytes(number: int) -> int:
    """Return how much memory a process uses; 0 if it has ended."""
    try:
        text = Path(f"/proc/{number}/statm").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(text.split()[1]) * PAGE
