"""The zygote has imported what notebooks import; every worker is forked from it.

It runs in the same view of the file system as its workers and has never seen a task, the seed or
another submission. For each judge that connects, it forks a spawner, which starts and stops the
workers of that judge. For notebooks with a profile, such as "drawing", it forks another zygote that
warms up that profile and forks its own spawners, so that notebooks without a profile never wait.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import socket
import threading
from typing import NoReturn

from chainrule_worker import forbidden
from chainrule_worker.linux import kernel
from chainrule_worker.linux.spawner import Spawner
from chainrule_worker.linux.warm_up import PROFILES, warm_up, warm_up_profile
from chainrule_worker.shell import CellRunner


def serve(control: socket.socket, proc: int) -> NoReturn:
    """Warm up, then fork a spawner for each judge, until no judge is connected."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    forbidden.install()
    cells = CellRunner()
    warm_up(cells)
    freeze()
    kernel.silence(0, 1, 2)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    fork_spawners(control, proc, cells)


def fork_spawners(
    control: socket.socket, proc: int, cells: CellRunner, own_profile: str = ""
) -> NoReturn:
    """Fork a spawner for each judge that asks for this profile; pass others to their zygote."""
    zygotes: dict[str, socket.socket] = {}
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 4096, 1)
        if not message:
            os._exit(0)
        profile = json.loads(message)["profile"]
        if profile != own_profile and profile in PROFILES:
            if profile not in zygotes:
                zygotes[profile] = fork_zygote(profile, proc, cells)
            socket.send_fds(zygotes[profile], [message], descriptors)
        elif descriptors and os.fork() == 0:
            control.close()
            Spawner(socket.socket(fileno=descriptors[0]), proc, cells).serve()
        for descriptor in descriptors:
            os.close(descriptor)


def fork_zygote(profile: str, proc: int, cells: CellRunner) -> socket.socket:
    """Fork a zygote that warms up a profile, and return the socket that controls it.

    It ends with this process, which is process 1 of their namespace.
    """
    control, other_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    if os.fork() == 0:
        # A copy of another spawner's socket here would hide from its judge that the spawner ended.
        kernel.close_all_but(other_end.fileno(), proc)
        warm_up_profile(cells, profile)
        freeze()
        fork_spawners(other_end, proc, cells, profile)
    other_end.close()
    return control


def freeze() -> None:
    """Prevent the garbage collector from writing to memory that is shared with workers.

    Raises:
        RuntimeError: if there are threads, because a fork does not copy them.
    """
    if threading.active_count() > 1:
        raise RuntimeError("the zygote has threads, and they would be missing in its workers")
    gc.collect()
    gc.freeze()
