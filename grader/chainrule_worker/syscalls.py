"""A worker asks the kernel for little; what no notebook needs is refused before the kernel looks.

The filter is a program for the kernel's own small machine (seccomp, "classic" BPF): it sees each
system call's number and first argument, and answers with "allowed" or with an error. It is there
for faults in rarely used parts of the kernel; what namespaces hide, they hide without it.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
from dataclasses import dataclass
from typing import Final

from . import kernel

PR_SET_SECCOMP, FILTER = 22, 2
LOAD, EQUAL, AT_LEAST, ANY_OF, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
ALLOWED, REFUSED = 0x7FFF0000, 0x00050000
OTHER_ABI: Final = 0x40000000
"""Where the numbers of x86's third kind of system calls begin."""
CLONE3: Final = 435
NAMESPACES: Final = 0x7E020000
"""The flags by which a new process would get a namespace."""

EVERYWHERE: Final = {
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
}
"""Calls that have the same number on every machine."""


@dataclass(frozen=True)
class Machine:
    """What a kind of machine calls its system calls."""

    architecture: int
    clone: int
    refused: dict[str, int]


MACHINES: Final = {
    "x86_64": Machine(
        0xC000003E,
        56,
        {
            "socket": 41,
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
            "kexec_load": 246,
            "add_key": 248,
            "request_key": 249,
            "keyctl": 250,
            "unshare": 272,
            "perf_event_open": 298,
            "name_to_handle_at": 303,
            "open_by_handle_at": 304,
            "setns": 308,
            "process_vm_readv": 310,
            "process_vm_writev": 311,
            "finit_module": 313,
            "kexec_file_load": 320,
            "bpf": 321,
            "userfaultfd": 323,
        },
    ),
    "aarch64": Machine(
        0xC00000B7,
        220,
        {
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
            "socket": 198,
            "add_key": 217,
            "request_key": 218,
            "keyctl": 219,
            "swapon": 224,
            "swapoff": 225,
            "perf_event_open": 241,
            "name_to_handle_at": 264,
            "open_by_handle_at": 265,
            "setns": 268,
            "process_vm_readv": 270,
            "process_vm_writev": 271,
            "finit_module": 273,
            "bpf": 280,
            "userfaultfd": 282,
            "kexec_file_load": 294,
        },
    ),
}


def machine() -> Machine | None:
    """Return the machine that this is, if its system calls are known here."""
    return MACHINES.get(platform.machine())


def program(of: Machine) -> bytes:
    """Write the filter: an instruction is a code, two jumps (if true, if false) and a number."""
    no = REFUSED | errno.EPERM
    steps = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, of.architecture),
        (RETURN, 0, 0, no),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, OTHER_ABI),
        (RETURN, 0, 0, no),
        # Its flags lie in memory, where no filter looks; without it, libraries use `clone`.
        (EQUAL, 0, 1, CLONE3),
        (RETURN, 0, 0, REFUSED | errno.ENOSYS),
    ]
    for number in (*of.refused.values(), *EVERYWHERE.values()):
        steps += [(EQUAL, 0, 1, number), (RETURN, 0, 0, no)]
    steps += [
        (EQUAL, 0, 3, of.clone),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (ANY_OF, 0, 1, NAMESPACES),
        (RETURN, 0, 0, no),
        (RETURN, 0, 0, ALLOWED),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def refuse() -> None:
    """Let the kernel refuse from now on, to this process and to all that it starts.

    Where the machine is of a kind that is not known here, nothing is refused.

    Raises:
        OSError: where the kernel takes no filter.
    """
    here = machine()
    if here is not None:
        steps = program(here)
        whole = _Program(len(steps) // 8, steps)
        result = kernel.libc.prctl(PR_SET_SECCOMP, FILTER, ctypes.byref(whole), 0, 0)
        kernel.check(result, "filtering system calls")
