"""A worker process answers requests before a deadline, and is always stopped."""

import time

import pytest
from chainrule_grader.execution.sandbox import Limits, SandboxError, WorkerProcess
from chainrule_worker.encoding import WireError, encode

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.fixture
def worker():
    """A worker."""
    worker = WorkerProcess(Limits(), secrets=[])
    yield worker
    worker.stop()


def cell(source):
    """Return the message for a cell."""
    return {"op": "cell", "source": source, "seconds": 5.0}


def test_a_request(worker):
    """The response is what the cell printed."""
    assert {"stdout": "1\n"} == worker.request(cell("print(1)"), 20)["printed"]


def test_messages_can_be_sent_in_advance(worker):
    """Two messages are sent at once, and their responses are received in order."""
    worker.send(encode(cell("print(1)")) + encode(cell("print(2)")), 20)
    assert ["1\n", "2\n"] == [worker.receive(20)["printed"]["stdout"] for _ in range(2)]


def test_no_response_in_time(worker):
    """Waiting ends at the deadline."""
    start = time.monotonic()
    with pytest.raises(TimeoutError):
        worker.request(cell("import time; time.sleep(20)"), 0.2)
    assert time.monotonic() - start < 10


def test_a_response_must_be_a_dictionary(worker):
    """A number that a submission sends in the worker's name is refused."""
    source = (
        "import socket, sys\nwire = sys.modules['chainrule_worker.wire']\n"
        "wire.send(socket.socket(fileno=3), 5)"
    )
    with pytest.raises(WireError, match="not a dictionary"):
        worker.request(cell(source), 20)


def test_a_worker_that_ends(worker):
    """A worker that ended closes the connection."""
    with pytest.raises(WireError):
        worker.request(cell("import os; os._exit(0)"), 20)


def test_a_worker_that_does_not_start_in_time():
    """The limit on the start is an error that names it."""
    with pytest.raises(SandboxError, match="did not start in 0 seconds"):
        WorkerProcess(Limits(start_seconds=0.0), secrets=[], unsafe=True)
