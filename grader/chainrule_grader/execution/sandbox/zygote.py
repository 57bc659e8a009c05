"""The judge's connection to the zygote: one zygote for each view, and a spawner for each judge.

A constructor returns at once; the first request for a worker waits until the zygote is warm.
Processes that are forked from the judge use the same zygote, each through its own spawner.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import socket
import subprocess
import threading
from pathlib import Path
from typing import Any, Final, final

from chainrule_grader.execution.sandbox import enter, view
from chainrule_grader.execution.sandbox.environment import ENVIRONMENT
from chainrule_grader.execution.sandbox.errors import NotStartedError, RefusedError
from chainrule_grader.execution.sandbox.limits import Limits
from chainrule_grader.execution.sandbox.memory_group import join_memory_group
from chainrule_grader.execution.sandbox.process import last_line

BOOT: Final = (
    "import sys, runpy; sys.orig_argv.clear(); sys.path[:0] = [{grader!r}]; "
    "runpy.run_path({enter!r}, run_name='__main__')"
)


@final
class Zygote:
    """A warm sandboxed process, and the channels of this process to its spawners in it.

    There is one spawner for notebooks without a profile, and one for each profile.
    """

    def __init__(self, secrets: list[Path], scratch: int) -> None:
        # A sequenced-packet socket preserves message boundaries, so several judges can share it.
        self.control, other_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.lock = threading.Lock()
        self.channels: dict[str, socket.socket] = {}
        self.creator = self.channel_owner = os.getpid()
        try:
            with other_end:
                self.supervisor = _start_supervisor(other_end.fileno())
        except OSError:
            self.control.close()
            raise
        steps = view.steps(secrets)
        description = {"steps": steps, "scratch": scratch, "path": view.import_path()}
        with contextlib.suppress(OSError):  # it has ended already; `start` will report that
            self.control.send(json.dumps(description).encode())

    def start(
        self, request: dict[str, Any], connection: int, profile: str = ""
    ) -> tuple[int, int, socket.socket]:
        """Fork a worker for a profile.

        Returns:
            The worker's process number there and here, and the channel of its spawner.

        Raises:
            RefusedError: if the system does not allow the sandbox; the reason says which step.
            NotStartedError: if there is no worker for another reason.
        """
        with self.lock:
            try:
                channel = self._channel(profile)
                socket.send_fds(channel, [json.dumps(request).encode()], [connection])
                response = _receive(channel)
            except OSError:
                response = {"error": self.close()}
        if "error" in response:
            refused = self.supervisor.returncode == enter.REFUSED
            kind = RefusedError if refused else NotStartedError
            raise kind(response["error"])
        return response["worker"], response["number"], channel

    def stop(self, worker: int, channel: socket.socket) -> bool:
        """Kill a worker and all that it started, and wait until they have ended.

        Returns whether its spawner still runs. If the spawner has ended, so has the worker.
        """
        with self.lock:
            try:
                channel.send(json.dumps({"stop": worker}).encode())
                _receive(channel)
            except OSError:
                return False
            return True

    def _channel(self, profile: str) -> socket.socket:
        """Return this process's channel for a profile; make it if it does not exist."""
        if self.channel_owner != os.getpid():
            # This process was forked, and the open channels belong to its parent.
            self.close_channels()
            self.channel_owner = os.getpid()
        if profile not in self.channels:
            channel, other_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self.channels[profile] = channel
            channel.settimeout(Limits().start_seconds)
            with other_end:
                message = json.dumps({"profile": profile}).encode()
                socket.send_fds(self.control, [message], [other_end.fileno()])
            number = _receive(channel)["number"]
            limits = Limits()
            join_memory_group(number, limits.memory + limits.scratch)
        return self.channels[profile]

    def close_channels(self) -> None:
        """Close the channels to all spawners."""
        while self.channels:
            self.channels.popitem()[1].close()

    def has_ended(self) -> bool:
        """Return whether it has ended, as far as this process can know."""
        is_ours = self.creator == os.getpid()
        return self.control.fileno() < 0 or (is_ours and self.supervisor.poll() is not None)

    def close(self) -> str:
        """End the zygote and all that was forked from it; return the last line that it wrote.

        A process that was forked from the zygote's creator only closes its own channels.
        """
        self.control.close()
        self.close_channels()
        output = b""
        if self.creator == os.getpid():
            # The supervisor ends everything when its standard input closes.
            _, output = self.supervisor.communicate()
        return last_line(output)


def _receive(channel: socket.socket) -> dict[str, Any]:
    """Wait for a response.

    Raises:
        OSError: if the spawner has ended, or takes too long.
    """
    received = channel.recv(4096)
    if not received:
        raise ConnectionResetError("the spawner has ended")
    response: dict[str, Any] = json.loads(received)
    return response


def _start_supervisor(control: int) -> subprocess.Popen[bytes]:
    """Start the supervisor, which inherits one end of a socket and nothing else."""
    boot = BOOT.format(grader=str(view.worker_folder().parent), enter=enter.__file__)
    return subprocess.Popen(  # noqa: S603  our own interpreter, our own file
        # -I would ignore the hash seed; the environment holds nothing of the user's anyway.
        [view.python(), "-P", "-s", "-S", "-c", boot, str(control)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=[control],
        env=ENVIRONMENT,
        start_new_session=True,
    )


_zygotes: dict[tuple[str, ...], Zygote] = {}


def zygote(secrets: list[Path], limits: Limits) -> Zygote:
    """Return the zygote for these secrets; start it if it does not run."""
    key = tuple(map(str, secrets))
    existing = _zygotes.get(key)
    if existing is not None and not existing.has_ended():
        return existing
    if existing is not None:
        existing.close()
    _zygotes[key] = started = Zygote(secrets, limits.scratch)
    return started


def latest_secrets() -> list[Path]:
    """Return the secrets of the zygote that was started last, or an empty list."""
    return [Path(secret) for secret in next(reversed(_zygotes), ())]


@atexit.register
def close_all() -> None:
    """End all zygotes that were started here."""
    while _zygotes:
        _, last = _zygotes.popitem()
        last.close()
