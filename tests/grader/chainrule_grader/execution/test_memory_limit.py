"""The memory of a process is limited, for good or for a while."""

import subprocess
import sys
import threading

import numpy as np
import pytest
from chainrule_grader.execution import memory_limit as limits

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="this system has no such limit")


def test_a_body_may_not_use_more(monkeypatch):
    """What is larger is a MemoryError, and afterwards there is as much memory as before."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(limits, "FOR_EACH_CORE", 0)
    with limits.memory_limit(2**26), pytest.raises(MemoryError):
        np.ones(2**27, np.int8)
    assert 2**27 == np.ones(2**27, np.int8).size


def test_beside_threads_there_is_no_limit(monkeypatch):
    """They would get the error."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    with limits.memory_limit(0):
        assert 2**27 == np.ones(2**27, np.int8).size


def test_a_process_may_not_use_more():
    """The limit stays."""
    code = (
        "from chainrule_grader.execution.memory_limit import limit_memory\n"
        "limit_memory(2**26)\nkept = bytearray(2**20)\n"
        "try: bytearray(2**40)\nexcept MemoryError: print('refused')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "refused\n" == run.stdout
