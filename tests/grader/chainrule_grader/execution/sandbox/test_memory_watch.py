"""The processes of a submission share one limit on memory."""

import pytest
from chainrule_grader.execution import sandbox
from chainrule_grader.execution.remote_subject import RemoteSubject
from chainrule_grader.execution.sandbox import Limits
from chainrule_grader.execution.sandbox.memory_watch import process_tree, resident_bytes
from chainrule_grader.execution.session import Session

MB = 2**20
SEVERAL = """
import os, time
def fill(mb):
    block = bytearray(mb << 20)
    block[::4096] = b"x" * len(block[::4096])
    return block
def together(mb, seconds):
    reader, writer = os.pipe()
    for _ in range(4):
        if os.fork() == 0:
            kept = fill(mb)
            os.write(writer, b"x")
            time.sleep(60)
    for _ in range(4):
        os.read(reader, 1)
    time.sleep(seconds)
    return 1.0
def alone(mb):
    return float(len(fill(mb)))
"""

pytestmark = pytest.mark.usefixtures("sandbox")


def test_all_processes_count_together():
    """Four of a third of the limit are too much; the notebook continues afterwards."""
    with Session(Limits(memory=900 * MB, call_seconds=20), secrets=[]) as session:
        session.run(SEVERAL)
        outcome = RemoteSubject(session, "together").call(300, 30)
        assert "MemoryError" == outcome.failure.kind
        assert 300.0 * MB == RemoteSubject(session, "alone").call(300).value


def test_what_is_below_the_limit_is_allowed():
    """The same processes with less memory."""
    with Session(Limits(memory=1500 * MB, call_seconds=20), secrets=[]) as session:
        session.run(SEVERAL)
        assert 1.0 == RemoteSubject(session, "together").call(20, 1).value


@pytest.mark.parametrize(
    "hidden",
    [
        "os.memfd_create('x')",
        "ctypes.CDLL(None, use_errno=True).shmget(0, 4096, 0o1666) == -1 and 1/0",
    ],
)
def test_memory_of_no_process_is_refused(hidden):
    """What no limit would count cannot be had."""
    with Session(Limits(), secrets=[]) as session:
        assert session.run(f"import ctypes, os\n{hidden}").failure is not None


def test_a_process_that_has_ended_uses_nothing():
    """And nothing is below it."""
    assert 0 == resident_bytes(2**22 + 1)
    assert [2**22 + 1] == process_tree(2**22 + 1)
    assert sandbox.MemoryLimitError
