"""Closes a process in by the kernel's own means, and it becomes the zygote. Linux, Python alone.

Run as a program with the number of a socket as its one argument, on which a description comes in
JSON; until the walls stand it imports nothing but the standard library. Three processes come of it:

* the *warden*, which stays outside, and kills the rest when it dies or its standard input closes;
* the *founder*, which leaves for new user, mount, process, network, IPC and host-name namespaces;
* the *zygote*, process 1 in there, which builds its root from nothing and imports what notebooks
  import; each worker is forked from it. When process 1 ends, the kernel ends all that it started.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

from chainrule_worker import kernel

NOBODY = 65534
CANNOT = 97
"""The exit status that means: this system does not let a process be closed in."""


def main(control: int) -> NoReturn:
    """Be the warden: start the founder, give it its user, wait, and take everything down."""
    description = json.loads(os.read(control, 2**20))
    founded, found = os.pipe()
    mapped, map_ = os.pipe()
    founder = os.fork()
    if founder == 0:
        _exit_on_error(lambda: _founder(description, control, found, mapped))
    os.close(control)
    os.close(found)
    if os.read(founded, 1):
        _exit_on_error(lambda: _map_user(founder))
        os.write(map_, b"1")
    watch = os.pidfd_open(founder)
    ready, _, _ = select.select([sys.stdin, watch], [], [])
    if watch not in ready:
        os.kill(founder, signal.SIGTERM)
    _, status = os.waitpid(founder, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _founder(description: dict[str, Any], control: int, found: int, mapped: int) -> NoReturn:
    """Leave for new namespaces, have a user made there, and start the zygote as process 1."""
    kernel.die_with_parent()
    spaces = kernel.NEWUSER | kernel.NEWNS | kernel.NEWPID
    kernel.unshare(spaces | kernel.NEWNET | kernel.NEWIPC | kernel.NEWUTS)
    os.write(found, b"1")
    os.read(mapped, 1)
    zygote = os.fork()
    if zygote == 0:
        _exit_on_error(lambda: _zygote(description, control))
    os.close(control)
    signal.signal(signal.SIGTERM, lambda *_: _kill(zygote))
    # Waiting for process 1 is waiting for all that it started.
    _, status = os.waitpid(zygote, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _kill(pid: int) -> None:
    """Kill a process that may have ended already."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _map_user(pid: int) -> None:
    """Map the user inside to one outside: to nobody for root, to oneself for anybody else.

    Root needs itself inside as well, for as long as the root folder is being built.
    """
    uid, gid = os.geteuid(), os.getegid()
    root = uid == 0
    if not root:
        Path(f"/proc/{pid}/setgroups").write_text("deny")
    inside = kernel.INSIDE
    users = f"0 0 1\n{inside} {NOBODY} 1" if root else f"{inside} {uid} 1"
    groups = f"0 0 1\n{inside} {NOBODY} 1" if root else f"{inside} {gid} 1"
    Path(f"/proc/{pid}/gid_map").write_text(groups)
    Path(f"/proc/{pid}/uid_map").write_text(users)


def _zygote(description: dict[str, Any], control: int) -> NoReturn:
    """Build the root, become an ordinary user in it, and warm up."""
    kernel.die_with_parent()
    proc = kernel.folder_of_processes()
    kernel.close_all_but(control, proc)
    _build_root(description["steps"], description["scratch"])
    kernel.become_inside()
    kernel.die_with_parent()  # a change of user has cleared it
    os.chdir(kernel.SCRATCH)
    sys.path[:] = [*description["path"]]
    sys.argv[:] = [""]
    description.clear()
    # From here on everything is imported as a worker sees it.
    for name in [name for name in sys.modules if name.partition(".")[0] == "chainrule_worker"]:
        del sys.modules[name]
    from chainrule_worker.zygote import serve  # noqa: PLC0415  its imports are the view's

    serve(socket.socket(fileno=control), proc)


def _build_root(steps: list[list[str]], scratch: int) -> None:
    """Make an empty root in memory and show in it what the steps say."""
    flags = kernel.MS_NOSUID | kernel.MS_NODEV
    kernel.mount("none", "/", None, kernel.MS_REC | kernel.MS_PRIVATE)
    kernel.mount("tmpfs", "/tmp", "tmpfs", flags, "size=1m,mode=755")  # noqa: S108
    Path("/tmp/old").mkdir()  # noqa: S108
    kernel.check(kernel.libc.pivot_root(b"/tmp", b"/tmp/old"), "changing the root")
    os.chdir("/")
    for kind, source, path in steps:
        {"bind": _bind, "device": _device, "link": _link, "cover": _cover}[kind](source, path)
    kernel.check(kernel.libc.umount2(b"/old", kernel.MNT_DETACH), "leaving the old root")
    Path("/old").rmdir()
    _scratch(scratch)
    attributes = kernel.ATTR_RDONLY | kernel.ATTR_NOSUID | kernel.ATTR_NODEV
    kernel.lock("/", attributes, recursive=False)


def _bind(source: str, path: str, more: int = kernel.ATTR_RDONLY | kernel.ATTR_NODEV) -> None:
    """Show a file or folder of the old root, read-only."""
    _make_place(path, folder=Path("/old" + source).is_dir())
    kernel.mount("/old" + source, path, None, kernel.MS_BIND | kernel.MS_REC)
    kernel.lock(path, more | kernel.ATTR_NOSUID, recursive=True)


def _device(source: str, path: str) -> None:
    _bind(source, path, 0)


def _link(source: str, path: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).symlink_to(source)


def _cover(_source: str, path: str) -> None:
    """Put nothing in the place of something."""
    flags = kernel.MS_RDONLY | kernel.MS_NOSUID | kernel.MS_NODEV
    if Path(path).is_dir():
        kernel.mount("tmpfs", path, "tmpfs", flags, "size=4k,mode=755")
    elif Path(path).exists():
        kernel.mount("/dev/null", path, None, kernel.MS_BIND)


def _make_place(path: str, *, folder: bool) -> None:
    """Make what a mount needs to be mounted on."""
    place = Path(path)
    if place.exists():
        return
    if folder:
        place.mkdir(parents=True)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()


def _scratch(size: int) -> None:
    """Make the one folder that can be written to, and call it /tmp too where nothing else is."""
    Path(kernel.SCRATCH).mkdir(parents=True)
    kernel.mount_scratch(size)
    if not Path("/tmp").exists():  # noqa: S108  packages may lie below the system's /tmp
        Path("/tmp").symlink_to(kernel.SCRATCH)  # noqa: S108


def _exit_on_error(step: Any) -> None:
    """Report a step that the system does not allow in one line, as the process's last word."""
    try:
        step()
    except BaseException as error:  # noqa: BLE001  a forked process must never return
        sys.stderr.write(f"{error.args[-1] if error.args else error}\n")
        sys.stderr.flush()
        os._exit(CANNOT)


if __name__ == "__main__":
    main(int(sys.argv[1]))
