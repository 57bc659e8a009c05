"""The kernel's own calls that close a process in: namespaces, mounts, privileges. Linux alone."""

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
INSIDE: Final = 1000
"""The user and the group that a worker is, as it sees itself."""
SCRATCH: Final = "/chainrule/scratch"

libc = ctypes.CDLL(None, use_errno=True)


def unshare(spaces: int) -> None:
    """Leave for new namespaces; a new process namespace is for the children alone."""
    check(libc.unshare(spaces), "making namespaces")


def enter_space(descriptor: int, kind: int) -> None:
    """Go into a namespace that a descriptor stands for."""
    check(libc.setns(descriptor, kind), "entering a namespace")


def mount(source: str, path: str, kind: str | None, flags: int, options: str = "") -> None:
    """Mount something at a path."""
    names = (source.encode(), path.encode(), kind.encode() if kind else None)
    check(libc.mount(*names, ctypes.c_ulong(flags), options.encode()), f"mounting {path}")


def lock(path: str, attributes: int, *, recursive: bool) -> None:
    """Set a mount's attributes, on all that is mounted below it as well."""
    wanted = (ctypes.c_uint64 * 4)(attributes, 0, 0, 0)
    flags = AT_RECURSIVE if recursive else 0
    number, size = ctypes.c_long(SYS_MOUNT_SETATTR), ctypes.c_size_t(32)
    result = libc.syscall(number, AT_FDCWD, path.encode(), flags, ctypes.byref(wanted), size)
    check(result, f"making {path} read-only")


def mount_scratch(size: int) -> None:
    """Make the one folder that can be written to, empty, in memory."""
    options = f"size={size},nr_inodes=2000,mode=700,uid={INSIDE},gid={INSIDE}"
    mount("tmpfs", SCRATCH, "tmpfs", MS_NOSUID | MS_NODEV, options)


def become_inside() -> None:
    """Become the ordinary user, and stay able to make namespaces for what is forked from here."""
    libc.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0)
    if os.getuid() != INSIDE:
        os.setgroups([])
        os.setresgid(INSIDE, INSIDE, INSIDE)
        os.setresuid(INSIDE, INSIDE, INSIDE)
    _set_capabilities(2**41 - 1)
    # A change of user has made the process's own entries in /proc root's.
    libc.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    no_new_privileges()


def give_up_privileges() -> None:
    """Become a process that can do nothing special, and can never become another."""
    for capability in range(64):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    _set_capabilities(0)
    no_new_privileges()


def no_new_privileges() -> None:
    """Let no program that is started from here give any right."""
    check(libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "giving up privileges")


def _set_capabilities(wanted: int) -> None:
    """Set what the process is able to do, out of what it may; it hands nothing on."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    held = (ctypes.c_uint32 * 6)()
    check(libc.capget(header, held), "reading capabilities")
    for half in (0, 1):
        permitted = held[3 * half + 1] & (wanted >> 32 * half & 0xFFFFFFFF)
        held[3 * half : 3 * half + 3] = [permitted, permitted, 0]
    check(libc.capset(header, held), "giving up capabilities")


def die_with_parent() -> None:
    """Let the kernel kill this process when the one that forked it ends."""
    check(libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "tying a process to its parent")


def processor() -> int:
    """Return the number of the processor on which this process runs just now."""
    number: int = libc.sched_getcpu()
    return number


def map_oneself(proc: int) -> None:
    """Be the ordinary user in a new user namespace, too; `proc` is an open /proc."""
    for name, text in (
        ("setgroups", "deny"),
        ("gid_map", f"{INSIDE} {INSIDE} 1"),
        ("uid_map", f"{INSIDE} {INSIDE} 1"),
    ):
        descriptor = os.open(f"self/{name}", os.O_WRONLY, dir_fd=proc)
        os.write(descriptor, text.encode())
        os.close(descriptor)


def silence(*streams: int) -> None:
    """Put nothing in the place of standard streams."""
    null = os.open("/dev/null", os.O_RDWR)
    for stream in streams:
        os.dup2(null, stream)
    os.close(null)


def close_all_but(*kept: int) -> None:
    """Close every descriptor but the standard streams and these."""
    low = 3
    for descriptor in sorted(kept):
        os.closerange(low, descriptor)
        low = descriptor + 1
    os.closerange(low, 4096)


def folder_of_processes() -> int:
    """Open /proc, which will not be there any more once the root is another."""
    return os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)


def check(result: int, doing: str) -> None:
    """Raise what the kernel had against a call.

    Raises:
        OSError: where a call has failed; its last argument is a clear sentence.
    """
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{doing}: {os.strerror(number)}")
