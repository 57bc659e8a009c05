"""How much of everything one submission may use, all in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits for one notebook; seconds are of work, and a busy machine gets more on the clock."""

    cell_seconds: float = 6.0
    """Work in one cell."""
    call_seconds: float = 3.0
    """Work in one call of a student's function."""
    notebook_seconds: float = 60.0
    """Time on the clock for the whole notebook; what is not marked by then has timed out."""
    start_seconds: float = 60.0
    """Time on the clock for a worker to start."""
    restarts: int = 4
    """How often a worker that died is started again for the rest of the notebook."""
    memory: int = 2 * 2**30
    """Bytes of address space."""
    scratch: int = 64 * 2**20
    """Bytes in all of the files that it writes."""
    processes: int = 8
    """Processes and threads, its own included."""
    open_files: int = 128
    """File descriptors."""
