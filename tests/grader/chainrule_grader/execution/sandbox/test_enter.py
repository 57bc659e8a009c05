"""A step of the sandbox that the system does not allow is reported in one line."""

import os
import socket
import subprocess
import sys

import pytest
from chainrule_grader.execution.sandbox import (
    Limits,
    SandboxError,
    WorkerProcess,
    enter,
    view,
    zygote,
)
from chainrule_grader.execution.sandbox.errors import RefusedError

pytestmark = pytest.mark.usefixtures("sandbox")


def test_a_step_that_fails_is_named(monkeypatch, cold):
    """The error names the step and the reason."""
    monkeypatch.setattr(view, "steps", lambda _secrets: [("bind", "/nonexistent", "/there")])
    with pytest.raises(SandboxError, match="mounting /there: No such file or directory"):
        WorkerProcess(Limits(), secrets=[])


def test_the_exit_status_says_that_the_system_refused(monkeypatch, cold):
    """The supervisor ends with `REFUSED`, so that another kind of sandbox can be tried."""
    monkeypatch.setattr(view, "steps", lambda _secrets: [("bind", "/nonexistent", "/there")])
    one = zygote.Zygote([], 2**20)
    ours, inside = socket.socketpair()
    with ours, inside, pytest.raises(RefusedError):
        one.start({}, inside.fileno())
    assert enter.REFUSED == one.supervisor.returncode


def test_everything_ends_with_the_standard_input_of_the_supervisor(cold):
    """The zygote, process 1 of its namespace, ends when the supervisor's input closes."""
    WorkerProcess(Limits(), secrets=[]).stop()
    one = zygote.zygote([], Limits())
    stdin, one.supervisor.stdin = one.supervisor.stdin, None
    stdin.close()
    assert one.supervisor.wait(20) is not None
    with pytest.raises(ProcessLookupError):
        os.kill(one.supervisor.pid, 0)


def test_it_needs_the_standard_library_only():
    """Before the root is built, only the standard library and our system calls are imported."""
    source = (
        "import runpy, sys; runpy.run_path(sys.argv[1], run_name='enter');"
        "print(*{name.partition('.')[0] for name in sys.modules} - sys.stdlib_module_names)"
    )
    path = [str(view.worker_folder().parent), os.environ.get("PYTHONPATH", "")]
    command = [sys.executable, "-S", "-c", source, enter.__file__]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert {"chainrule_worker", "__main__"} >= {*done.stdout.split()}
