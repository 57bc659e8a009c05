"""What several tests of the sandbox share."""

import pytest
from chainrule_grader.execution.sandbox import Limits, WorkerProcess, worker_process, zygote


@pytest.fixture
def cold(monkeypatch):
    """No zygote runs before or after the test, and no refusal of the system is known."""
    monkeypatch.setattr(worker_process, "refusals", [])
    zygote.close_all()
    yield
    zygote.close_all()


@pytest.fixture
def run():
    """Return a function that runs a cell in a new worker; it returns the output or the failure."""

    def run(source, limits=None, **options):
        worker = WorkerProcess(limits or Limits(), secrets=[], **options)
        try:
            response = worker.request({"op": "cell", "source": source, "seconds": 10}, 30)
        finally:
            worker.stop()
        failure = response["failure"]
        return failure["kind"] if failure else response["printed"].get("stdout", "").strip()

    return run
