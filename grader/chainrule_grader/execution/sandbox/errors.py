"""The errors of a worker that could not be started."""

from __future__ import annotations


class SandboxError(RuntimeError):
    """A worker did not start, or the sandbox could not be made."""


class NotStartedError(SandboxError):
    """A worker did not start; the only argument is the reason, in a few words."""

    def __str__(self) -> str:
        return f"the worker could not be started: {self.reason}"

    @property
    def reason(self) -> str:
        """Why the worker did not start."""
        return str(self.args[0])


class RefusedError(NotStartedError):
    """The system does not allow the sandbox."""
