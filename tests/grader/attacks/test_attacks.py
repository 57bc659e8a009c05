"""Hostile submissions get what their numbers earn, and harm nobody.

Each cell of the files in `submissions` is an attack: `# %% name: what it does`. It becomes part of
the answer to `relu` in a notebook whose `step` and `tanh` are right and whose `relu` is wrong. All
of them are marked in one batch, with honest notebooks among them.
"""

import ctypes
import json
import os
import re
import runpy
import socket
import threading
from pathlib import Path

import pytest
from chainrule_grader.execution.grading import GradingJob
from chainrule_grader.execution.pool import mark_all
from chainrule_grader.execution.sandbox import Limits, bubblewrap, worker_process

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("sandbox")]

HERE = Path(__file__).parent
FORGERIES = {
    forge.__name__: forge for forge in runpy.run_path(str(HERE / "forged.py"))["FORGERIES"]
}
ANSWERS = {
    "step": "import numpy as np\ndef step(z):\n    return (np.asarray(z) > 0).astype(float)\n",
    "relu": "import numpy as np\ndef relu(z):\n    return 7.0\n",
    "tanh": "import numpy as np\ndef tanh(z):\n    return np.tanh(np.asarray(z, float))\n",
}
LIMITS = Limits(cell_seconds=1.0, call_seconds=0.5, notebook_seconds=20)
HONEST = 5
ESCAPED = [
    Path(folder, "escaped")
    for folder in ("/", "/tmp", "/etc", "/usr", "/home", "/root", "/var/tmp", "/dev/shm", "/work")
]


def attacks():
    """Return the text of each attack, by its file and name."""
    found = {}
    for theme in sorted((HERE / "submissions").glob("*.py")):
        _, *parts = re.split(r"^# %% ([\w-]+): .+\n", theme.read_text(), flags=re.MULTILINE)
        for name, text in zip(parts[::2], parts[1::2], strict=True):
            found[f"{theme.stem}-{name}"] = text
    return found


ATTACKS = attacks()


def filled_in(release, answers):
    """Return the text of the released notebook with these answers in it."""
    notebook = json.loads(json.dumps(release))
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in answers:
            cell["source"] = answers[name]
    return notebook


def hand_in(folder, released, port):
    """Write every submission, with an honest one now and then, and return them in order."""
    forged = {
        f"forged-{name}": forge(filled_in(released, ANSWERS)) for name, forge in FORGERIES.items()
    }
    hostile = {
        name: filled_in(
            released, ANSWERS | {"relu": ANSWERS["relu"] + text.replace("8888", str(port))}
        )
        for name, text in ATTACKS.items()
    }
    paths = []
    for number, (name, notebook) in enumerate((hostile | forged).items()):
        paths.append(folder / f"{name}.ipynb")
        paths[-1].write_text(notebook if isinstance(notebook, str) else json.dumps(notebook))
        if number % (len(hostile | forged) // HONEST) == 0:
            paths.append(folder / f"honest-{number}.ipynb")
            paths[-1].write_text(json.dumps(filled_in(released, ANSWERS)))
    return paths


@pytest.fixture(scope="module")
def doorbell():
    """A service on this machine's loopback, and the list of those who rang."""
    rang = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            while True:
                try:
                    visitor, _ = server.accept()
                except OSError:
                    return
                rang.append(visitor.recv(100))

        threading.Thread(target=answer, daemon=True).start()
        yield server.getsockname()[1], rang


def descendants():
    """Return the processes below this one, but for the one in which Python counts shared memory."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            _, _, rest = entry.read_text().rpartition(")")
            counts = b"resource_tracker" in entry.with_name("cmdline").read_bytes()
        except OSError:
            continue
        state, parent, *_ = rest.split()
        if state != "Z" and not counts:
            parents[int(entry.parent.name)] = int(parent)

    def ours(pid):
        return pid in parents and (parents[pid] == os.getpid() or ours(parents[pid]))

    return {pid for pid in parents if ours(pid)}


@pytest.fixture(scope="module", params=["ours", "bubblewrap"])
def sandbox_kind(request):
    """The sandbox of a worker: ours, or bubblewrap's if the system refuses ours."""
    if request.param == "bubblewrap":
        if bubblewrap.unavailable_reason() is not None:
            pytest.skip("bubblewrap is not installed, or this is root, who needs it for nothing")
        worker_process.refusals.append("a test says so")
    yield request.param
    worker_process.refusals.clear()


@pytest.fixture(scope="module")
def aftermath(sandbox_kind, released, doorbell, tmp_path_factory):
    """The records by name, and what was there before and after."""
    port, rang = doorbell
    folder = tmp_path_factory.mktemp("attacks")
    (folder / "gradebook.db").write_bytes(b"the marks of everybody")
    paths = hand_in(folder, released, port)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # orphans become children of this process
    running = descendants()
    orders = [
        GradingJob(str(path), seed=7, limits=LIMITS, secrets=(str(folder),)) for path in paths
    ]
    records = {Path(r.notebook).stem: r for r in mark_all(orders, jobs=2)}
    return {
        "records": records,
        "before": before,
        "after": {path.name: path.read_bytes() for path in folder.iterdir()},
        "left": descendants() - running,
        "rang": rang,
    }


def scores(record):
    return {v.task.partition("/")[2]: v.score for v in record.verdicts if v.score}


@pytest.mark.parametrize("name", ATTACKS)
def test_marks_are_what_the_numbers_earn(name, aftermath):
    """What was right before the attack stays right, what is wrong stays wrong."""
    record = aftermath["records"][name]
    assert record.error is None
    assert 11 == len(record.verdicts)
    assert {"step": 1.0, "tanh": 1.0} == scores(record)


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_file_gains_nothing(name, aftermath):
    """Points, ids, outputs and kernels in a file are words; at most it cannot be read."""
    record = aftermath["records"][f"forged-{name}"]
    if record.error is None:
        assert {"step": 1.0, "tanh": 1.0} == scores(record)
        assert (11, 11.0) == (len(record.verdicts), record.maximum)
    else:
        assert not record.error.startswith("the grader failed")
        assert 0 == record.score


def test_honest_ones_among_them_are_marked_as_ever(aftermath):
    """Nobody's neighbour costs them a point."""
    honest = [r for name, r in aftermath["records"].items() if name.startswith("honest")]
    assert HONEST <= len(honest)
    assert all({"step": 1.0, "tanh": 1.0} == scores(record) for record in honest)


def test_no_submission_takes_more_than_its_time(aftermath):
    """A notebook's time limit holds, whatever it does; stopping and restarting come on top."""
    slow = {n: r.seconds for n, r in aftermath["records"].items() if r.seconds > 3 * 20}
    assert {} == slow


def test_nothing_outside_has_changed(aftermath):
    """Other submissions and the gradebook are what they were, and nothing was written."""
    assert aftermath["before"] == aftermath["after"]
    # Where nobody may look, as an ordinary user in root's home, nobody could have written.
    assert [] == [path for path in ESCAPED if os.path.lexists(path)]


def test_nobody_rang(aftermath):
    """The network of this machine, loopback included, was not reached."""
    assert [] == aftermath["rang"]


def test_no_process_is_left(aftermath):
    """What a submission started ended with it."""
    assert set() == aftermath["left"]


def test_no_grader_fault(aftermath):
    """No attack makes the judge itself fail."""
    faults = [
        (name, verdict.message)
        for name, record in aftermath["records"].items()
        for verdict in record.verdicts
        if verdict.kind == "grader_fault"
    ]
    assert [] == faults
