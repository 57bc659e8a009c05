"""The filter refuses the listed system calls, and no others."""

import errno
import platform
import struct

import pytest
from chainrule_worker.linux import seccomp

FILTERED = (
    "import ctypes, errno, os, socket\n"
    "from chainrule_worker.linux import kernel, seccomp\n"
    "kernel.no_new_privileges()\nseccomp.install_filter()\n"
    "def call(number, *args):\n"
    "    ctypes.set_errno(0)\n"
    "    kernel.libc.syscall(number, *args)\n"
    "    return errno.errorcode.get(ctypes.get_errno(), 'done')\n"
)


def verdict(program, number, argument=0, audit_number=0xC000003E, second=0):
    """Interpret a filter as the kernel does, for one system call."""
    data = struct.pack("=IIQ6Q", number, audit_number, 0, argument, second, 0, 0, 0, 0)
    instructions = [program[i : i + 8] for i in range(0, len(program), 8)]
    accumulator, position = 0, 0
    while True:
        code, if_true, if_false, k = struct.unpack("=HBBI", instructions[position])
        position += 1
        match code:
            case 0x20:
                (accumulator,) = struct.unpack_from("=I", data, k)
            case 0x15:
                position += if_true if accumulator == k else if_false
            case 0x35:
                position += if_true if accumulator >= k else if_false
            case 0x45:
                position += if_true if accumulator & k else if_false
            case 0x06:
                return k


@pytest.mark.parametrize("name", seccomp.ARCHITECTURES)
def test_every_architecture_refuses_what_it_lists(name):
    """Each listed call is refused; `read` and `clone` without namespaces are allowed."""
    target = seccomp.ARCHITECTURES[name]
    program = seccomp.filter_program(target)
    refused = seccomp.REFUSED | errno.EPERM
    listed = {*target.refused.values(), *seccomp.COMMON_CALLS.values()}
    for number in range(500):
        expected = refused if number in listed else seccomp.ALLOWED
        if number == seccomp.CLONE3:
            expected = seccomp.REFUSED | errno.ENOSYS
        assert expected == verdict(program, number, audit_number=target.audit_number), number


def test_namespaces_and_other_abis_are_refused():
    """`clone` with a namespace flag, the x32 calls and the 32-bit calls are refused."""
    target = seccomp.ARCHITECTURES["x86_64"]
    program = seccomp.filter_program(target)
    refused = seccomp.REFUSED | errno.EPERM
    assert refused == verdict(program, target.clone, 0x10000000)
    assert seccomp.ALLOWED == verdict(program, target.clone, 17)
    assert refused == verdict(program, 0x40000000)
    assert refused == verdict(program, 3, audit_number=0x40000003)


@pytest.mark.parametrize("name", seccomp.ARCHITECTURES)
@pytest.mark.parametrize("command", seccomp.FILE_COMMANDS)
def test_locks_and_leases_on_files_are_refused(name, command):
    """They would be seen by whoever shares the file; other commands of `fcntl` are allowed."""
    target = seccomp.ARCHITECTURES[name]
    program = seccomp.filter_program(target)
    about = {"audit_number": target.audit_number}
    refused = seccomp.REFUSED | errno.EPERM
    number = seccomp.FILE_COMMANDS[command]
    assert refused == verdict(program, target.fcntl, second=number, **about)
    assert seccomp.ALLOWED == verdict(program, target.fcntl, second=2, **about)
    assert seccomp.ALLOWED == verdict(program, target.fcntl, argument=number, **about)


@pytest.mark.skipif(seccomp.architecture() is None, reason="the calls are not listed")
def test_the_kernel_obeys_the_filter(run_python):
    """In a process with the filter, a listed call fails and an ordinary one works."""
    code = (
        f"{FILTERED}calls = seccomp.architecture().refused\n"
        "print(call(calls['keyctl'], 0), call(calls['bpf'], 99), call(seccomp.CLONE3, 0, 0))\n"
        "try: socket.socket()\nexcept PermissionError: print('no socket')\n"
        "print(os.getpid() > 0)"
    )
    assert ["EPERM EPERM ENOSYS", "no socket", "True"] == run_python(code).splitlines()


def test_an_unknown_architecture_has_no_filter(monkeypatch):
    """Elsewhere nothing is refused."""
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert seccomp.architecture() is None
