"""Where the system lends a control group, the kernel itself limits the memory of a submission.

The environment variable `CHAINRULE_CGROUP` names the group's folder, for example
`/sys/fs/cgroup/grading`. It must be writable, and in version 2 its `cgroup.subtree_control` must
have `memory`. Each spawner, with the workers that it starts one after another, is in a group below.
Without one, `MemoryWatch` is the only limit on all processes of a submission together.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Final

VARIABLE: Final = "CHAINRULE_CGROUP"
LIMITS: Final = ("memory.max", "memory.limit_in_bytes")
"""The file of the limit, in version 2 and in version 1 of control groups."""


def join_memory_group(number: int, limit: int) -> bool:
    """Put a process, and all that it will start, into a control group of its own.

    Args:
        number: The number of the process.
        limit: The most bytes of memory that the group may use.

    Returns:
        Whether there is such a group.
    """
    lent = os.environ.get(VARIABLE)
    if not lent:
        return False
    try:
        _remove_unused(Path(lent))
        group = Path(lent) / f"chainrule-{number}"
        group.mkdir(exist_ok=True)
        name = next(name for name in LIMITS if (group / name).exists())
        (group / name).write_text(str(limit))
        (group / "cgroup.procs").write_text(str(number))
    except (OSError, StopIteration):
        return False
    return True


def _remove_unused(folder: Path) -> None:
    """Remove the groups of earlier processes; the system refuses that for a group in use."""
    for group in folder.glob("chainrule-*"):
        with contextlib.suppress(OSError):
            group.rmdir()
