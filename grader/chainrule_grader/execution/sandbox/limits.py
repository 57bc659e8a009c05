"""The limits of one submission: time, memory, files and processes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits for one notebook.

    Seconds of work are processor time; the limit on the clock is longer, for a busy machine.
    """

    cell_seconds: float = 6.0
    """Seconds of work in one cell."""
    call_seconds: float = 3.0
    """Seconds of work in one call of a student's function."""
    notebook_seconds: float = 60.0
    """Seconds on the clock for the notebook; a task that is not graded by then has timed out."""
    start_seconds: float = 60.0
    """Seconds on the clock for a worker to start."""
    restarts: int = 4
    """How often a new worker is started for the rest of a notebook after one has ended."""
    memory: int = 2 * 2**30
    """Bytes of address space of each process, and of memory of all processes together."""
    scratch: int = 64 * 2**20
    """Bytes of all files in the scratch folder."""
    processes: int = 8
    """Processes and threads, including the worker itself."""
    open_files: int = 128
    """Open file descriptors."""
