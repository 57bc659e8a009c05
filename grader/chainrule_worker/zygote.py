"""A process that has imported what notebooks import, and forks a worker for each submission.

It lives where its workers will live, in a view of the system that gives no answers, and has never
seen more than that: no task, no seed, no other submission. For each judge that joins, it forks a
*keeper*, which starts and stops the judge's workers, one after another. For notebooks that want
more, such as pictures, it forks a zygote that goes on to rehearse that and has keepers of its own,
while the first serves those that want nothing. A worker is closed in once more, in namespaces of
its own, before it hears of a submission: it sees neither the keeper nor the zygote, and holds
nothing of theirs but the memory they had before.
"""

from __future__ import annotations

import gc
import json
import os
import random
import resource
import signal
import socket
import threading
from typing import Any, Final, NoReturn

import numpy as np

from . import forbidden, kernel, syscalls
from .rehearsal import WISHES, rehearse, rehearse_wish
from .serve import Worker
from .shell import Cells

SPACES: Final = (
    kernel.NEWUSER | kernel.NEWNS | kernel.NEWNET | kernel.NEWIPC | kernel.NEWUTS
)  # the process namespace is the keeper's to make
WORKER: Final = 3
"""The descriptor of a worker's socket, the only one that it has."""


def serve(control: socket.socket, proc: int) -> NoReturn:
    """Warm up, then have keepers for all judges that join, until all of them hang up."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    forbidden.install()
    cells = Cells()
    rehearse(cells)
    freeze()
    kernel.silence(0, 1, 2)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    keep(control, proc, cells)


def keep(control: socket.socket, proc: int, cells: Cells, own: str | None = None) -> NoReturn:
    """Fork a keeper for each judge whose notebooks have one's own wish, and a zygote for others."""
    zygotes: dict[str, socket.socket] = {}
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 4096, 1)
        if not message:
            os._exit(0)
        wish = json.loads(message)["wish"]
        if wish != own and wish in WISHES:
            if wish not in zygotes:
                zygotes[wish] = branch(wish, proc, cells)
            socket.send_fds(zygotes[wish], [message], descriptors)
        elif descriptors and os.fork() == 0:
            control.close()
            Keeper(socket.socket(fileno=descriptors[0]), proc, cells).serve()
        for descriptor in descriptors:
            os.close(descriptor)


def branch(wish: str, proc: int, cells: Cells) -> socket.socket:
    """Fork a zygote that rehearses a wish and then keeps workers who have it; return the way there.

    It ends with this one, which is process 1.
    """
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    if os.fork() == 0:
        # Judges that are on their way to other keepers must be heard by those alone.
        kernel.close_all_but(there.fileno(), proc)
        rehearse_wish(cells, wish)
        freeze()
        keep(there, proc, cells, wish)
    there.close()
    return here


def freeze() -> None:
    """Keep the collector from writing to memory that is shared; threads would not be forked."""
    if threading.active_count() > 1:
        raise RuntimeError("the zygote has threads, and they would be missing in its workers")
    gc.collect()
    gc.freeze()


class Keeper:
    """Starts and stops the workers of one judge."""

    def __init__(self, channel: socket.socket, proc: int, cells: Cells) -> None:
        self.channel = channel
        self.proc = proc
        self.cells = cells
        self.home = os.open("self/ns/pid", os.O_RDONLY, dir_fd=proc)

    def serve(self) -> NoReturn:
        """Do what the judge asks until it hangs up; the workers die with the keeper."""
        kernel.die_with_parent()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self.channel.send(b"{}")
        while True:
            message, descriptors, _, _ = socket.recv_fds(self.channel, 4096, 1)
            if not message:
                os._exit(0)
            asked = json.loads(message)
            answer = self.start(asked, descriptors[0]) if descriptors else self.stop(asked["stop"])
            self.channel.send(json.dumps(answer).encode())

    def start(self, asked: dict[str, Any], connection: int) -> dict[str, Any]:
        """Fork a worker that answers on a connection, and say its number or what went wrong."""
        said, says = os.pipe()
        try:
            pid = self.fork(asked, connection, says)
        except OSError as error:
            return {"error": f"forking a worker: {error.strerror}"}
        finally:
            os.close(connection)
            os.close(says)
        with os.fdopen(said) as words:
            wrong = words.read()
        if wrong:
            self.stop(pid)
        return {"error": wrong} if wrong else {"worker": pid}

    def fork(self, asked: dict[str, Any], connection: int, says: int) -> int:
        """Fork a worker as process 1 of a new namespace."""
        kernel.unshare(kernel.NEWPID)
        try:
            pid = os.fork()
            if pid == 0:
                self.become_worker(asked, connection, says)
        finally:
            kernel.enter_space(self.home, kernel.NEWPID)
        return pid

    def become_worker(self, asked: dict[str, Any], connection: int, says: int) -> NoReturn:
        """Close the walls, forget what is not a worker's, and serve; never return."""
        try:
            try:
                close_in(asked["scratch"], self.proc)
                restrict(asked["limits"], asked["processor"])
            except (OSError, ValueError) as error:
                os.write(says, str(error.args[-1]).encode())
                os._exit(1)
            os.dup2(connection, WORKER)
            kernel.close_all_but(WORKER)
            asked.clear()
            random.seed()
            np.random.seed()  # noqa: NPY002  what notebooks draw from without asking for a generator
            Worker(socket.socket(fileno=WORKER), self.cells).serve()
        finally:
            os._exit(0)

    def stop(self, pid: int) -> dict[str, Any]:
        """Kill a worker and all that it started, and return when nothing of it is left."""
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return {}


def restrict(limits: dict[str, int], processor: int) -> None:
    """Set limits, by their names, keep to one processor, and refuse what no notebook needs."""
    for name, value in limits.items():
        limit(getattr(resource, name), value)
    os.sched_setaffinity(0, {processor})
    syscalls.refuse()


def limit(kind: int, value: int) -> None:
    """Set a limit, or keep the one that is there where it is lower already."""
    _, highest = resource.getrlimit(kind)
    wanted = value if highest == resource.RLIM_INFINITY else min(value, highest)
    resource.setrlimit(kind, (wanted, wanted))


def close_in(scratch: int, proc: int) -> None:
    """Leave for namespaces of one's own, with an empty scratch and without any privilege."""
    # Signals to a group would reach the keeper from inside any namespace.
    os.setsid()
    kernel.unshare(SPACES)
    kernel.map_oneself(proc)
    kernel.mount_scratch(scratch)
    os.chdir(kernel.SCRATCH)
    kernel.give_up_privileges()
    kernel.die_with_parent()
