"""A control group that the system lends limits the memory of a process and all that it starts."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from chainrule_grader.execution.sandbox import Limits, WorkerProcess, zygote
from chainrule_grader.execution.sandbox.memory_group import VARIABLE, join_memory_group

FILL = "input()\nkept = bytearray(2**28)\nkept[::4096] = b'x' * len(kept[::4096])\nprint('filled')"


@pytest.fixture
def lent(monkeypatch):
    """A control group of this machine, where it lends one."""
    for parent in (Path("/sys/fs/cgroup/memory"), Path("/sys/fs/cgroup")):
        folder = parent / f"chainrule-test-{os.getpid()}"
        if not (parent / "cgroup.procs").exists():
            continue
        try:
            folder.mkdir()
        except OSError:
            continue
        monkeypatch.setenv(VARIABLE, str(folder))
        yield folder
        for group in folder.glob("chainrule-*"):
            group.rmdir()
        folder.rmdir()
        return
    pytest.skip("this system lends no control group")


@pytest.mark.parametrize(("limit", "status"), [(2**26, -signal.SIGKILL), (2**30, 0)])
def test_a_process_may_not_use_more(lent, limit, status):
    """The kernel ends it; below the limit nothing happens."""
    process = subprocess.Popen([sys.executable, "-c", FILL], stdin=subprocess.PIPE, text=True)
    joined = join_memory_group(process.pid, limit)
    process.communicate("\n")
    if not joined:
        pytest.skip("the group has no limit on memory")
    assert status == process.returncode


@pytest.mark.usefixtures("sandbox")
def test_workers_are_in_the_group(lent):
    """With all that they start; and a group that nobody is in is removed later."""
    zygote.close_all()
    worker = WorkerProcess(Limits(), secrets=[])
    (group,) = lent.glob("chainrule-*")
    assert str(worker.process.number) in (group / "cgroup.procs").read_text().split()
    worker.stop()
    zygote.close_all()


@pytest.mark.parametrize("folder", ["", "/nonexistent"])
def test_without_a_group_nothing_happens(folder, monkeypatch):
    """The worker is started all the same."""
    monkeypatch.setenv(VARIABLE, folder)
    assert not join_memory_group(os.getpid(), 2**40)
