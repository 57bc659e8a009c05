"""System calls have the effect that their names say."""

import os
import signal
import time

import pytest
from chainrule_worker.linux import kernel


def test_only_the_kept_descriptors_stay_open(run_python):
    """Standard streams and the named descriptors stay open, all others are closed."""
    code = (
        "import os\nfrom chainrule_worker.linux import kernel\n"
        "first, second, third = (os.open('/dev/null', os.O_RDONLY) for _ in range(3))\n"
        "kernel.close_all_but(second)\n"
        "def is_open(fd):\n    try: return bool(os.fstat(fd))\n    except OSError: return False\n"
        "print([is_open(fd) for fd in (0, 1, 2, first, second, third)])"
    )
    assert "[True, True, True, False, True, False]" == run_python(code)


def test_silenced_streams_discard_everything(run_python):
    """Nothing that is written to a silenced descriptor is seen."""
    code = (
        "import os\nfrom chainrule_worker.linux import kernel\n"
        "os.write(1, b'before')\nkernel.silence(1)\nos.write(1, b'after')"
    )
    assert "before" == run_python(code)


def test_privileges_do_not_come_back(run_python):
    """After privileges were given up, no capability is left and none can be gained."""
    code = (
        "from pathlib import Path\nfrom chainrule_worker.linux import kernel\n"
        "kernel.give_up_privileges()\n"
        "status = dict(line.split(':\\t') for line in Path('/proc/self/status').read_text()"
        ".splitlines() if ':\\t' in line)\n"
        "print(*(int(status[name], 16) for name in ('CapPrm', 'CapEff', 'CapInh', 'CapAmb')),"
        " status['NoNewPrivs'])"
    )
    assert "0 0 0 0 1" == run_python(code)


def test_a_process_ends_with_its_parent(run_python):
    """A grandchild that asked for it is killed when the child ends."""
    code = (
        "import os, time\nfrom chainrule_worker.linux import kernel\n"
        "ready, said = os.pipe()\n"
        "pid = os.fork()\n"
        "if pid == 0:\n    kernel.die_with_parent()\n    os.write(said, b'1')\n    time.sleep(60)\n"
        "os.read(ready, 1)\nprint(pid, flush=True)\nos._exit(0)"
    )
    # The grandchild holds the pipe of standard output, so this returns when it ends.
    start = time.monotonic()
    pid = int(run_python(code))
    while _runs(pid) and time.monotonic() - start < 30:
        time.sleep(0.01)
    assert time.monotonic() - start < 30


def _runs(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as status:  # noqa: PTH123
        return status.read().rpartition(")")[2].split()[0] != "Z"


def test_the_processor_is_one_that_we_may_use():
    """The number is in the process's own set."""
    assert kernel.processor() in os.sched_getaffinity(0)


def test_a_failed_call_names_the_step():
    """The last argument of the error says which step failed, and why."""
    with pytest.raises(OSError, match="mounting /nonexistent: ") as caught:
        kernel.mount("none", "/nonexistent", "tmpfs", 0)
    assert caught.value.args[-1].startswith("mounting /nonexistent: ")


def test_a_new_process_namespace_begins_with_one(run_python):
    """The first child after `unshare` is process 1, where the system allows it."""
    code = (
        "import os\nfrom chainrule_worker.linux import kernel\n"
        "try: kernel.unshare(kernel.NEWUSER | kernel.NEWPID)\n"
        "except OSError as error: print(error.args[-1])\n"
        "else:\n    if os.fork() == 0: print(os.getpid(), flush=True); os._exit(0)\n    os.wait()"
    )
    assert run_python(code) in {"1", "making namespaces: Operation not permitted"}


def test_signals_are_unchanged():
    """The module changes no handler when it is imported."""
    assert signal.SIG_DFL == signal.getsignal(signal.SIGTERM)
