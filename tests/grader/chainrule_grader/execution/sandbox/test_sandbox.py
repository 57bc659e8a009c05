"""A submission cannot read, change or reach anything outside its sandbox."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from chainrule_grader.execution.sandbox import (
    Limits,
    WorkerProcess,
    worker_process,
)

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.fixture(scope="module", params=["ours", "bubblewrap"])
def sandbox_kind(request):
    """The sandbox of a worker: ours, or bubblewrap's if the system refuses ours."""
    if request.param == "bubblewrap":
        if shutil.which("bwrap") is None:
            pytest.skip("bubblewrap is not installed")
        worker_process.refusals.append("a test says so")
    yield request.param
    worker_process.refusals.clear()


@pytest.fixture(scope="module")
def worker(sandbox_kind, root):
    """One worker, closed in, that several tests look out of."""
    worker = WorkerProcess(Limits(), secrets=[root])
    yield worker
    worker.stop()


def output_of(worker, source, seconds=10):
    """Run a cell and return what it printed, or the kind of its failure."""
    answer = worker.request({"op": "cell", "source": source, "seconds": seconds}, 3 * seconds)
    if answer["failure"]:
        return answer["failure"]["kind"]
    return answer["printed"].get("stdout", "").strip()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("open('/escaped', 'w')", "OSError", id="write-to-root"),
        pytest.param("import os; os.mkdir('/usr/lib/escaped')", "OSError", id="write-to-system"),
        pytest.param("print(open('/etc/passwd').read())", "FileNotFoundError", id="passwords"),
        pytest.param("import os; print(os.listdir('/proc'))", "FileNotFoundError", id="processes"),
        pytest.param(
            "import socket; socket.create_connection(('127.0.0.1', 1), 2)", "OSError", id="network"
        ),
        pytest.param("import os; print(os.getpid())", "1", id="alone"),
        pytest.param("print(__import__('os').environ.get('CHAINRULE_TEST'))", "None", id="environ"),
        pytest.param("import chainrule", "ForbiddenImportError", id="reference"),
        pytest.param("import torch", "ForbiddenImportError", id="framework"),
        pytest.param("bytearray(4 * 2**30)", "MemoryError", id="memory"),
        pytest.param(
            "import tempfile; tempfile.mkstemp(); open('fine', 'w').close(); print('ok')",
            "ok",
            id="scratch",
        ),
        pytest.param("open('big', 'wb').write(bytes(2**27))", "OSError", id="disk"),
        pytest.param(
            "import ctypes; l = ctypes.CDLL(None); print(l.mount(b'x', b'/tmp', b'tmpfs', 0, 0))",
            "-1",
            id="mount",
        ),
    ],
)
def test_nothing_gets_out(worker, source, expected):
    """Each way out is closed, and what a notebook needs is open."""
    kinds = {"OSError": {"OSError", "ConnectionRefusedError", "PermissionError"}}
    got = output_of(worker, source)
    assert got in kinds.get(expected, {expected}), got


def test_nobody_special(worker, sandbox_kind):
    """A worker is an ordinary user, and stays one."""
    if sandbox_kind == "bubblewrap" and os.geteuid() == 0:
        pytest.skip("bubblewrap, where it is used, is not root's")
    user = {"ours": "1000", "bubblewrap": str(os.getuid())}[sandbox_kind]
    assert user == output_of(worker, "import os; print(os.getuid())")
    assert "OSError" == output_of(worker, "import os; os.setuid(0)")


def test_the_reference_is_nowhere_in_sight(worker, root):
    """With every guard of Python's taken down, the course's files are still not there."""
    names = ["activations.py", "activations.ipynb", "gradebook.db", "judge.py", "relu.py"]
    found = output_of(
        worker,
        "import os, sys\n"
        f"names = {names!r}\n"
        "print([os.path.join(d, f) for d, _, fs in os.walk('/') for f in fs if f in names"
        " and 'site-packages/nbgrader' not in d])",  # nbgrader ships a gradebook of its own
        seconds=60,
    )
    assert "[]" == found
    output_of(worker, "import sys; sys.meta_path[:] = sys.meta_path[1:]")
    libraries = [str(root / "lib"), str(root / "grader"), str(root)]
    source = f"import sys; sys.path += {libraries!r}; import chainrule"
    assert "ModuleNotFoundError" == output_of(worker, source)


def test_processes_are_few_and_die_with_the_worker(sandbox_kind):
    """A storm of processes stops at the limit, and none survives."""
    if sandbox_kind == "bubblewrap" and os.geteuid() == 0:
        pytest.skip("bubblewrap, where it is used, is not root's: no limit holds root's processes")
    before = below(os.getpid())
    worker = WorkerProcess(Limits(processes=6), secrets=[])
    source = (
        "import os, time\nmade = 0\n"
        "for i in range(50):\n"
        "    try:\n        pid = os.fork()\n    except OSError: break\n"
        "    if pid == 0:\n        os.setsid(); time.sleep(1000)\n"
        "    made += 1\nprint(made)"
    )
    assert 5 == int(output_of(worker, source))
    assert 5 < len(below(os.getpid()) - before)
    warm = {pid for pid in before if Path(f"/proc/{pid}").exists()}
    worker.stop()
    assert warm == below(os.getpid()) & warm
    assert len(below(os.getpid()) - before) <= 4  # a zygote that this worker was the first of


def test_stopping_leaves_nothing(sandbox_kind):
    """A process that has gone off on its own ends with its worker, before stopping returns."""
    before = below(os.getpid())
    worker = WorkerProcess(Limits(), secrets=[])
    leave = (
        "import os, time\nif os.fork() == 0: os.closerange(0, 64); os.setsid(); time.sleep(1000)"
    )
    assert "" == output_of(worker, leave)
    warm = {pid for pid in before if Path(f"/proc/{pid}").exists()}
    worker.stop()
    assert len(below(os.getpid()) - warm) <= (4 if sandbox_kind == "ours" else 0)


def below(pid):
    """Return the processes that a process has started, and those that they have started."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = entry.read_text().rpartition(")")
        except OSError:
            continue
        state, parent, *_ = rest.split()
        if state != "Z":
            parents[int(name.split()[0])] = int(parent)
    found, new = set(), {pid}
    while new:
        new = {child for child, parent in parents.items() if parent in new} - found
        found |= new
    return found


def test_when_the_judge_dies_so_does_the_worker(tmp_path, sandbox_kind):
    """A judge that is killed leaves nothing behind."""
    script = (
        "import time\n"
        "from chainrule_grader.execution.sandbox import Limits, WorkerProcess, worker_process\n"
        f"worker_process.refusals += {worker_process.refusals}\n"
        "worker = WorkerProcess(Limits(), secrets=[])\n"
        "print('there', flush=True)\ntime.sleep(100)"
    )
    judge = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=tmp_path)
    assert b"there\n" == judge.stdout.readline()
    left = below(judge.pid)
    # Supervisor, namespace init, zygote, spawner and worker; or bubblewrap and worker.
    assert {"ours": 5, "bubblewrap": 2}[sandbox_kind] == len(left)
    judge.kill()
    judge.communicate()
    deadline = time.monotonic() + 10
    while left and time.monotonic() < deadline:
        left = {pid for pid in left if _runs(pid)}
        time.sleep(0.05)
    assert set() == left


def _runs(pid):
    """Tell whether a process is more than an entry in a table."""
    try:
        return "Z" != Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
