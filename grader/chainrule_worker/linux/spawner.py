"""A spawner starts and stops the workers of one judge, one after another.

It forks each worker into new namespaces. The worker sees neither the spawner nor the zygote, and
shares nothing with them except the memory from before the fork.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
from typing import Any, Final, NoReturn

import numpy as np

from chainrule_worker.linux import kernel
from chainrule_worker.linux.restrictions import restrict
from chainrule_worker.shell import CellRunner
from chainrule_worker.worker import Worker

NAMESPACES: Final = (
    kernel.NEWUSER | kernel.NEWNS | kernel.NEWNET | kernel.NEWIPC | kernel.NEWUTS
)  # the spawner makes the process namespace
CONNECTION: Final = 3
"""The descriptor of a worker's socket, its only one beside the standard streams."""


class Spawner:
    """Starts and stops the workers of one judge."""

    def __init__(self, channel: socket.socket, proc: int, cells: CellRunner) -> None:
        self.channel = channel
        self.proc = proc
        self.cells = cells
        self.own_namespace = os.open("self/ns/pid", os.O_RDONLY, dir_fd=proc)

    def serve(self) -> NoReturn:
        """Handle requests until the judge closes the channel; the workers end with the spawner."""
        kernel.die_with_parent()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        self.channel.send(json.dumps({"number": own_number(self.proc)}).encode())
        while True:
            message, descriptors, _, _ = socket.recv_fds(self.channel, 4096, 1)
            if not message:
                os._exit(0)
            request = json.loads(message)
            starts = bool(descriptors)
            result = self.start(request, descriptors[0]) if starts else self.stop(request["stop"])
            self.channel.send(json.dumps(result).encode())

    def start(self, request: dict[str, Any], connection: int) -> dict[str, Any]:
        """Fork a worker for a connection; return its process numbers or an error."""
        error_reader, error_writer = os.pipe()
        try:
            pid = self.fork(request, connection, error_writer)
        except OSError as error:
            os.close(error_reader)
            return {"error": f"forking a worker: {error.strerror}"}
        finally:
            os.close(connection)
            os.close(error_writer)
        with os.fdopen(error_reader) as errors:
            number, _, message = errors.read().partition(" ")
        if message or not number:
            self.stop(pid)
            return {"error": message or "the worker ended"}
        return {"worker": pid, "number": int(number)}

    def fork(self, request: dict[str, Any], connection: int, error_writer: int) -> int:
        """Fork a worker as process 1 of a new process namespace."""
        kernel.unshare(kernel.NEWPID)
        try:
            pid = os.fork()
            if pid == 0:
                self.become_worker(request, connection, error_writer)
        finally:
            kernel.setns(self.own_namespace, kernel.NEWPID)
        return pid

    def become_worker(
        self, request: dict[str, Any], connection: int, error_writer: int
    ) -> NoReturn:
        """Enter the sandbox, close and forget everything else, and serve; never return."""
        try:
            try:
                os.write(error_writer, f"{own_number(self.proc)} ".encode())
                enter_sandbox(request["scratch"], self.proc)
                restrict(request["limits"], request["processor"])
            except (OSError, ValueError) as error:
                os.write(error_writer, str(error.args[-1]).encode())
                os._exit(1)
            os.dup2(connection, CONNECTION)
            kernel.close_all_but(CONNECTION)
            request.clear()
            random.seed()
            np.random.seed()  # noqa: NPY002  notebooks that use no generator draw from this one
            Worker(socket.socket(fileno=CONNECTION), self.cells).serve()
        finally:
            os._exit(0)

    def stop(self, pid: int) -> dict[str, Any]:
        """Kill a worker and wait until all processes in its namespace have ended."""
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return {}


def own_number(proc: int) -> int:
    """Return the number that this process has for the judge, whose /proc is open."""
    return int(os.readlink("self", dir_fd=proc))


def enter_sandbox(scratch: int, proc: int) -> None:
    """Enter new namespaces with an empty scratch folder of that many bytes; drop all privileges."""
    # A signal to the process group would reach the spawner from inside any namespace.
    os.setsid()
    kernel.unshare(NAMESPACES)
    kernel.map_user(proc)
    kernel.mount_scratch(scratch)
    os.chdir(kernel.SCRATCH)
    kernel.give_up_privileges()
    kernel.die_with_parent()
