"""Starts workers: one process for one notebook, closed in, at the other end of a socket."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import signal
import socket
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, Final, final

from chainrule_worker import kernel, wire

from chainrule_grader.execution.sandbox import bubblewrap, view
from chainrule_grader.execution.sandbox.limits import Limits
from chainrule_grader.execution.sandbox.zygote import (
    ENVIRONMENT,
    NotStartedError,
    RefusedError,
    SandboxError,
    Zygote,
    last_line,
    latest,
    zygote,
)

RUN: Final = (
    "; import runpy; runpy.run_module('chainrule_worker', run_name='__main__', alter_sys=True)"
)
BOOT: Final = "import sys; sys.path[:0] = [{worker!r}]; sys.path += {folders!r}" + RUN
BOOT_INSIDE: Final = "import sys; sys.path[:] = {path!r}; sys.orig_argv.clear()" + RUN


class _Process(ABC):
    """How a worker is started and stopped."""

    @abstractmethod
    def stop(self) -> None:
        """End it and all that it started, and return when nothing of it is left."""

    @abstractmethod
    def last_word(self) -> str:
        """Return what it said last, where it said nothing to the judge."""


@final
class _Forked(_Process):
    """A worker that was forked from a zygote and is closed in."""

    def __init__(self, inside: int, limits: Limits, zygote: Zygote, wish: str) -> None:
        self.zygote = zygote
        asked = {"scratch": limits.scratch, **_restrictions(limits)}
        self.worker, self.channel = zygote.start(asked, inside, wish)

    def stop(self) -> None:
        self.zygote.stop(self.worker, self.channel)

    def last_word(self) -> str:
        return "it said nothing"


@final
class _Wrapped(_Process):
    """A worker that bubblewrap closes in, and that starts from nothing."""

    def __init__(self, inside: int, limits: Limits, secrets: list[Path]) -> None:
        boot = BOOT_INSIDE.format(path=view.import_path())
        restricted = json.dumps(_restrictions(limits))
        command = [view.python(), "-P", "-s", "-S", "-c", boot, str(inside), restricted]
        words, says = os.pipe()
        with os.fdopen(words) as heard:
            with os.fdopen(says, "wb"):
                self.process = subprocess.Popen(  # noqa: S603  bubblewrap, and our own interpreter
                    bubblewrap.around(command, view.steps(secrets), limits.scratch, says),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    pass_fds=[inside, says],
                    env=ENVIRONMENT,
                    start_new_session=True,
                )
            said = heard.read()
        self.worker = None
        with contextlib.suppress(ProcessLookupError):  # it may have ended already
            self.worker = os.pidfd_open(json.loads(said)["child-pid"]) if said else None

    def stop(self) -> None:
        # When process 1 ends, all that it started ends; bubblewrap waits for that, and ends too.
        if self.worker is None:
            self.process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.worker, signal.SIGKILL)
            os.close(self.worker)
            self.worker = None
        self.process.communicate()

    def last_word(self) -> str:
        assert self.process.stderr is not None
        self.process.kill()
        return f"{refused[-1]}; {last_line(self.process.stderr.read())}"


@final
class _Open(_Process):
    """A worker that is a process like any other."""

    def __init__(self, inside: int) -> None:
        boot = BOOT.format(worker=str(view.worker_folder().parent), folders=view.site_folders())
        self.process = subprocess.Popen(  # noqa: S603  our own interpreter, our own file
            [view.python(), "-I", "-S", "-c", boot, str(inside)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            pass_fds=[inside],
            env=dict(os.environ),
            start_new_session=True,
        )

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()

    def last_word(self) -> str:
        assert self.process.stderr is not None
        return last_line(self.process.stderr.read())


refused: Final[list[str]] = []
"""Why the system lets us close nothing in ourselves, once it has refused and bubblewrap does it."""


def _closed_in(inside: int, limits: Limits, secrets: list[Path], wish: str) -> _Process:
    """Start a closed-in worker by our own means, which are quick, or else by bubblewrap."""
    if not refused:
        try:
            return _Forked(inside, limits, zygote(secrets, limits), wish)
        except RefusedError as error:
            reason = bubblewrap.why_not()
            if reason is not None:
                raise RefusedError(f"{error.reason}{reason}") from error
            refused.append(error.reason)
    return _Wrapped(inside, limits, secrets)


class WorkerProcess:
    """A started worker, to be asked questions and then stopped, whatever state it is in."""

    def __init__(
        self,
        limits: Limits,
        secrets: list[Path],
        *,
        wish: str = "",
        unsafe: bool = False,
    ) -> None:
        """Start a worker; `wish` names what its notebook will want besides."""
        self.connection, inside = socket.socketpair()
        self.reader = wire.Reader(self.connection)
        try:
            with inside:
                self.process: _Process = (
                    _Open(inside.fileno())
                    if unsafe
                    else _closed_in(inside.fileno(), limits, secrets, wish)
                )
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
            self.reader.receive(time.monotonic() + seconds)
        except TimeoutError:
            raise SandboxError(f"the worker did not start in {seconds:g} seconds") from None
        except wire.WireError:
            raise NotStartedError(self.process.last_word()) from None

    def ask(self, message: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Send a message and wait for an answer.

        Raises:
            TimeoutError: where none came in so many seconds on the clock.
            wire.WireError: where the worker is gone, or answered with anything but a message.
        """
        deadline = time.monotonic() + seconds
        wire.send(self.connection, message, deadline)
        return self.hear(deadline - time.monotonic())

    def send(self, frames: bytes, seconds: float) -> None:
        """Send messages that were written before, without waiting for an answer.

        Raises:
            TimeoutError: where the worker does not take them in so many seconds on the clock.
            wire.WireError: where it is gone.
        """
        wire.send_frames(self.connection, frames, time.monotonic() + seconds)

    def hear(self, seconds: float) -> dict[str, Any]:
        """Wait for one message from the worker."""
        answer = self.reader.receive(time.monotonic() + seconds)
        if not isinstance(answer, dict):
            raise wire.WireError("an answer that is no answer")
        return answer

    def stop(self) -> None:
        """End the worker and all that it started, and return when nothing of it is left."""
        self.connection.close()
        self.process.stop()


def _restrictions(limits: Limits) -> dict[str, Any]:
    """Return what a worker is held to: resources, and the processor on which its judge is.

    The judge waits while the worker works, and a worker that never rests is in no other's way.
    """
    resources = {
        "RLIMIT_AS": limits.memory,
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": round(limits.notebook_seconds) + 5,
        "RLIMIT_FSIZE": limits.scratch,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_NPROC": limits.processes,
    }
    return {"limits": resources, "processor": kernel.processor()}


def warm_up(secrets: tuple[str, ...]) -> None:
    """Start what the first worker will need, and do not wait for it."""
    if sys.platform.startswith("linux"):
        zygote([Path(secret) for secret in secrets], Limits())


def foresee(secrets: tuple[str, ...], wish: str) -> None:
    """Have a wish rehearsed where workers are warmed up, and do not wait for that either."""
    if not refused and latest() == [Path(secret) for secret in secrets]:
        zygote(latest(), Limits()).foresee(wish)


@functools.cache
def why_not() -> str | None:
    """Try the sandbox once; return None where it holds, else the reason in a clear sentence."""
    if not sys.platform.startswith("linux"):
        return f"closing a process in needs Linux, and this is {sys.platform}"
    try:
        # Where one is warming up already, that is the one to try.
        WorkerProcess(Limits(), latest()).stop()
    except NotStartedError as error:
        return error.reason
    except SandboxError as error:
        return str(error)
    return None
