"""Starts workers: one process for one notebook, closed in, at the other end of a socket."""

from __future__ import annotations

import functools
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from chainrule_worker import wire

from chainrule_grader.sandbox import enter, view
from chainrule_grader.sandbox.limits import Limits

BOOT: Final = (
    "import sys; sys.path[:0] = [{worker!r}]; sys.path += {folders!r}; "
    "import runpy; runpy.run_module('chainrule_worker', run_name='__main__', alter_sys=True)"
)
ENVIRONMENT: Final = {
    "HOME": enter.SCRATCH,
    "LANG": "C.UTF-8",
    "NBGRADER_EXECUTION": "autograde",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PATH": "",
    "PYTHONDONTWRITEBYTECODE": "1",
    "TMPDIR": enter.SCRATCH,
}


STOP_SECONDS: Final = 10.0


class SandboxError(RuntimeError):
    """This system does not let a process be closed in, or the worker did not start."""


class WorkerProcess:
    """A started worker, to be asked questions and then stopped, whatever state it is in."""

    def __init__(self, limits: Limits, secrets: list[Path], *, unsafe: bool = False) -> None:
        self.unsafe = unsafe
        self.connection, inside = socket.socketpair()
        try:
            with inside:
                self.process = _start(inside.fileno(), limits, secrets, unsafe=unsafe)
        except BaseException:
            self.connection.close()
            raise
        try:
            self._greet(limits.start_seconds)
        except BaseException:
            self.stop()
            raise

    def _greet(self, seconds: float) -> None:
        """Wait until the worker has said that it is there."""
        try:
            wire.receive(self.connection, time.monotonic() + seconds)
        except TimeoutError:
            raise SandboxError(f"the worker did not start in {seconds:g} seconds") from None
        except wire.WireError:
            assert self.process.stderr is not None
            said = self.process.stderr.read().decode(errors="replace").strip().splitlines()
            reason = said[-1] if said else "it said nothing"
            raise SandboxError(f"the worker could not be started: {reason}") from None

    def ask(self, message: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Send a message and wait for an answer.

        Raises:
            TimeoutError: where none came in so many seconds on the clock.
            wire.WireError: where the worker is gone, or answered with anything but a message.
        """
        wire.send(self.connection, message)
        return self.hear(seconds)

    def hear(self, seconds: float) -> dict[str, Any]:
        """Wait for one message from the worker."""
        answer = wire.receive(self.connection, time.monotonic() + seconds)
        if not isinstance(answer, dict):
            raise wire.WireError("an answer that is no answer")
        return answer

    def stop(self) -> None:
        """End the worker and all that it started, and return when nothing of it is left."""
        self.connection.close()
        if self.unsafe:
            self.process.kill()
        try:
            # The end of its input is what tells the warden to take everything down.
            self.process.communicate(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()


def _start(
    inside: int, limits: Limits, secrets: list[Path], *, unsafe: bool
) -> subprocess.Popen[bytes]:
    """Start the warden that starts the worker; unsafely, start the worker itself."""
    worker = str(view.worker_folder().parent) if unsafe else view.WORKER
    boot = BOOT.format(worker=worker, folders=view.site_folders())
    python = [view.python(), "-I", "-S", "-c", boot, str(inside)]
    if unsafe:
        return _popen(python, inside, dict(os.environ))
    return _popen(_closed_in(python, inside, limits, secrets), inside, ENVIRONMENT)


def _closed_in(command: list[str], inside: int, limits: Limits, secrets: list[Path]) -> list[str]:
    """Return the command that runs another one closed in."""
    description = {
        "steps": view.steps(secrets),
        "argv": command,
        "environment": ENVIRONMENT,
        "limits": _resource_limits(limits),
        "scratch": limits.scratch,
        "socket": inside,
    }
    return [view.python(), "-I", "-S", enter.__file__, json.dumps(description)]


def _popen(
    command: list[str], inside: int, environment: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  our own interpreter, our own file
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=[inside],
        env=environment,
        start_new_session=True,
    )


def _resource_limits(limits: Limits) -> dict[str, int]:
    return {
        "RLIMIT_AS": limits.memory,
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": round(limits.notebook_seconds) + 5,
        "RLIMIT_FSIZE": limits.scratch,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_NPROC": limits.processes,
    }


@functools.cache
def why_not() -> str | None:
    """Try the sandbox once; return None where it holds, else the reason in a clear sentence."""
    if not sys.platform.startswith("linux"):
        return f"closing a process in needs Linux, and this is {sys.platform}"
    nothing = [view.python(), "-I", "-S", "-c", ""]
    here, there = socket.socketpair()
    with here, there:
        command = _closed_in(nothing, there.fileno(), Limits(), [])
        probe = _popen(command, there.fileno(), ENVIRONMENT)
    try:
        # Its input stays open until it is done: closing it is the sign to stop.
        said = probe.stderr.read().decode(errors="replace") if probe.stderr else ""
        status = probe.wait(Limits().start_seconds)
    finally:
        probe.communicate()
    return None if status == 0 else (said.strip() or f"a trial ended with status {status}")
