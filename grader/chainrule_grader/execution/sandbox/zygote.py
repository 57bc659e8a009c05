"""The judge's end of the warm process: one for each view, started once, joined by each judge.

Starting is over at once; whoever first needs a worker waits until the zygote is warm. Processes
that are forked from here use the same zygote, and each has a keeper of its own in it.
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
from typing import Any, Final

from chainrule_worker import kernel

from chainrule_grader.execution.sandbox import enter, view
from chainrule_grader.execution.sandbox.limits import Limits

ENVIRONMENT: Final = {
    "HOME": kernel.SCRATCH,
    "LANG": "C.UTF-8",
    "NBGRADER_EXECUTION": "autograde",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PATH": "",
    "PYTHONDONTWRITEBYTECODE": "1",
    # Workers are forked and so hash alike: with a seed that is no secret, and the same every time.
    "PYTHONHASHSEED": "0",
    "TMPDIR": kernel.SCRATCH,
}
BOOT: Final = (
    "import sys, runpy; sys.orig_argv.clear(); sys.path[:0] = [{grader!r}]; "
    "runpy.run_path({enter!r}, run_name='__main__')"
)


class SandboxError(RuntimeError):
    """A worker did not start, or could not be closed in."""


class NotStartedError(SandboxError):
    """A worker did not start; its one argument says why, in a few words."""

    def __str__(self) -> str:
        return f"the worker could not be started: {self.reason}"

    @property
    def reason(self) -> str:
        """Why it did not."""
        return str(self.args[0])


class RefusedError(NotStartedError):
    """This system does not let us close a process in."""


class Zygote:
    """A warm process, closed in, and this process's own channels to its keepers in it.

    There is one keeper for the notebooks that want nothing special, and one for each other wish.
    """

    def __init__(self, secrets: list[Path], scratch: int) -> None:
        # Messages keep their borders, so that several judges may speak on one socket.
        self.control, inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.lock = threading.Lock()
        self.channels: dict[str, socket.socket] = {}
        self.foreseen = {""}
        self.founder = self.owner = os.getpid()
        try:
            with inside:
                self.warden = _popen(inside.fileno())
        except OSError:
            self.control.close()
            raise
        steps = view.steps(secrets)
        description = {"steps": steps, "scratch": scratch, "path": view.import_path()}
        self.control.send(json.dumps(description).encode())

    def start(
        self, asked: dict[str, Any], connection: int, wish: str = ""
    ) -> tuple[int, socket.socket]:
        """Have a worker forked that has what a wish names at hand.

        Returns its number and the channel on which that number counts.

        Raises:
            RefusedError: where the system does not let the zygote be closed in, and why.
            NotStartedError: where there is no worker otherwise, with the zygote's last word.
        """
        with self.lock:
            try:
                channel = self._joined(wish)
                socket.send_fds(channel, [json.dumps(asked).encode()], [connection])
                answer = _heard(channel)
            except OSError:
                answer = {"error": self.close()}
        if "error" in answer:
            refused = self.warden.returncode == enter.CANNOT
            kind = RefusedError if refused else NotStartedError
            raise kind(answer["error"])
        return answer["worker"], channel

    def stop(self, worker: int, channel: socket.socket) -> None:
        """End a worker and all that it started, and return when nothing of it is left."""
        # Where the keeper is gone, so is the worker.
        with self.lock, contextlib.suppress(OSError):
            channel.send(json.dumps({"stop": worker}).encode())
            _heard(channel)

    def foresee(self, wish: str) -> None:
        """Have a wish rehearsed with which somebody will come, if nobody has come with it yet."""
        if wish not in self.foreseen:
            self.foreseen.add(wish)
            with self.lock, contextlib.suppress(OSError):  # whoever comes is told what is wrong
                self._wish(wish)

    def _joined(self, wish: str) -> socket.socket:
        """Return this process's channel for such notebooks, and make one if there is none."""
        if self.owner != os.getpid():
            # Another process's channels are open here too, and are not ours to use.
            self.close_channels()
            self.owner = os.getpid()
        if wish not in self.channels:
            self.channels[wish], inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self.channels[wish].settimeout(Limits().start_seconds)
            with inside:
                self._wish(wish, inside.fileno())
            _heard(self.channels[wish])
        return self.channels[wish]

    def _wish(self, wish: str, *descriptors: int) -> None:
        socket.send_fds(self.control, [json.dumps({"wish": wish}).encode()], descriptors)

    def close_channels(self) -> None:
        """Leave the keepers, if there are any."""
        while self.channels:
            self.channels.popitem()[1].close()

    def is_gone(self) -> bool:
        """Tell whether it has ended, as far as this process can know."""
        mine = self.founder == os.getpid()
        return self.control.fileno() < 0 or (mine and self.warden.poll() is not None)

    def close(self) -> str:
        """Take the zygote down, and all that was forked from it; return the last line it wrote.

        In a process that was forked from the one that started it, only leave it.
        """
        self.control.close()
        self.close_channels()
        said = b""
        if self.founder == os.getpid():
            # The end of its input is what tells the warden to take everything down.
            _, said = self.warden.communicate()
        return last_line(said)


def last_line(said: bytes) -> str:
    """Return the last line of what a process wrote."""
    lines = said.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def _heard(channel: socket.socket) -> dict[str, Any]:
    """Wait for an answer.

    Raises:
        OSError: where nobody is there to give it, or it takes too long.
    """
    answer = channel.recv(4096)
    if not answer:
        raise ConnectionResetError("the keeper is gone")
    found: dict[str, Any] = json.loads(answer)
    return found


def _popen(control: int) -> subprocess.Popen[bytes]:
    """Start the warden, with nothing of this process but one end of a socket."""
    boot = BOOT.format(grader=str(view.worker_folder().parent), enter=enter.__file__)
    return subprocess.Popen(  # noqa: S603  our own interpreter, our own file
        # Not -I, which would not hear of the hash seed; the environment is ours anyway.
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
    """Return the zygote for a view, started if it is not."""
    key = tuple(map(str, secrets))
    found = _zygotes.get(key)
    if found is None or found.is_gone():
        if found is not None:
            found.close()
        _zygotes[key] = found = Zygote(secrets, limits.scratch)
    return found


def latest() -> list[Path]:
    """Return the secrets of the zygote that was started last, or none."""
    return [Path(secret) for secret in next(reversed(_zygotes), ())]


@atexit.register
def close_all() -> None:
    """Take all zygotes down that were started here."""
    while _zygotes:
        _, one = _zygotes.popitem()
        one.close()
