"""The memory of a judge is limited, always and more closely while it runs a student's arguments."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

FOR_EACH_CORE: Final = 2**26
"""Bytes of address space that NumPy's linear algebra takes for the thread of each core."""

if sys.platform == "linux":
    import resource

    def limit_memory(more: int) -> None:
        """Let this process use so many bytes more than it has now.

        Only the soft limit changes, so a worker that is started from here can get its own.
        """
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_at_most(_now_and(more), hard), hard))

    @contextlib.contextmanager
    def memory_limit(more: int) -> Iterator[None]:
        """Let the body use so many bytes more than this process has now; it gets a MemoryError.

        Beside other threads there is no limit, because they would get the error as well.
        """
        if threading.active_count() > 1:
            yield
            return
        soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = _at_most(_at_most(_now_and(more), soft), hard)
        resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))

    def _at_most(value: int, limit: int) -> int:
        return value if limit == resource.RLIM_INFINITY else min(value, limit)

    def _now_and(more: int) -> int:
        """Return the bytes of address space that this process has, and so many more."""
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        return pages * resource.getpagesize() + more + FOR_EACH_CORE * (os.cpu_count() or 1)

else:

    def limit_memory(more: int) -> None:
        """Do nothing, because this system has no such limit."""

    @contextlib.contextmanager
    def memory_limit(more: int) -> Iterator[None]:  # noqa: ARG001
        """Do nothing, because this system has no such limit."""
        yield
