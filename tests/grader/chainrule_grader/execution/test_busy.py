"""A machine that has much else to do takes no points from anybody."""

import os
import subprocess
import sys

import pytest
from chainrule_grader.execution.grading import GradingJob, mark

pytestmark = pytest.mark.usefixtures("sandbox")


@pytest.fixture
def busy():
    """Two endless loops for each core."""
    loop = [sys.executable, "-c", "while True: pass"]
    loops = [subprocess.Popen(loop) for _ in range(2 * (os.cpu_count() or 1))]
    yield
    for process in loops:
        process.kill()
        process.wait()


@pytest.mark.parametrize("student", ["ada", "nils"])
def test_a_right_answer_is_right_on_a_busy_machine(busy, student, root):
    """Beside busy loops on every core nothing times out that would not time out alone."""
    record = mark(GradingJob(str(root / f"tests/sample_class/{student}.ipynb"), seed=3))
    late = [verdict.task for verdict in record.verdicts if verdict.kind == "timed_out"]
    assert ([], 11.0) == (late, record.score)
