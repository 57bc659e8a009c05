"""A forked worker is one process of a zygote."""

import pytest
from chainrule_grader.execution.sandbox import Limits, WorkerProcess
from chainrule_grader.execution.sandbox.forked import ForkedProcess

pytestmark = pytest.mark.usefixtures("sandbox")


def test_two_workers_of_one_zygote_are_independent():
    """Stopping one worker leaves the other, which sees itself as process 1."""
    first, second = (WorkerProcess(Limits(), secrets=[]) for _ in range(2))
    if not isinstance(first.process, ForkedProcess):
        pytest.skip("this system needs bubblewrap")
    assert first.process.worker != second.process.worker
    first.stop()
    message = {"op": "cell", "source": "import os; print(os.getpid())", "seconds": 5}
    response = second.request(message, 20)
    second.stop()
    assert {"stdout": "1\n"} == response["printed"]
