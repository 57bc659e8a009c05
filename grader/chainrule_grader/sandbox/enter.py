"""Closes a process in with the kernel's own means, then becomes the worker. Linux, Python alone.

Run as a program with one argument, a description in JSON; it imports nothing that is not in the
standard library, because it runs before there is anything else. Three processes come of it:

* the *warden*, which stays outside, and kills the rest when it dies or its standard input closes;
* the *founder*, which leaves for new user, mount, process, network, IPC and host-name namespaces;
* the *worker*, process 1 in there, which builds its root from nothing, gives up every privilege
  and starts Python. When process 1 ends, the kernel ends all that it started.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import select
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

CLONE_NEWNS, CLONE_NEWUTS, CLONE_NEWIPC = 0x00020000, 0x04000000, 0x08000000
CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 4, 4096, 16384, 1 << 18
MNT_DETACH = 2
ATTR_RDONLY, ATTR_NOSUID, ATTR_NODEV = 1, 2, 4
AT_FDCWD, AT_RECURSIVE = -100, 0x8000
PR_SET_PDEATHSIG, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 24, 38
SYS_MOUNT_SETATTR = 442  # the same number on every architecture
INSIDE, NOBODY = 1000, 65534
SCRATCH = "/chainrule/scratch"
CANNOT = 97
"""The exit status that means: this system does not let a process be closed in."""

libc = ctypes.CDLL(None, use_errno=True)


def main(description: dict[str, Any]) -> NoReturn:
    """Be the warden: start the founder, give it its user, wait, and take everything down."""
    founded, found = os.pipe()
    mapped, map_ = os.pipe()
    founder = os.fork()
    if founder == 0:
        _exit_on_error(lambda: _founder(description, found, mapped))
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


def _founder(description: dict[str, Any], found: int, mapped: int) -> NoReturn:
    """Leave for new namespaces, have a user made there, and start the worker as process 1."""
    _die_with_parent()
    spaces = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS
    _check(libc.unshare(spaces), "making namespaces")
    os.write(found, b"1")
    os.read(mapped, 1)
    worker = os.fork()
    if worker == 0:
        _exit_on_error(lambda: _worker(description))
    signal.signal(signal.SIGTERM, lambda *_: os.kill(worker, signal.SIGKILL))
    # Waiting for process 1 is waiting for all that it started.
    _, status = os.waitpid(worker, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


def _map_user(pid: int) -> None:
    """Map the user inside to one outside: to nobody for root, to oneself for anybody else.

    Root needs itself inside as well, for as long as the root folder is being built.
    """
    uid, gid = os.geteuid(), os.getegid()
    root = uid == 0
    if not root:
        Path(f"/proc/{pid}/setgroups").write_text("deny")
    users = f"0 0 1\n{INSIDE} {NOBODY} 1" if root else f"{INSIDE} {uid} 1"
    groups = f"0 0 1\n{INSIDE} {NOBODY} 1" if root else f"{INSIDE} {gid} 1"
    Path(f"/proc/{pid}/gid_map").write_text(groups)
    Path(f"/proc/{pid}/uid_map").write_text(users)


def _worker(description: dict[str, Any]) -> NoReturn:
    """Build the root, give everything up, become Python."""
    _die_with_parent()
    _build_root(description["steps"], description["scratch"])
    _give_up_privileges()
    _die_with_parent()  # a change of user has cleared it
    for name, value in description["limits"].items():
        resource.setrlimit(getattr(resource, name), (value, value))
    os.chdir(SCRATCH)
    socket = description["socket"]
    null = os.open("/dev/null", os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    os.closerange(3, socket)
    os.closerange(socket + 1, 4096)
    os.set_inheritable(socket, True)
    os.execve(description["argv"][0], description["argv"], description["environment"])  # noqa: S606


def _build_root(steps: list[list[str]], scratch: int) -> None:
    """Make an empty root in memory and show in it what the steps say."""
    _mount("none", "/", None, MS_REC | MS_PRIVATE)
    _mount("tmpfs", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,mode=755")  # noqa: S108
    Path("/tmp/old").mkdir()  # noqa: S108
    _check(libc.pivot_root(b"/tmp", b"/tmp/old"), "changing the root")
    os.chdir("/")
    for kind, source, path in steps:
        {"bind": _bind, "device": _device, "link": _link, "cover": _cover}[kind](source, path)
    _check(libc.umount2(b"/old", MNT_DETACH), "leaving the old root")
    Path("/old").rmdir()
    _scratch(scratch)
    _lock("/", ATTR_RDONLY | ATTR_NOSUID | ATTR_NODEV, recursive=False)


def _bind(source: str, path: str, attributes: int = ATTR_RDONLY | ATTR_NOSUID | ATTR_NODEV) -> None:
    """Show a file or folder of the old root, read-only."""
    _make_place(path, folder=Path("/old" + source).is_dir())
    _mount("/old" + source, path, None, MS_BIND | MS_REC)
    _lock(path, attributes, recursive=True)


def _device(source: str, path: str) -> None:
    _bind(source, path, ATTR_NOSUID)


def _link(source: str, path: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).symlink_to(source)


def _cover(_source: str, path: str) -> None:
    """Put nothing in the place of something."""
    if Path(path).is_dir():
        _mount("tmpfs", path, "tmpfs", MS_RDONLY | MS_NOSUID | MS_NODEV, "size=4k,mode=755")
    elif Path(path).exists():
        _mount("/dev/null", path, None, MS_BIND)


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
    Path(SCRATCH).mkdir(parents=True)
    user = INSIDE
    options = f"size={size},nr_inodes=2000,mode=700,uid={user},gid={user}"
    _mount("tmpfs", SCRATCH, "tmpfs", MS_NOSUID | MS_NODEV, options)
    if not Path("/tmp").exists():  # noqa: S108  packages may lie below the system's /tmp
        Path("/tmp").symlink_to(SCRATCH)  # noqa: S108


def _give_up_privileges() -> None:
    """Become an ordinary user who can never become another."""
    for capability in range(64):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    if os.getuid() != INSIDE:
        os.setgroups([])
        os.setresgid(INSIDE, INSIDE, INSIDE)
        os.setresuid(INSIDE, INSIDE, INSIDE)
    _check(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "giving up privileges")


def _mount(source: str, path: str, kind: str | None, flags: int, options: str = "") -> None:
    names = (source.encode(), path.encode(), kind.encode() if kind else None)
    _check(libc.mount(*names, ctypes.c_ulong(flags), options.encode()), f"mounting {path}")


def _lock(path: str, attributes: int, *, recursive: bool) -> None:
    """Set a mount's attributes, on all that is mounted below it as well."""
    wanted = (ctypes.c_uint64 * 4)(attributes, 0, 0, 0)
    flags = AT_RECURSIVE if recursive else 0
    number, size = ctypes.c_long(SYS_MOUNT_SETATTR), ctypes.c_size_t(32)
    result = libc.syscall(number, AT_FDCWD, path.encode(), flags, ctypes.byref(wanted), size)
    _check(result, f"making {path} read-only")


def _die_with_parent() -> None:
    _check(libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "tying a process to its parent")


def _check(result: int, doing: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{doing}: {os.strerror(number)}")


def _exit_on_error(step: Any) -> None:
    """Report a step that the system does not allow in one line, as the process's last word."""
    try:
        step()
    except BaseException as error:  # noqa: BLE001  a forked process must never return
        sys.stderr.write(f"{error.args[-1] if error.args else error}\n")
        sys.stderr.flush()
        os._exit(CANNOT)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
