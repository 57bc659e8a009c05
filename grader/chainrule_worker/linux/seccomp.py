"""A seccomp filter refuses the system calls that no notebook needs.

The filter is a classic BPF program: it reads each system call's number and an argument, and returns
"allowed" or an error. It protects against faults in rarely used parts of the kernel; the namespaces
work without it. It also refuses what reaches other submissions past the namespaces (locks, leases
and notifications on shared files, the machine's asynchronous I/O contexts) and memory that belongs
to no process, which no limit would count.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from dataclasses import dataclass
from typing import Final

from chainrule_worker.linux import kernel

PR_SET_SECCOMP, FILTER = 22, 2
LOAD, EQUAL, AT_LEAST, ANY_OF, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT, SECOND_ARGUMENT = 0, 4, 16, 24
ALLOWED, REFUSED = 0x7FFF0000, 0x00050000
X32_ABI: Final = 0x40000000
"""The first system call number of the x32 ABI."""
CLONE3: Final = 435
NAMESPACES: Final = 0x7E020000
"""The flags of `clone` that make a new namespace."""
FILE_COMMANDS: Final = {
    "F_GETLK": 5,
    "F_SETLK": 6,
    "F_SETLKW": 7,
    "F_OFD_GETLK": 36,
    "F_OFD_SETLK": 37,
    "F_OFD_SETLKW": 38,
    "F_SETLEASE": 1024,
    "F_NOTIFY": 1026,
}
"""The commands of `fcntl` that are refused: locks, leases and notifications."""

COMMON_CALLS: Final = {
    "io_uring_setup": 425,
    "io_uring_enter": 426,
    "io_uring_register": 427,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsconfig": 431,
    "fsmount": 432,
    "fspick": 433,
    "pidfd_getfd": 438,
    "mount_setattr": 442,
    "memfd_secret": 447,
}
"""System calls that have the same number on every architecture."""


@dataclass(frozen=True)
class Architecture:
    """The numbers of an architecture's system calls."""

    audit_number: int
    clone: int
    fcntl: int
    refused: dict[str, int]


ARCHITECTURES: Final = {
    "x86_64": Architecture(
        0xC000003E,
        56,
        72,
        {
            "shmget": 29,
            "socket": 41,
            "semget": 64,
            "msgget": 68,
            "flock": 73,
            "ptrace": 101,
            "syslog": 103,
            "personality": 135,
            "pivot_root": 155,
            "chroot": 161,
            "acct": 163,
            "mount": 165,
            "umount2": 166,
            "swapon": 167,
            "swapoff": 168,
            "reboot": 169,
            "init_module": 175,
            "delete_module": 176,
            "quotactl": 179,
            "sched_setaffinity": 203,
            "io_setup": 206,
            "mq_open": 240,
            "kexec_load": 246,
            "add_key": 248,
            "request_key": 249,
            "keyctl": 250,
            "inotify_init": 253,
            "unshare": 272,
            "inotify_init1": 294,
            "perf_event_open": 298,
            "fanotify_init": 300,
            "name_to_handle_at": 303,
            "open_by_handle_at": 304,
            "setns": 308,
            "process_vm_readv": 310,
            "process_vm_writev": 311,
            "finit_module": 313,
            "memfd_create": 319,
            "kexec_file_load": 320,
            "bpf": 321,
            "userfaultfd": 323,
        },
    ),
    "aarch64": Architecture(
        0xC00000B7,
        220,
        25,
        {
            "io_setup": 0,
            "inotify_init1": 26,
            "flock": 32,
            "umount2": 39,
            "mount": 40,
            "pivot_root": 41,
            "chroot": 51,
            "quotactl": 60,
            "acct": 89,
            "personality": 92,
            "unshare": 97,
            "kexec_load": 104,
            "init_module": 105,
            "delete_module": 106,
            "syslog": 116,
            "ptrace": 117,
            "sched_setaffinity": 122,
            "reboot": 142,
            "mq_open": 180,
            "msgget": 186,
            "semget": 190,
            "shmget": 194,
            "socket": 198,
            "add_key": 217,
            "request_key": 218,
            "keyctl": 219,
            "swapon": 224,
            "swapoff": 225,
            "perf_event_open": 241,
            "fanotify_init": 262,
            "name_to_handle_at": 264,
            "open_by_handle_at": 265,
            "setns": 268,
            "process_vm_readv": 270,
            "process_vm_writev": 271,
            "finit_module": 273,
            "memfd_create": 279,
            "bpf": 280,
            "userfaultfd": 282,
            "kexec_file_load": 294,
        },
    ),
}


def architecture() -> Architecture | None:
    """Return this machine's architecture, or None if its system call numbers are not listed."""
    return ARCHITECTURES.get(platform.machine())


def filter_program(target: Architecture) -> bytes:
    """Return the filter; an instruction is a code, two jumps (if true, if false) and a number."""
    refused = REFUSED | errno.EPERM
    instructions = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, target.audit_number),
        (RETURN, 0, 0, refused),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, X32_ABI),
        (RETURN, 0, 0, refused),
        # A filter cannot read the flags of clone3; libraries use clone if clone3 does not exist.
        (EQUAL, 0, 1, CLONE3),
        (RETURN, 0, 0, REFUSED | errno.ENOSYS),
    ]
    for number in (*target.refused.values(), *COMMON_CALLS.values()):
        instructions += [(EQUAL, 0, 1, number), (RETURN, 0, 0, refused)]
    instructions += [
        (EQUAL, 0, 4, target.clone),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (ANY_OF, 0, 1, NAMESPACES),
        (RETURN, 0, 0, refused),
        (RETURN, 0, 0, ALLOWED),
        (EQUAL, 1, 0, target.fcntl),
        (RETURN, 0, 0, ALLOWED),
        (LOAD, 0, 0, SECOND_ARGUMENT),
    ]
    for command in FILE_COMMANDS.values():
        instructions += [(EQUAL, 0, 1, command), (RETURN, 0, 0, refused)]
    instructions.append((RETURN, 0, 0, ALLOWED))
    return b"".join(struct.pack("=HBBI", *one) for one in instructions)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def install_filter() -> None:
    """Install the filter for this process and all processes that it starts.

    On an architecture that is not listed, no system call is refused.

    Raises:
        OSError: if the kernel does not accept the filter.
    """
    target = architecture()
    if target is not None:
        instructions = filter_program(target)
        program = _Program(len(instructions) // 8, instructions)
        result = kernel.libc.prctl(PR_SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0)
        kernel.check(result, "filtering system calls")
