"""The operating system's process of a worker, without the messages."""

from __future__ import annotations

from abc import ABC, abstractmethod


class Process(ABC):
    """A process that was started for a worker."""

    number: int | None = None
    """Its process number outside of the sandbox, if that is known."""

    @abstractmethod
    def stop(self) -> bool:
        """Kill it and all processes that it started, and wait until they have ended.

        Returns whether what started it still runs; if not, that may be why the worker has ended.
        """

    @abstractmethod
    def last_line(self) -> str:
        """Return the last line that it wrote to standard error, if it did not start properly."""


def last_line(output: bytes) -> str:
    """Return the last line of what a process wrote."""
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"
