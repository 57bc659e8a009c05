"""Where a system does not let users make namespaces, it may let bubblewrap make them.

Bubblewrap is a small program that many systems have and trust. One run of it makes the sandbox of
one process, so that each worker starts from nothing and takes about ten times as long to start as a
forked one.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Final, final

from chainrule_worker.linux import kernel

from chainrule_grader.execution.sandbox import view
from chainrule_grader.execution.sandbox.environment import ENVIRONMENT
from chainrule_grader.execution.sandbox.limits import Limits
from chainrule_grader.execution.sandbox.process import Process, last_line
from chainrule_grader.execution.sandbox.restrictions import restrictions

BOOT: Final = (
    "import sys; sys.path[:] = {path!r}; sys.orig_argv.clear(); "
    "import runpy; runpy.run_module('chainrule_worker', run_name='__main__', alter_sys=True)"
)


@final
class BubblewrapProcess(Process):
    """A worker that starts from nothing in a sandbox that bubblewrap makes."""

    def __init__(self, connection: int, limits: Limits, secrets: list[Path], refusal: str) -> None:
        """Start it; `refusal` is why the system does not allow a sandbox without bubblewrap."""
        self.refusal = refusal
        boot = BOOT.format(path=view.import_path())
        restricted = json.dumps(restrictions(limits))
        worker = [view.python(), "-P", "-s", "-S", "-c", boot, str(connection), restricted]
        info_reader, info_fd = os.pipe()
        with os.fdopen(info_reader) as info_file:
            with os.fdopen(info_fd, "wb"):
                self.process = subprocess.Popen(  # noqa: S603  bubblewrap, and our own interpreter
                    command(worker, view.steps(secrets), limits.scratch, info_fd),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.PIPE,
                    pass_fds=[connection, info_fd],
                    env=ENVIRONMENT,
                    start_new_session=True,
                )
            info = info_file.read()
        self.worker: int | None = None
        with contextlib.suppress(ProcessLookupError):  # it may have ended already
            if info:
                self.number = json.loads(info)["child-pid"]
                self.worker = os.pidfd_open(self.number)

    def stop(self) -> bool:
        # When process 1 ends, all that it started ends; bubblewrap waits for that, and ends too.
        if self.worker is None:
            self.process.kill()
        else:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.worker, signal.SIGKILL)
            os.close(self.worker)
            self.worker = None
        self.process.communicate()
        return True

    def last_line(self) -> str:
        assert self.process.stderr is not None
        self.process.kill()
        return f"{self.refusal}; {last_line(self.process.stderr.read())}"


def unavailable_reason() -> str | None:
    """Return why bubblewrap cannot be used, as the end of a sentence; None if it can.

    Root does not need bubblewrap, and the limit on processes does not apply to root in its sandbox.
    """
    if os.geteuid() == 0:
        return ""
    if shutil.which("bwrap") is None:
        return "; bubblewrap, which may be allowed to, is not installed"
    return None


def command(worker: list[str], steps: list[view.Step], scratch: int, info_fd: int) -> list[str]:
    """Return the command that runs a worker in a sandbox.

    Args:
        worker: The worker's command, with paths as they are inside.
        steps: What the worker sees of the file system.
        scratch: The size of its scratch folder in bytes.
        info_fd: The descriptor to which bubblewrap writes the worker's process number, in JSON.
    """
    visible = [word for step in steps for word in _options(*step)]
    isolation = ["--unshare-all", "--as-pid-1", "--die-with-parent", "--new-session"]
    folder = ["--perms", "0700", "--size", str(scratch), "--tmpfs", kernel.SCRATCH]
    has_tmp = Path("/tmp") in _folders(steps)  # noqa: S108
    tmp = [] if has_tmp else ["--symlink", kernel.SCRATCH, "/tmp"]  # noqa: S108
    end = ["--chdir", kernel.SCRATCH, "--remount-ro", "/", "--info-fd", str(info_fd)]
    bwrap = shutil.which("bwrap") or "bwrap"
    return [bwrap, *isolation, *visible, *folder, *tmp, *end, "--cap-drop", "ALL", *worker]


def _options(kind: str, source: str, path: str) -> list[str]:
    """Return bubblewrap's options for one step of the view."""
    match kind:
        case "bind":
            return ["--ro-bind", source, path]
        case "device":
            return ["--dev-bind", source, path]
        case "link":
            return ["--symlink", source, path]
        case "cover" if Path(path).is_dir():
            return ["--tmpfs", path, "--remount-ro", path]
        case "cover" if Path(path).exists():
            return ["--ro-bind", "/dev/null", path]
    return []


def _folders(steps: list[view.Step]) -> set[Path]:
    """Return all folders that exist inside because a step shows something in them."""
    return {parent for _, _, path in steps for parent in Path(path).parents}
