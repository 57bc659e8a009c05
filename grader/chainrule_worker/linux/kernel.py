"""System calls for a sandbox that Python does not provide: namespaces, mounts, privileges."""

from __future__ import annotations

import ctypes
import os
import signal
from typing import Final

NEWNS, NEWUTS, NEWIPC = 0x00020000, 0x04000000, 0x08000000
NEWUSER, NEWPID, NEWNET = 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 4, 4096, 16384, 1 << 18
MNT_DETACH = 2
ATTR_RDONLY, ATTR_NOSUID, ATTR_NODEV = 1, 2, 4
AT_FDCWD, AT_RECURSIVE = -100, 0x8000
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_KEEPCAPS, PR_CAPBSET_DROP = 1, 4, 8, 24
PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 38, 47, 4
SYS_MOUNT_SETATTR = 442  # the same number on every architecture
CAPABILITY_VERSION = 0x20080522
USER: Final = 1000
"""The number of a worker's user and group inside the sandbox."""
SCRATCH: Final = "/chainrule/scratch"
"""The only folder that a worker can write to."""

libc = ctypes.CDLL(None, use_errno=True)


def unshare(namespaces: int) -> None:
    """Move to new namespaces; a new process namespace holds the children only."""
    check(libc.unshare(namespaces), "making namespaces")


def setns(descriptor: int, kind: int) -> None:
    """Enter the namespace of a descriptor."""
    check(libc.setns(descriptor, kind), "entering a namespace")


def mount(source: str, path: str, kind: str | None, flags: int, options: str = "") -> None:
    """Mount a file system, a folder or a file at a path."""
    strings = (source.encode(), path.encode(), kind.encode() if kind else None)
    check(libc.mount(*strings, ctypes.c_ulong(flags), options.encode()), f"mounting {path}")


def set_mount_attributes(path: str, attributes: int, *, recursive: bool) -> None:
    """Set the attributes of a mount and, if recursive, of all mounts below it."""
    request = (ctypes.c_uint64 * 4)(attributes, 0, 0, 0)
    flags = AT_RECURSIVE if recursive else 0
    number, size = ctypes.c_long(SYS_MOUNT_SETATTR), ctypes.c_size_t(32)
    result = libc.syscall(number, AT_FDCWD, path.encode(), flags, ctypes.byref(request), size)
    check(result, f"making {path} read-only")


def mount_scratch(size: int) -> None:
    """Mount an empty scratch folder in memory."""
    options = f"size={size},nr_inodes=2000,mode=700,uid={USER},gid={USER}"
    mount("tmpfs", SCRATCH, "tmpfs", MS_NOSUID | MS_NODEV, options)


def become_user() -> None:
    """Become the ordinary user, and keep the capability to make namespaces for forked processes."""
    libc.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0)
    if os.getuid() != USER:
        os.setgroups([])
        os.setresgid(USER, USER, USER)
        os.setresuid(USER, USER, USER)
    _set_capabilities(2**41 - 1)
    # After a change of user, root owns the process's entries in /proc until it is dumpable.
    libc.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    no_new_privileges()


def give_up_privileges() -> None:
    """Drop all capabilities for good."""
    for capability in range(64):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    _set_capabilities(0)
    no_new_privileges()


def no_new_privileges() -> None:
    """Prevent every program started from here from gaining privileges."""
    check(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "giving up privileges")


def _set_capabilities(mask: int) -> None:
    """Restrict the permitted and effective capabilities to a mask; children inherit none."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    held = (ctypes.c_uint32 * 6)()
    check(libc.capget(header, held), "reading capabilities")
    for half in (0, 1):
        permitted = held[3 * half + 1] & (mask >> 32 * half & 0xFFFFFFFF)
        held[3 * half : 3 * half + 3] = [permitted, permitted, 0]
    check(libc.capset(header, held), "giving up capabilities")


def die_with_parent() -> None:
    """Let the kernel kill this process when its parent ends."""
    check(libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "tying a process to its parent")


def processor() -> int:
    """Return the number of the processor on which this process runs now."""
    number: int = libc.sched_getcpu()
    return number


def map_user(proc: int) -> None:
    """Map the ordinary user to itself in a new user namespace; `proc` is an open /proc."""
    for name, text in (
        ("setgroups", "deny"),
        ("gid_map", f"{USER} {USER} 1"),
        ("uid_map", f"{USER} {USER} 1"),
    ):
        descriptor = os.open(f"self/{name}", os.O_WRONLY, dir_fd=proc)
        os.write(descriptor, text.encode())
        os.close(descriptor)


def silence(*streams: int) -> None:
    """Replace standard streams by /dev/null."""
    null = os.open("/dev/null", os.O_RDWR)
    for stream in streams:
        os.dup2(null, stream)
    os.close(null)


def close_all_but(*kept: int) -> None:
    """Close every descriptor except the standard streams and these."""
    low = 3
    for descriptor in sorted(kept):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, 4096)


def open_proc() -> int:
    """Open /proc, which has no path after the root has changed."""
    return os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)


def check(result: int, doing: str) -> None:
    """Raise the error of a failed system call.

    Raises:
        OSError: if `result` is not 0; its last argument says which step failed and why.
    """
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{doing}: {os.strerror(number)}")
