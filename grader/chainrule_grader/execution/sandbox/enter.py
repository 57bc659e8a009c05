"""Enter the sandbox by system calls and become the zygote. It needs Linux and Python only.

This is a program. Its argument is the number of a socket, from which it reads a description in
JSON. Until the sandbox is complete, it imports only the standard library. It becomes three
processes:

* the supervisor stays outside, and kills the others when it ends or its standard input closes;
* the namespace init enters new user, mount, process, network, IPC and host-name namespaces;
* the zygote, process 1 of the new process namespace, builds its root from nothing and imports what
  notebooks import; each worker is forked from it. When process 1 ends, the kernel kills all
  processes of the namespace.
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

from chainrule_worker.linux import kernel

NOBODY = 65534
REFUSED = 97
"""The exit status if the system does not allow a step of the sandbox."""


def main(control: int) -> NoReturn:
    """Supervise: start the namespace init, map its user, wait, and end everything."""
    description = json.loads(os.read(control, 2**20))
    namespaces_reader, namespaces_made = os.pipe()
    mapped_reader, user_mapped = os.pipe()
    init = os.fork()
    if init == 0:
        _exit_on_error(
            lambda: _namespace_init(description, control, namespaces_made, mapped_reader)
        )
    os.close(control)
    os.close(namespaces_made)
    if os.read(namespaces_reader, 1):
        _exit_on_error(lambda: _map_user(init))
        os.write(user_mapped, b"1")
    init_ended = os.pidfd_open(init)
    ready, _, _ = select.select([sys.stdin, init_ended], [], [])
    if init_ended not in ready:
        os.kill(init, signal.SIGTERM)
    _, status = os.waitpid(init, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _namespace_init(
    description: dict[str, Any], control: int, namespaces_made: int, mapped_reader: int
) -> NoReturn:
    """Enter new namespaces, wait for the user to be mapped, and start the zygote as process 1."""
    kernel.die_with_parent()
    namespaces = kernel.NEWUSER | kernel.NEWNS | kernel.NEWPID
    kernel.unshare(namespaces | kernel.NEWNET | kernel.NEWIPC | kernel.NEWUTS)
    os.write(namespaces_made, b"1")
    os.read(mapped_reader, 1)
    zygote = os.fork()
    if zygote == 0:
        _exit_on_error(lambda: _zygote(description, control))
    os.close(control)
    signal.signal(signal.SIGTERM, lambda *_: _kill(zygote))
    # Process 1 ends last: the kernel kills all other processes of the namespace before.
    _, status = os.waitpid(zygote, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _kill(pid: int) -> None:
    """Kill a process, which may have ended already."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _map_user(pid: int) -> None:
    """Map the user inside to a user outside: to nobody if we are root, else to ourselves.

    Root is also mapped to itself, because building the root folder needs it.
    """
    uid, gid = os.geteuid(), os.getegid()
    root = uid == 0
    if not root:
        Path(f"/proc/{pid}/setgroups").write_text("deny")
    user = kernel.USER
    users = f"0 0 1\n{user} {NOBODY} 1" if root else f"{user} {uid} 1"
    groups = f"0 0 1\n{user} {NOBODY} 1" if root else f"{user} {gid} 1"
    Path(f"/proc/{pid}/gid_map").write_text(groups)
    Path(f"/proc/{pid}/uid_map").write_text(users)


def _zygote(description: dict[str, Any], control: int) -> NoReturn:
    """Build the root, become an ordinary user, and warm up."""
    kernel.die_with_parent()
    proc = kernel.open_proc()
    kernel.close_all_but(control, proc)
    _build_root(description["steps"], description["scratch"])
    kernel.become_user()
    kernel.die_with_parent()  # a change of user clears it
    os.chdir(kernel.SCRATCH)
    sys.path[:] = [*description["path"]]
    sys.argv[:] = [""]
    description.clear()
    # From here on, every import is from the view.
    for name in [name for name in sys.modules if name.partition(".")[0] == "chainrule_worker"]:
        del sys.modules[name]
    from chainrule_worker.linux.zygote import serve  # noqa: PLC0415  it must be from the view

    serve(socket.socket(fileno=control), proc)


def _build_root(steps: list[list[str]], scratch: int) -> None:
    """Make an empty root in memory and do the steps of the view."""
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
    _mount_scratch(scratch)
    attributes = kernel.ATTR_RDONLY | kernel.ATTR_NOSUID | kernel.ATTR_NODEV
    kernel.set_mount_attributes("/", attributes, recursive=False)


def _bind(source: str, path: str, attributes: int = kernel.ATTR_RDONLY | kernel.ATTR_NODEV) -> None:
    """Show a file or folder of the system, read-only."""
    _make_mount_point(path, folder=Path("/old" + source).is_dir())
    kernel.mount("/old" + source, path, None, kernel.MS_BIND | kernel.MS_REC)
    kernel.set_mount_attributes(path, attributes | kernel.ATTR_NOSUID, recursive=True)


def _device(source: str, path: str) -> None:
    _bind(source, path, 0)


def _link(source: str, path: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).symlink_to(source)


def _cover(_source: str, path: str) -> None:
    """Hide a folder or file behind an empty one."""
    flags = kernel.MS_RDONLY | kernel.MS_NOSUID | kernel.MS_NODEV
    if Path(path).is_dir():
        kernel.mount("tmpfs", path, "tmpfs", flags, "size=4k,mode=755")
    elif Path(path).exists():
        kernel.mount("/dev/null", path, None, kernel.MS_BIND)


def _make_mount_point(path: str, *, folder: bool) -> None:
    """Make the empty folder or file on which something is mounted."""
    point = Path(path)
    if point.exists():
        return
    if folder:
        point.mkdir(parents=True)
    else:
        point.parent.mkdir(parents=True, exist_ok=True)
        point.touch()


def _mount_scratch(size: int) -> None:
    """Mount the scratch folder, and link /tmp to it unless the view has a /tmp."""
    Path(kernel.SCRATCH).mkdir(parents=True)
    kernel.mount_scratch(size)
    if not Path("/tmp").exists():  # noqa: S108  packages may be installed below /tmp
        Path("/tmp").symlink_to(kernel.SCRATCH)  # noqa: S108


def _exit_on_error(step: Any) -> None:
    """Run a step; if the system does not allow it, write one line and exit with `REFUSED`."""
    try:
        step()
    except BaseException as error:  # noqa: BLE001  a forked process must never return
        sys.stderr.write(f"{error.args[-1] if error.args else error}\n")
        sys.stderr.flush()
        os._exit(REFUSED)


if __name__ == "__main__":
    main(int(sys.argv[1]))
