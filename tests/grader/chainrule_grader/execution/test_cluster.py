"""A cluster of Dask's gives the same marks, also where one of its machines is lost."""

import os
import signal
import threading
import time

import pytest
from chainrule_grader.cli.main import main
from chainrule_grader.execution.cluster import ClusterError, cluster
from chainrule_grader.execution.grading import GradingJob, mark
from chainrule_grader.execution.pool import mark_all

distributed = pytest.importorskip("distributed")

STUDENTS = ["ada", "bruno", "chen", "dina", "emil", "fatima", "goran", "nils"]


@pytest.fixture
def orders(root, sandbox):
    """Work for a while."""
    folder = root / "tests" / "sample_class"
    return [GradingJob(str(folder / f"{student}.ipynb"), seed=1) for student in STUDENTS]


@pytest.fixture
def local():
    """Two worker processes on this machine, whose places are filled when they are lost."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as found:
        yield found


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_loses_a_worker_gives_the_same_marks(local, orders):
    """Whoever marks, everybody has their verdicts, once."""
    expected = {record.notebook: record.verdicts for record in map(mark, orders)}
    assert set(expected) == {order.path for order in orders}

    def harm():
        time.sleep(0.5)
        os.kill(next(iter(local.workers.values())).pid, signal.SIGKILL)

    with cluster(local.scheduler_address) as executor:
        murderer = threading.Thread(target=harm)
        murderer.start()
        found = list(mark_all(orders * 3, executor=executor))
        murderer.join()
    assert 3 * len(orders) == len(found)
    assert all(expected[record.notebook] == record.verdicts for record in found)


def test_no_scheduler_is_one_clear_sentence(capsys, root, monkeypatch):
    """The sentence names the address."""
    monkeypatch.setattr("chainrule_grader.execution.cluster.TIMEOUT", 1)
    path = str(root / "tests/sample_class/ada.ipynb")
    assert 1 == main(["grade", "--dask", "tcp://127.0.0.1:1", path])
    message = capsys.readouterr().err
    assert message.startswith("chainrule: no Dask scheduler responds at tcp://127.0.0.1:1")


def test_without_dask_it_is_said_how_to_get_it(monkeypatch):
    """The sentence names the extra."""
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(ClusterError, match=r"needs Dask: install chainrule\[dask\]"):
        cluster("tcp://127.0.0.1:1").__enter__()
